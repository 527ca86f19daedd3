import type { InstantText, JsonText } from '../database/columns.ts';

/** How a withdrawal belongs to the order that it names. */
export type WithdrawalMatch = 'owner' | 'email' | 'none';

/** A withdrawal that was declared and confirmed (Art. 11a Directive 2011/83/EU). */
export interface WithdrawalRow {
  id: string;
  order_number: string;
  /** Who was signed in. */
  shopper_id: string | null;
  /** Null once the person is erased. */
  name: string | null;
  email: string | null;
  email_hash: string | null;
  /** Null for the whole order. */
  items: JsonText | null;
  /** Never asked for. */
  reason: string | null;
  /** The declaration, word for word. */
  content: string;
  /** `owner`: the signed-in owner of the order. `email`: the e-mail is that of the order. `none`: for the merchant to check. */
  match: WithdrawalMatch;
  /** Whose declarations can’t be made twice: `owner`, or the fingerprint of an e-mail. */
  claimant: string;
  /** The items in one order and writing; empty for the whole order. */
  items_key: string;
  /** Fingerprint of the declaration: the same one confirmed again is the same withdrawal. */
  content_hash: string;
  received_at: InstantText;
}

export interface ReturnsTables {
  withdrawals: WithdrawalRow;
}
