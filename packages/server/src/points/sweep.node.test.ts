import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { award } from './award.ts';
import { settleDueAccounts } from './sweep.ts';
import { openShop, type Shop } from './test/shop.ts';

describe.each(ENGINES)('the sweep of points on %s', (engine) => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program({ expiry: { days: 10 } });
  });
  afterEach(() => shop.close());

  it('settles more accounts than it looks for at once, by two processes at once, each once', async () => {
    const shoppers = Array.from({ length: 230 }, (_, i) => `s${i}`);
    await shop.server.transact(async (context) => {
      for (const shopperId of shoppers) await award(context, { shopperId, points: 5, kind: 'other', description: null, source: shopperId, availableAt: new Date('2026-11-23T00:00:00Z') });
    });
    shop.server.setNow('2026-11-23T00:00:00Z');
    await Promise.all([settleDueAccounts(shop.server.runtime), settleDueAccounts(shop.server.runtime)]);
    const accounts = () => shop.server.runtime.store.db.selectFrom('points_accounts').select(['balance', 'pending', 'due_at', 'change']).distinct().execute();
    expect(await accounts()).toEqual([{ balance: 5, pending: 0, due_at: '2026-12-03T00:00:00.000Z', change: 2 }]);
    shop.server.setNow('2026-12-03T00:00:00Z');
    await settleDueAccounts(shop.server.runtime);
    expect(await accounts()).toEqual([{ balance: 0, pending: 0, due_at: null, change: 3 }]);
    await shop.check();
  });
});
