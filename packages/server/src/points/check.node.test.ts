import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { checkLedger } from './check.ts';
import { checkLedgerCommand } from './check-command.ts';
import { openShop, type Shop } from './test/shop.ts';

const ENTRY = 'insert into points_entries (id, shopper_id, delta, pending_delta, kind, source, created_at) values';

/** What somebody does behind the server’s back, to a shopper of 100 for joining, 1,000 given, 500 redeemed, given back, and redeemed again. */
const WRONGS: [string, (id: string) => string, (id: string) => string][] = [
  ['a balance that was changed', (id) => `update points_accounts set balance = balance + 1 where shopper_id = '${id}'`, (id) => `Account ${id} has balance, pending, lifetime, spent of 601, 0, 1100, 500; its entries sum to 600, 0, 1100, 500.`],
  ['pending points out of nothing', (id) => `update points_accounts set pending = 5 where shopper_id = '${id}'`, (id) => `Account ${id} has a balance of 600 and 5 pending; its batches hold 600 and 0.`],
  ['a lifetime that was changed', (id) => `update points_accounts set lifetime = 5 where shopper_id = '${id}'`, (id) => `Account ${id} has balance, pending, lifetime, spent of 600, 0, 5, 500`],
  ['what was spent, changed', (id) => `update points_accounts set spent = 5 where shopper_id = '${id}'`, (id) => `Account ${id} has balance, pending, lifetime, spent of 600, 0, 1100, 5;`],
  ['an entry that the account does not know', (id) => `${ENTRY} ('x-${id}', '${id}', 7, 0, 'other', 'x-${id}', '2026-01-01')`, () => 'its entries sum to 607'],
  ['an account that is gone', (id) => `delete from points_accounts where shopper_id = '${id}'`, (id) => `Shopper ${id} has entries and no account.`],
  ['a batch that holds more than is left', (id) => `update points_batches set remaining = remaining + 1 where shopper_id = '${id}' and points = 1000`, (id) => `of ${id} (approved) had 1000, gave 400 and says that it has 601 left.`],
  ['a batch that was voided with points in it', (id) => `update points_batches set status = 'void' where shopper_id = '${id}' and points = 1000`, (id) => `Account ${id} has a balance of 600 and 0 pending; its batches hold 0 and 0.`],
  [
    'an allocation that was added',
    (id) => `insert into points_allocations select e.id, b.id, 1 from points_entries e, points_batches b where e.kind = 'sign_up' and e.shopper_id = '${id}' and b.shopper_id = '${id}' and b.points = 1000`,
    (id) => `of ${id} (approved) had 1000, gave 401 and says that it has 600 left.`,
  ],
  ['a redemption that took less than it cost', (id) => `${ENTRY} ('y-${id}', '${id}', -7, 0, 'redemption', 'y-${id}', '2026-01-01')`, (id) => `Entry y-${id} of ${id} (redemption) is of -7 and took 0 from batches.`],
  ['a batch that says it expired', (id) => `update points_batches set lapsed = 3 where shopper_id = '${id}'`, () => 'says that 0 were taken back and 3 expired'],
  ['a redemption that cost something else', (id) => `update redemptions set points_spent = 1 where shopper_id = '${id}' and fulfilment = 'issued'`, () => 'cost 1; the ledger says 500.'],
  ['a redemption that was given back without points', (id) => `update redemptions set fulfilment = 'cancelled' where shopper_id = '${id}'`, () => 'is cancelled; the ledger gave nothing back.'],
  ['a redemption that is there and was given back', (id) => `update redemptions set fulfilment = 'issued' where shopper_id = '${id}'`, () => 'is issued; the ledger gave 500 back.'],
];

describe.each(ENGINES)('the ledger’s checker on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.program();
    await shop.codes('five', 2 * WRONGS.length);
    for (let i = 0; i < WRONGS.length; i++) {
      const shopper = `wronged-${i}`;
      await shop.enrol(shopper);
      await shop.give({ shopperId: shopper, points: 1_000, source: `gift:${shopper}` });
      const { id } = await shop.redeem(shopper, 'five-off');
      await shop.server.call('points.revoke', { redemptionId: id }, { as: shopper });
      await shop.redeem(shopper, 'five-off');
    }
  });
  afterAll(() => shop.close());

  const check = async () => {
    const faults: string[] = [];
    const report = await checkLedger(shop.server.runtime.store, (fault) => faults.push(fault));
    expect(report.faults).toBe(faults.length);
    return { ...report, faults };
  };

  /** What the command prints, and its exit code. */
  const command = async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => {});
    try {
      const exitCode = await checkLedgerCommand({ config: shop.server.runtime.config });
      return { exitCode, lines: print.mock.calls.map(([line]) => line as string) };
    } finally {
      print.mockRestore();
    }
  };

  it('finds nothing wrong where nothing is, among more shoppers than it takes at once', async () => {
    const { db } = shop.server.runtime.store;
    const numbers = Array.from({ length: 1_100 }, (_, i) => `many-${String(i).padStart(4, '0')}`);
    const values = (of: (id: string) => string) => numbers.map(of).join(', ');
    await sql.raw(`insert into points_accounts (shopper_id, balance, lifetime) values ${values((id) => `('${id}', 3, 3)`)}`).execute(db);
    await sql.raw(`${ENTRY} ${values((id) => `('${id}', '${id}', 3, 0, 'other', '${id}', '2026-01-01')`)}`).execute(db);
    await sql
      .raw(`insert into points_batches (id, shopper_id, kind, points, remaining, status, created_at) values ${values((id) => `('${id}', '${id}', 'other', 3, 3, 'approved', '2026-01-01')`)}`)
      .execute(db);
    expect(await check()).toEqual({ accounts: 1_100 + WRONGS.length, entries: 1_100 + 5 * WRONGS.length, faults: [] });
    expect(await command()).toEqual({ exitCode: 0, lines: [`${1_100 + WRONGS.length} accounts, ${1_100 + 5 * WRONGS.length} entries: the ledger is right.`] });
  });

  it.each(WRONGS.map(([name, wrong, line], index) => ({ name, wrong, line, id: `wronged-${index}` })))('finds $name', async ({ id, wrong, line }) => {
    const before = new Set((await check()).faults);
    await sql.raw(wrong(id)).execute(shop.server.runtime.store.db);
    const found = (await check()).faults.filter((fault) => !before.has(fault));
    expect(found.join('\n')).toContain(line(id));
  });

  it('finds entries without an account, wherever they are', async () => {
    const { db } = shop.server.runtime.store;
    for (const id of ['0', 'many-0500x', 'zzz']) await sql.raw(`${ENTRY} ('e-${id}', '${id}', 7, 0, 'other', 'e-${id}', '2026-01-01')`).execute(db);
    const { faults } = await check();
    for (const id of ['0', 'many-0500x', 'zzz']) expect(faults).toContain(`Shopper ${id} has entries and no account.`);
    expect(await command()).toEqual({ exitCode: 1, lines: faults });
  });
});
