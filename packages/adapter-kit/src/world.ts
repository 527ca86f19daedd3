/**
 * The shop that the kit asks for: facts in the contract’s own words, which `seed` writes into the backend under test. A fact that
 * the backend has no place for is left out, and its checks are skipped with a reason.
 */
import type { ContactInfo, FaqEntry, Money, PointsProgram, ReferralProgram, ReturnPolicy, TrackingEvent } from '@aftercart/contract';

/** Somebody who has signed in. `name` is how checks call them (`ann`), and what `Seeded.tokens` is keyed by. */
export interface ShopperFact {
  name: string;
  email: string;
  /** Member of the points program. */
  member: boolean;
  /** Points that can be spent, scaled by the program’s `decimals`. */
  balance: number;
  /** How many points of the balance came one by one, as ledger entries that are older than the rest: for checks that walk a long list. */
  smallEntries?: number;
}

/** One parcel of an order, as the carrier tells it. */
export interface ParcelFact {
  carrier: string;
  trackingNumber: string;
  /** Checkpoints in the order in which the carrier sent them, which is not the order in which they happened. */
  events: Omit<TrackingEvent, 'id'>[];
}

export interface OrderFact {
  /** How checks call it; the backend chooses its number, and `seed` tells it. */
  name: string;
  /** Who bought, or null for a guest. */
  shopper: string | null;
  email: string;
  postcode: string;
  /** RFC 3339. */
  placedAt: string;
  /** RFC 3339, once every parcel has arrived. */
  deliveredAt?: string;
  items: { name: string; quantity: number; price: Money }[];
  parcels: ParcelFact[];
}

/** What one `seed` writes. A service that the adapter does not have is left out. */
export interface World {
  /** RFC 3339: when all this is true. The backend’s clock stands here, if it can be set. */
  now: string;
  shoppers: ShopperFact[];
  orders: OrderFact[];
  points?: Omit<PointsProgram, 'rewards'> & { rewards: { name: string; title: string; points: number; codes: string[] }[] };
  referrals?: ReferralProgram;
  policies?: ReturnPolicy[];
  /** Entries by BCP 47 tag. */
  faq?: Record<string, FaqEntry[]>;
  contact?: ContactInfo;
}

/** What the backend made of a world: its own identifiers, by the names that the world uses. */
export interface Seeded {
  /** A token for each shopper, as `context.token()` gives it to the adapter. */
  tokens: Record<string, string>;
  /** Order numbers as the shopper knows them. */
  orders: Record<string, string>;
  /** Reward ids. */
  rewards?: Record<string, string>;
  /** Ids of FAQ entries by the id in the world, where the backend gives its own. */
  faq?: Record<string, string>;
  /**
   * What the backend holds in place of what was asked for, where it can’t be filled: a demo, a shop that is live. Checks then go by these facts; those
   * that need one which is not there are skipped and say so.
   */
  world?: { [Fact in keyof World]?: World[Fact] | undefined };
}
