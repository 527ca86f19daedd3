/** The database itself refuses to change what the ledger says: entries and allocations are only ever added. */
import { sql, type Kysely } from 'kysely';
import type { Engine } from '../../database/database.ts';

/** What may change of an entry is whose it is and what it is called: a shopper who is erased leaves the sums behind. */
const FIXED = { points_entries: ['delta', 'pending_delta', 'kind', 'batch_id', 'redemption_id', 'created_at'], points_allocations: ['entry_id', 'batch_id', 'points'] };
const REFUSAL = 'The ledger is only ever added to.';

export async function guardLedger(db: Kysely<never>, engine: Engine): Promise<void> {
  if (engine === 'postgresql') {
    await sql
      .raw(`create function refuse_ledger_change() returns trigger language plpgsql as $$ begin raise exception '${REFUSAL}'; end $$`)
      .execute(db);
  }
  for (const [table, columns] of Object.entries(FIXED)) {
    for (const [name, event] of [['update', `update of ${columns.join(', ')}`], ['delete', 'delete']] as const) {
      const body = engine === 'postgresql' ? 'execute function refuse_ledger_change()' : `begin select raise(abort, '${REFUSAL}'); end`;
      await sql.raw(`create trigger ${table}_no_${name} before ${event} on ${table} for each row ${body}`).execute(db);
    }
  }
}
