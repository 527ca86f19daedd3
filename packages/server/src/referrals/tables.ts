import type { ErrorCode } from '@aftercart/contract';
import type { Flag, InstantText, JsonText } from '../database/columns.ts';

/** The code of a shopper who may invite. One that was retired stays, so that its friends are told that it is too old. */
export interface ReferralCodeRow {
  code: string;
  shopper_id: string;
  /** Of the e-mail in the token that the code was made with, when there was one. */
  email_hash: string | null;
  /** Of that e-mail without what is easily varied; see `emailStem`. */
  email_stem_hash: string | null;
  /** Fingerprint of network and browser that asked for it first. */
  client_hash: string | null;
  created_at: InstantText;
  /** When the merchant took it out of use. */
  retired_at: InstantText | null;
  last_claimed_at: InstantText | null;
}

export interface ReferralRow {
  id: string;
  advocate_id: string;
  /** The same friend gets the same code again. */
  friend_email_hash: string;
  friend_stem_hash: string | null;
  /** When the friend was signed in. */
  friend_shopper_id: string | null;
  /** Masked, such as `m•••a@e•••.gr`: all that anybody is ever shown. */
  friend_label: string;
  status: 'claimed' | 'pending' | 'approved' | 'declined' | 'void';
  /** For the advocate: one of the contract’s plain reasons. */
  reason: string | null;
  /** Whether the merchant has to look at it before it goes on. */
  held: Flag;
  /** For the merchant: what looked odd, as a list of `Finding`s. */
  findings: JsonText;
  /** For the merchant: why it ended, in words. */
  merchant_reason: string | null;
  /** What was promised when it was claimed, as `Promised`: a program that changes later changes nothing of it. */
  promised: JsonText;
  /** The friend’s coupon code. */
  code: string | null;
  /** Last moment for the friend’s order; null until the friend is given the offer. */
  expires_at: InstantText | null;
  /** The friend’s first order. */
  order_number: string | null;
  /** When the advocate’s reward is due. */
  available_at: InstantText | null;
  /** The advocate’s coupon code, where that is the reward. */
  reward_code: string | null;
  client_hash: string | null;
  created_at: InstantText;
  /** When it was approved, declined or became void. */
  ended_at: InstantText | null;
}

/** A claim that was refused. Kept for 90 days. */
interface ReferralRefusalRow {
  id: string;
  advocate_id: string;
  friend_email_hash: string;
  friend_label: string;
  /** Which rule spoke. */
  rule: string;
  /** What the friend was told. */
  code: ErrorCode;
  /** Why, for the merchant. */
  reason: string;
  client_hash: string | null;
  created_at: InstantText;
}

export interface ReferralTables {
  referral_codes: ReferralCodeRow;
  referrals: ReferralRow;
  referral_refusals: ReferralRefusalRow;
}
