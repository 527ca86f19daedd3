import type { Flag, InstantText } from '../database/columns.ts';

/** What a shopper has: the sum of the ledger, kept with it in one transaction so that reading costs one row. */
export interface PointsAccountRow {
  shopper_id: string;
  /** Sum of `delta`. Negative is a debt, which the next points that become spendable pay. */
  balance: number;
  /** Sum of `pending_delta`. */
  pending: number;
  /** Points ever earned, less what refunds took back. */
  lifetime: number;
  /** Points ever redeemed, less what was given back. */
  spent: number;
  /** When time next changes the account: a batch becomes spendable or expires, the tier is reviewed. Null when it never will. */
  due_at: InstantText | null;
  /** Counts up with each change: the ids of the account’s live events. */
  change: number;
  tier_id: string | null;
  /** When the tier is reviewed. */
  tier_expires_at: InstantText | null;
}

export type EntryKind = 'purchase' | 'sign_up' | 'review' | 'referral' | 'birthday' | 'redemption' | 'refund' | 'expiry' | 'adjustment' | 'other';

/** One line of the ledger. Never deleted; its sums and its cause are never changed (the database refuses both). */
export interface PointsEntryRow {
  id: string;
  shopper_id: string;
  /** Change of the spendable balance. */
  delta: number;
  /** Change of the pending points. */
  pending_delta: number;
  kind: EntryKind;
  description: string | null;
  /** What caused it, such as `order:NP-10241`; unique, so that the same cause counts once. */
  source: string;
  /** The batch that it began, changed or ended. */
  batch_id: string | null;
  redemption_id: string | null;
  created_at: InstantText;
  /** 0 for what the ledger needs and a shopper need not see, such as a batch that became spendable. */
  shown: Flag;
}

export type BatchStatus = 'pending' | 'approved' | 'void' | 'expired';

/** Points that were earned together, become spendable together and expire together. */
export interface PointsBatchRow {
  id: string;
  shopper_id: string;
  kind: EntryKind;
  points: number;
  /** What of it is neither spent, expired nor taken back: `points` less all allocations. */
  remaining: number;
  /** How many of it were taken back because its cause was undone, from this batch or from others. */
  taken_back: number;
  /** How many of it expired. */
  lapsed: number;
  status: BatchStatus;
  /** What a pending one waits for. */
  reason: string | null;
  description: string | null;
  available_at: InstantText | null;
  expires_at: InstantText | null;
  order_number: string | null;
  created_at: InstantText;
}

/** What an entry took from a batch; less than zero for what it gave back. Never changed, never deleted. */
interface PointsAllocationRow {
  entry_id: string;
  batch_id: string;
  points: number;
}

export interface RedemptionRow {
  id: string;
  shopper_id: string;
  reward_id: string;
  title: string;
  points_spent: number;
  fulfilment: 'pending' | 'issued' | 'cancelled' | 'failed';
  usage: 'unused' | 'used' | 'untracked';
  code: string | null;
  expires_at: InstantText | null;
  revoked_at: InstantText | null;
  created_at: InstantText;
}

/** Codes that the shop made beforehand; each is given out once. */
interface CouponCodeRow {
  code: string;
  /** Which rewards or offers they are for. */
  pool: string;
  /** Who got it: a redemption or a referral. Stays when that comes to nothing, since somebody has seen the code. */
  taken_by: string | null;
  taken_at: InstantText | null;
  expires_at: InstantText | null;
}

export interface PointsTables {
  points_accounts: PointsAccountRow;
  points_entries: PointsEntryRow;
  points_batches: PointsBatchRow;
  points_allocations: PointsAllocationRow;
  redemptions: RedemptionRow;
  coupon_codes: CouponCodeRow;
}
