import type { Flag, InstantText, JsonText } from '../database/columns.ts';

export interface ReviewRow {
  id: string;
  /** A line of an order is reviewed once. */
  order_line_id: string;
  shopper_id: string;
  product_id: string;
  rating: number;
  title: string | null;
  body: string | null;
  display_name: string | null;
  /** `[{ id, rating }]`. */
  aspects: JsonText;
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  /** Why it was rejected, in words for the shopper. */
  reason: string | null;
  /** Counts up with each change of the text, so that nobody publishes what they have not read. */
  version: number;
  /** Whether an incentive was shown before it was submitted. */
  incentivised: Flag;
  /** What was shown and promised, whatever the rating: an `Incentive` in the shopper’s language and where it comes from. Null when nothing was. */
  incentive: JsonText | null;
  /** `waiting` until it is published, `given` for ever after: a line is rewarded once. */
  reward: 'none' | 'waiting' | 'given';
  /** How often a reward was set waiting; part of its name in the ledger. */
  reward_count: number;
  /** The coupon code, where that is the reward. */
  reward_code: string | null;
  created_at: InstantText;
  updated_at: InstantText;
  /** When it was first published. */
  published_at: InstantText | null;
  moderated_at: InstantText | null;
}

export interface ReviewTables {
  reviews: ReviewRow;
}
