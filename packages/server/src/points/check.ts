/**
 * The ledger’s checker: proves that every sum that is kept is the sum of what it was made from. It goes by ranges of shoppers and lets the
 * database compare, so that only what is wrong comes back, however large the ledger is.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Database, Store } from '../database/database.ts';
import { EARNED } from './ledger/earned.ts';

/** Shoppers that are checked at once, against one view of the database. */
const RANGE = 500;

export interface LedgerReport {
  accounts: number;
  entries: number;
  /** How many things are wrong. */
  faults: number;
}

/** Checks the whole ledger and tells each thing that is wrong in a line. It may be written to meanwhile: each range is read as it was at one moment. */
export async function checkLedger({ db, engine }: Pick<Store, 'db' | 'engine'>, onFault: (fault: string) => void): Promise<LedgerReport> {
  const report: LedgerReport = { accounts: 0, entries: 0, faults: 0 };
  let after = '';
  for (let more = true; more; ) {
    const transaction = engine === 'postgresql' ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
    more = await transaction.execute(async (view) => {
      const ids = await view.selectFrom('points_accounts').select('shopper_id').where('shopper_id', '>', after).orderBy('shopper_id').limit(RANGE).execute();
      // The last range has no end, so that entries of shoppers without an account are found wherever they are.
      const until = ids.length === RANGE ? ids.at(-1)!.shopper_id : undefined;
      report.accounts += ids.length;
      report.entries += await countEntries(view, after, until);
      for (const check of CHECKS) {
        for (const { fault } of (await check(after, until).execute(view)).rows) {
          report.faults += 1;
          onFault(fault);
        }
      }
      after = until ?? after;
      return until !== undefined;
    });
  }
  return report;
}

type Check = (after: string, until: string | undefined) => RawBuilder<{ fault: string }>;

const within = (column: string, after: string, until: string | undefined): RawBuilder<boolean> =>
  until === undefined ? sql`${sql.ref(column)} > ${after}` : sql`${sql.ref(column)} > ${after} and ${sql.ref(column)} <= ${until}`;

