/** What the kit’s own test shop holds, and who asks for it. */
import { AdapterError, type LedgerEntry, type Review, type WithdrawalReceipt } from '@aftercart/contract';
import type { OrderFact, Seeded, World } from '../../world.ts';

export interface Redeemed {
  id: string;
  rewardId: string;
  title: string;
  points: number;
  code: string;
  revoked: boolean;
}

export interface Member {
  name: string;
  email: string;
  member: boolean;
  /** Newest first. */
  entries: LedgerEntry[];
  redemptions: Redeemed[];
  reviews: Review[];
}

export interface Shop {
  world: World;
  /** Milliseconds since 1970. */
  now(): number;
  members: Member[];
  orders: Map<string, OrderFact>;
  rewards: Map<string, { title: string; points: number; codes: string[] }>;
  claims: { id: string; code: string; email: string; coupon: string }[];
  declarations: Map<string, { orderNumber: string; name: string; email: string }>;
  receipts: Map<string, WithdrawalReceipt>;
  votes: { entryId: string; who: string; helpful: boolean }[];
  /** Answers by who and key. */
  answered: Map<string, { act: string; answer: Promise<unknown> }>;
  next(): number;
  /** Tells whoever waits that something has changed. */
  change(): void;
  changed(after: number, signal: AbortSignal | undefined): Promise<number>;
}

/** One request: by whom, in which language. */
export interface Asking {
  shop: Shop;
  who: Member | undefined;
  locale: string;
  signal: AbortSignal | undefined;
  /** Lets others act between looking and booking, as a backend does that forgot its transaction. */
  isCareless: boolean;
}

export const tokenOf = (name: string): string => `token-of-${name}`;
export const refuse = (code: ConstructorParameters<typeof AdapterError>[0]): never => {
  throw new AdapterError(code);
};
export const signedIn = ({ who }: Asking): Member => who ?? refuse('UNAUTHENTICATED');
export const balanceOf = ({ entries }: Member): number => entries.reduce((sum, { delta }) => sum + delta, 0);

const MINUTE = 60_000;

export function openShop(world: World, now: () => number): { shop: Shop; seeded: Seeded } {
  let count = 0;
  let changes = 0;
  let waiting: (() => void)[] = [];
  const next = () => ++count;
  const minutesAgo = (minutes: number) => new Date(Date.parse(world.now) - minutes * MINUTE).toISOString();
  const entry = (delta: number, minutes: number): LedgerEntry => ({ id: `entry-${next()}`, delta, status: 'approved', kind: 'adjustment', createdAt: minutesAgo(minutes) });
  const numbers = Object.fromEntries(world.orders.map(({ name }, index) => [name, `T-${index + 1}`]));
  const shop: Shop = {
    world, now,
    members: world.shoppers.map(({ name, email, member, balance, smallEntries = 0 }) => ({
      name, email, member, redemptions: [], reviews: [],
      entries: [...(balance > smallEntries ? [entry(balance - smallEntries, 0)] : []), ...Array.from({ length: smallEntries }, (_, index) => entry(1, index + 1))],
    })),
    orders: new Map(world.orders.map((order) => [numbers[order.name]!, order])),
    rewards: new Map(world.points?.rewards.map(({ name, title, points, codes }) => [`reward-${name}`, { title, points, codes: [...codes] }])),
    claims: [], declarations: new Map(), receipts: new Map(), votes: [], answered: new Map(),
    next,
    change() {
      changes++;
      for (const wake of waiting) wake();
      waiting = [];
    },
    async changed(after, signal) {
      if (changes > after) return changes;
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), { once: true });
      });
      return changes;
    },
  };
  return {
    shop,
    seeded: {
      tokens: Object.fromEntries(world.shoppers.map(({ name }) => [name, tokenOf(name)])),
      orders: numbers,
      rewards: Object.fromEntries(world.points?.rewards.map(({ name }) => [name, `reward-${name}`]) ?? []),
    },
  };
}

/** A page of a list that is newest first; the cursor is the last id seen. */
export function pageOf<T extends { id: string }>(items: readonly T[], { cursor, limit }: { cursor?: string | null; limit?: number | null }): { items: T[]; nextCursor: string | null } {
  const start = cursor ? items.findIndex(({ id }) => id === cursor) + 1 : 0;
  const page = items.slice(start, start + (limit ?? 50));
  return { items: page, nextCursor: start + page.length < items.length ? page.at(-1)!.id : null };
}
