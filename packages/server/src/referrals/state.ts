/** Where a referral stands, and moving it on. */
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import type { OrderRow } from '../orders/tables.ts';
import { takeBack } from '../points/award.ts';
import { announce } from '../webhooks/outbox.ts';
import type { Promised } from './program.ts';
import type { Finding } from './rules/rule.ts';
import type { ReferralRow } from './tables.ts';
import { DAY } from '../time.ts';

export const promisedOf = ({ promised }: ReferralRow): Promised => JSON.parse(promised) as Promised;
export const findingsOf = ({ findings }: ReferralRow): Finding[] => JSON.parse(findings) as Finding[];

/** What a reward of a referral is known by in the ledger and among coupon codes. */
export const advocateSource = ({ id }: Pick<ReferralRow, 'id'>): string => `referral:${id}`;
export const friendSource = ({ id }: Pick<ReferralRow, 'id'>): string => `referral:${id}:friend`;

/** Whether nothing more can come of it. */
export const hasFailed = ({ status }: Pick<ReferralRow, 'status'>): boolean => status === 'declined' || status === 'void';

/** The referral, held until the end of the transaction. */
export const holdReferral = (db: Database, id: string): Promise<ReferralRow | undefined> =>
  db
    .updateTable('referrals')
    .set((eb) => ({ id: eb.ref('id') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();

export const change = (db: Database, { id }: Pick<ReferralRow, 'id'>, changes: Partial<ReferralRow>): Promise<ReferralRow> =>
  db.updateTable('referrals').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

type Stage = Pick<ReferralRow, 'status' | 'reason' | 'available_at'>;

/** Where one that goes on stands: held, waiting for the order, or waiting until the order can’t be returned any more. */
export function stageOf(referral: ReferralRow, order: OrderRow | undefined): Stage {
  const due = order?.delivered_at ? new Date(Date.parse(order.delivered_at) + promisedOf(referral).returnDays * DAY).toISOString() : null;
  if (referral.held) return { status: 'pending', reason: 'under_review', available_at: due };
  return order ? { status: 'pending', reason: 'awaiting_return_window', available_at: due } : { status: 'claimed', reason: 'awaiting_order', available_at: null };
}

/** Keeps it back until the merchant has looked at it. */
export const holdBack = (context: Context, referral: ReferralRow, finding: Finding, changes: Partial<ReferralRow> = {}): Promise<ReferralRow> =>
  change(context.db, referral, {
    ...changes,
    held: 1,
    status: 'pending',
    reason: 'under_review',
    findings: JSON.stringify([...findingsOf(referral).filter(({ rule }) => rule !== finding.rule), finding]),
  });

export interface Ending {
  /** `declined` when it never was a referral, `void` when what it needs was undone or never came. */
  status: 'declined' | 'void';
  /** One of the contract’s reasons, which the advocate reads. */
  reason: string;
  /** In words, for the merchant. */
  why: string;
}

/** Ends a referral that has not failed yet, and takes back what it gave. The referral must be held. */
export async function end(context: Context, referral: ReferralRow, { status, reason, why }: Ending, changes: Partial<ReferralRow> = {}): Promise<ReferralRow> {
  if (hasFailed(referral)) return referral;
  if (referral.status === 'approved') for (const source of [advocateSource(referral), friendSource(referral)]) await takeBack(context, source);
  const ended = await change(context.db, referral, { ...changes, status, reason, held: 0, available_at: null, merchant_reason: why, ended_at: context.now.toISOString() });
  // A coupon can’t be taken back here; the shop gets to know which one to cancel.
  await announce(context, 'referral.declined', { referralId: ended.id, shopperId: ended.advocate_id, status, reason, rewardCode: ended.reward_code });
  return ended;
}
