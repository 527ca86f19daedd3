/** The sources of a server as a merchant starts it: configured by the environment alone, and killed while they run. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openStore } from '../database/database.ts';
import { startProcess } from '../test/process.ts';
import { ENGINES, makePlace } from '../test/stores.ts';
import { silence, untilAsked } from './test/host.ts';
import { KEY, openWooShop, SECRET, type WooShop } from './test/woocommerce.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: WooShop;
beforeAll(async () => {
  shop = await openWooShop();
});
afterAll(() => shop.close());

it.each(ENGINES)('on %s a server that was stopped or killed in the middle of a turn loses nothing', async (engine) => {
  const place = await makePlace(engine);
  const env = { AFTERCART_WOOCOMMERCE_URL: shop.url, AFTERCART_WOOCOMMERCE_KEY: KEY, AFTERCART_WOOCOMMERCE_SECRET: SECRET, AFTERCART_WOOCOMMERCE_SINCE: '2026-01-01T00:00:00Z' };
  const { answer } = shop;
  shop.asked.length = 0;
  shop.orders = Array.from({ length: 60 }, (_, i) => ({ id: i + 1, modified: '2026-11-01T09:00:00' }));
  const orders = async (): Promise<number> => {
    const store = await openStore(place);
    const rows = await store.db.selectFrom('orders').select('number').execute();
    await store.close();
    return rows.length;
  };

  // Its second page never comes.
  shop.answer = (asked, response) => (asked.url.searchParams.get('offset') === '0' ? answer(asked, response) : silence);
  const stopped = await startProcess({ ...place, env });
  await untilAsked(shop, 2);
  expect(await stopped.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  expect(await orders()).toBe(50);

  // It goes on with that page at once, and is killed.
  const killed = await startProcess({ ...place, env });
  await untilAsked(shop, 3);
  await killed.kill('SIGKILL');
  expect(shop.asked.at(-1)!.url.searchParams.get('offset')).toBe('49');

  // Its turn is another’s after a while, which is over.
  const store = await openStore(place);
  await store.db.updateTable('upstream_sources').set({ next_at: new Date().toISOString() }).execute();
  await store.close();
  shop.answer = answer;
  const last = await startProcess({ ...place, env });
  await vi.waitFor(async () => expect(await orders()).toBe(60), { timeout: 30_000 });
  expect(await last.kill('SIGTERM')).toMatchObject({ code: 0 });
  await place.remove();
});
