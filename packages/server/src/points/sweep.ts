/** Doing what is due for accounts that nobody looks at, so that live streams hear of it and nothing piles up. */
import type { Runtime } from '../context.ts';
import { transactAsSystem } from '../transact.ts';
import { settleAccount } from './ledger/account.ts';

/** Accounts that are looked for at once. Each is settled in a transaction of its own, so nobody waits for long. */
const PORTION = 100;

export async function settleDueAccounts(runtime: Runtime): Promise<void> {
  const { store: { db }, log, stopping } = runtime;
  const now = runtime.clock().toISOString();
  let after = { due_at: '', shopper_id: '' };
  for (;;) {
    const due = await db
      .selectFrom('points_accounts')
      .select(['shopper_id', (eb) => eb.ref('due_at').$notNull().as('due_at')])
      .where('due_at', '<=', now)
      .where((eb) => eb(eb.refTuple('due_at', 'shopper_id'), '>', eb.tuple(after.due_at, after.shopper_id)))
      .orderBy('due_at')
      .orderBy('shopper_id')
      .limit(PORTION)
      .execute();
    for (const account of due) {
      if (stopping.aborted) return;
      // One that can’t be settled must not hold up the others.
      await transactAsSystem(runtime, (context) => settleAccount(context, account.shopper_id)).catch((error: unknown) => log.error({ err: error }, 'an account could not be settled'));
      after = account;
    }
    if (due.length < PORTION) return;
  }
}
