/** What an adapter’s authors give to the kit. */
import type { Adapter } from '@aftercart/contract';
import type { Seeded, World } from './world.ts';

/**
 * What the backend holds, read past the adapter: from the database, an admin API, the files. The kit believes this and not the adapter.
 * A question that the backend can’t answer is left out; checks that need it are skipped and say so.
 */
export interface Inspection {
  /** Spendable points of a shopper. */
  balance?(shopper: string): Promise<number>;
  /** Ledger entries of a shopper: how many, and their sum. */
  ledger?(shopper: string): Promise<{ id: string; delta: number }[]>;
  redemptions?(shopper: string): Promise<{ id: string; rewardId: string; pointsSpent: number; revoked: boolean }[]>;
  /** Whether the shopper is a member of the points program. */
  enrolled?(shopper: string): Promise<boolean>;
  /** Claims of friends. */
  claims?(): Promise<{ code: string; email: string }[]>;
  reviews?(shopper: string): Promise<{ id: string; rating: number; body: string | null; status: string }[]>;
  /** Withdrawals that were declared and confirmed. */
  withdrawals?(): Promise<{ orderNumber: string; email: string }[]>;
  /** Votes on an entry, by the id that the backend gives it. */
  votes?(entryId: string): Promise<{ helpful: boolean }[]>;
  /** Parcels of an order, by the number that the shopper knows. */
  parcels?(orderNumber: string): Promise<{ trackingNumber: string; events: number }[]>;
}

/** The time of the backend under test. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the backend’s time forward. Left out where it can’t be moved. */
  advance?(milliseconds: number): Promise<void>;
}

export interface AdapterSetup {
  /**
   * Makes the adapter, as a shop would. It must use this `fetch` for every request: the kit listens there, and breaks things.
   * An adapter without requests ignores it, and skips `transport` with a reason.
   */
  create(options: { fetch: typeof fetch }): Adapter | Promise<Adapter>;
  /**
   * Empties the backend and writes a world into it. Called before every check, but for one that follows reads of the same world. An adapter that
   * was made before stays usable: it reads what was written last.
   */
  seed(world: World): Promise<Seeded>;
  /** Looks into the backend, past the adapter. */
  inspect: Inspection;
  /** Where the kit’s `fetch` hands requests on to; the machine’s `fetch` when left out. */
  fetch?: typeof fetch;
  /** The backend’s time; the machine’s when left out. */
  clock?: Clock;
  /** A new checkpoint reaches the backend, for `tracking.subscribe`. */
  emit?(orderNumber: string, event: { status: string; description: string }): Promise<void>;
  /** Checks that can’t hold for this backend: a group (`transport`), a capability (`points.redeem`) or a whole name → the reason. */
  skip?: Record<string, string>;
  /** Milliseconds after which what never comes counts as failed; 4,000 when left out. A check that passes waits for nothing. */
  patience?: number;
}