async function countEntries(db: Database, after: string, until: string | undefined): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from points_entries where ${within('shopper_id', after, until)}`.execute(db);
  return rows[0]!.count;
}

/** An account’s sums against those of its entries. */
const accountsAgainstEntries: Check = (after, until) => sql`
  with sums as (
    select shopper_id, sum(delta) as balance, sum(pending_delta) as pending, sum(${EARNED}) as lifetime, sum(case when kind = 'redemption' then -delta else 0 end) as spent
    from points_entries where ${within('shopper_id', after, until)} group by shopper_id
  ), accounts as (
    select shopper_id, balance, pending, lifetime, spent from points_accounts where ${within('shopper_id', after, until)}
  )
  select 'Account ' || a.shopper_id || ' has balance, pending, lifetime, spent of ' || a.balance || ', ' || a.pending || ', ' || a.lifetime || ', ' || a.spent
    || '; its entries sum to ' || coalesce(s.balance, 0) || ', ' || coalesce(s.pending, 0) || ', ' || coalesce(s.lifetime, 0) || ', ' || coalesce(s.spent, 0) || '.' as fault
  from accounts a left join sums s on s.shopper_id = a.shopper_id
  where a.balance <> coalesce(s.balance, 0) or a.pending <> coalesce(s.pending, 0) or a.lifetime <> coalesce(s.lifetime, 0) or a.spent <> coalesce(s.spent, 0)
  union all
  select 'Shopper ' || s.shopper_id || ' has entries and no account.' from sums s left join accounts a on a.shopper_id = s.shopper_id where a.shopper_id is null`;

/** An account’s sums against what its batches hold: spendable points less the debt are the balance, and with a debt nothing is spendable. */
const accountsAgainstBatches: Check = (after, until) => sql`
  with held as (
    select shopper_id, sum(case when status = 'approved' then remaining else 0 end) as spendable, sum(case when status = 'pending' then remaining else 0 end) as pending
    from points_batches where ${within('shopper_id', after, until)} group by shopper_id
  )
  select 'Account ' || a.shopper_id || ' has a balance of ' || a.balance || ' and ' || a.pending || ' pending; its batches hold '
    || coalesce(h.spendable, 0) || ' and ' || coalesce(h.pending, 0) || '.' as fault
  from points_accounts a left join held h on h.shopper_id = a.shopper_id
  where ${within('a.shopper_id', after, until)}
    and (coalesce(h.spendable, 0) <> case when a.balance > 0 then a.balance else 0 end or coalesce(h.pending, 0) <> a.pending)`;

/** A batch against what was taken from it, and its status against what is left. */
const batchesAgainstAllocations: Check = (after, until) => sql`
  with taken as (
    select b.id, sum(a.points) as points from points_batches b join points_allocations a on a.batch_id = b.id
    where ${within('b.shopper_id', after, until)} group by b.id
  )
  select 'Batch ' || b.id || ' of ' || b.shopper_id || ' (' || b.status || ') had ' || b.points || ', gave ' || coalesce(t.points, 0) || ' and says that it has ' || b.remaining || ' left.' as fault
  from points_batches b left join taken t on t.id = b.id
  where ${within('b.shopper_id', after, until)}
    and (b.remaining <> b.points - coalesce(t.points, 0) or b.remaining < 0 or b.remaining > b.points or (b.status in ('void', 'expired') and b.remaining <> 0))`;

/** What a batch says was taken back and expired, against the entries that did it. */
const batchesAgainstEntries: Check = (after, until) => sql`
  with told as (
    select batch_id, sum(case when kind = 'refund' then -(delta + pending_delta) else 0 end) as taken_back, sum(case when kind = 'expiry' then -delta else 0 end) as lapsed
    from points_entries where ${within('shopper_id', after, until)} and batch_id is not null group by batch_id
  )
  select 'Batch ' || b.id || ' of ' || b.shopper_id || ' says that ' || b.taken_back || ' were taken back and ' || b.lapsed || ' expired; its entries say '
    || coalesce(t.taken_back, 0) || ' and ' || coalesce(t.lapsed, 0) || '.' as fault
  from points_batches b left join told t on t.batch_id = b.id
  where ${within('b.shopper_id', after, until)} and (b.taken_back <> coalesce(t.taken_back, 0) or b.lapsed <> coalesce(t.lapsed, 0))`;

/** An entry against what it took: a redemption and an expiry come out of batches whole; nothing takes more than it says. */
const entriesAgainstAllocations: Check = (after, until) => sql`
  with taken as (
    select e.id, sum(a.points) as points from points_entries e join points_allocations a on a.entry_id = e.id
    where ${within('e.shopper_id', after, until)} group by e.id
  )
  select 'Entry ' || e.id || ' of ' || e.shopper_id || ' (' || e.kind || ') is of ' || (e.delta + e.pending_delta) || ' and took ' || coalesce(t.points, 0) || ' from batches.' as fault
  from points_entries e left join taken t on t.id = e.id
  where ${within('e.shopper_id', after, until)} and (
    (e.delta + e.pending_delta < 0 and (coalesce(t.points, 0) < 0 or coalesce(t.points, 0) > -(e.delta + e.pending_delta)))
    or (e.kind in ('redemption', 'expiry') and e.delta < 0 and coalesce(t.points, 0) <> -e.delta)
    or (e.delta > 0 and (coalesce(t.points, 0) < -e.delta or coalesce(t.points, 0) > e.delta))
  )`;

/** A redemption against the entry that paid for it. */
const redemptionsAgainstEntries: Check = (after, until) => sql`
  select 'Redemption ' || r.id || ' of ' || r.shopper_id || ' cost ' || r.points_spent || '; the ledger says ' || coalesce(-e.delta, 0) || '.' as fault
  from redemptions r left join points_entries e on e.source = 'redemption:' || r.id
  where ${within('r.shopper_id', after, until)} and (e.delta is null or e.delta <> -r.points_spent or e.shopper_id <> r.shopper_id)
  union all
  select 'Redemption ' || r.id || ' of ' || r.shopper_id || ' is ' || r.fulfilment || '; the ledger ' || case when e.id is null then 'gave nothing back.' else 'gave ' || e.delta || ' back.' end
  from redemptions r left join points_entries e on e.source = 'revoked:' || r.id
  where ${within('r.shopper_id', after, until)}
    and case when r.fulfilment in ('cancelled', 'failed') then e.delta is null or e.delta <> r.points_spent else e.delta is not null end`;

const CHECKS: readonly Check[] = [
  accountsAgainstEntries, accountsAgainstBatches, batchesAgainstAllocations, batchesAgainstEntries, entriesAgainstAllocations, redemptionsAgainstEntries,
];
