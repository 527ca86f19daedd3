/** Forgetting events that are of no more use. */
import type { Runtime } from '../context.ts';
import { DAY } from '../time.ts';

/** Days that a delivered event can still be looked up. */
const DELIVERED_DAYS = 7;
/** Days that one that was given up can still be sent again. */
const FAILED_DAYS = 90;

export async function pruneOutbox({ store: { db }, clock }: Pick<Runtime, 'store' | 'clock'>): Promise<void> {
  const before = (days: number) => new Date(clock().getTime() - days * DAY).toISOString();
  await db.deleteFrom('outbox').where('delivered_at', '<', before(DELIVERED_DAYS)).execute();
  await db
    .deleteFrom('outbox')
    .where('next_attempt_at', 'is', null)
    .where('delivered_at', 'is', null)
    .where('created_at', '<', before(FAILED_DAYS))
    .execute();
}
