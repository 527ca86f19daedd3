/** What of an entry counts as earned: not what was spent, expired or came back; less what refunds took. */
import { sql } from 'kysely';
import type { EntryKind } from '../tables.ts';

export function earnedBy(kind: EntryKind, delta: number): number {
  if (kind === 'redemption' || kind === 'expiry') return 0;
  return kind === 'adjustment' ? Math.max(0, delta) : delta;
}

/** The same for the database. */
export const EARNED = sql<number>`case when kind in ('redemption', 'expiry') or (kind = 'adjustment' and delta < 0) then 0 else delta end`;
