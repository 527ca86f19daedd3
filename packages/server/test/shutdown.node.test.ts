/** The end of the process while pages are connected. */
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { startProcess } from '../src/test/process.ts';
import { ENGINES, makePlace } from '../src/test/stores.ts';
import { signShopperToken } from '../src/token/index.ts';
import { listening } from '../src/tracking/test/shop.ts';

const secret = 'the token secret of a shop under test';

it.each(ENGINES)('on %s SIGTERM ends streams, finishes the request under way, and leaves with 0', { timeout: 60_000 }, async (engine) => {
  const place = await makePlace(engine);
  const server = await startProcess({ ...place, env: { AFTERCART_TOKEN_SECRET: secret, AFTERCART_PEPPER: 'the pepper of a shop that is under test' } });
  const authorization = `Bearer ${await signShopperToken({ shopper: 'ann', secret })}`;
  const streams = await Promise.all(Array.from({ length: 5 }, async () => listening<{ balance: number }>(await fetch(`${server.url}/v1/points/subscribe`, { headers: { authorization } }))));
  for (const stream of streams) expect((await stream.next())!.data.balance).toBe(0);

  // Half of a request is there when the signal comes, the rest after it.
  const body = JSON.stringify({ step: 'declare', orderNumber: 'NP-1', name: 'Ann', email: 'ann@example.com' });
  const open = request(`${server.url}/v1/returns/withdraw`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': 'under-way', expect: '100-continue' } });
  const answered = new Promise<number>((resolve, reject) => {
    open.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode!)));
    open.on('error', reject);
  });
  const begun = new Promise((resolve) => open.once('continue', resolve));
  open.flushHeaders();
  await begun;
  open.write(body.slice(0, 10));
  const ended = server.kill('SIGTERM');
  // A stream ends by itself: it is not torn.
  for (const stream of streams) expect(await stream.next()).toBe(undefined);
  open.end(body.slice(10));
  expect(await answered).toBe(200);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  await place.remove();
});
