import type { DateText, InstantText } from '../database/columns.ts';

/** A customer of the shop whom this server has heard of, by the `sub` of the shop’s tokens. */
export interface ShopperRow {
  id: string;
  /** `candidate` has an account with the shop and is not in the program. */
  state: 'candidate' | 'member' | 'blocked';
  /** Why the merchant blocked, for the merchant. */
  blocked_reason: string | null;
  enrolled_at: InstantText | null;
  /** `MM-DD`; the year is nobody’s business. */
  birthday: string | null;
  email_hash: string | null;
  /** Fingerprint of the normalised postal address. */
  household_hash: string | null;
  created_at: InstantText;
  /** The last day on which the birthday was rewarded. */
  birthday_rewarded_on: DateText | null;
}

export interface ShopperTables {
  shoppers: ShopperRow;
}
