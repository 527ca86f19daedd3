/** What the small shop holds: everything in memory, made anew by each world. */
import { currencyExponent } from '@aftercart/contract';
import type { Seeded, World } from '../../world.ts';
import { Refusal, type Answer, type Asked } from '../exchange.ts';
import { openOrders, type Order } from './open-orders.ts';

interface Entry {
  id: string;
  change: number;
  /** `opening`, `visit`, `redemption` or `returned`. */
  kind: string;
  text: string;
  at: string;
}

export interface Redemption {
  id: string;
  rewardId: string;
  title: string;
  points: number;
  coupon: string;
  at: string;
  returned: boolean;
}

interface Review {
  id: string;
  purchase: string;
  stars: number;
  headline: string | null;
  text: string | null;
  name: string | null;
  rewarded: boolean;
  at: string;
}

export interface Shopper {
  name: string;
  email: string;
  member: boolean;
  /** Newest first. */
  entries: Entry[];
  redemptions: Redemption[];
  reviews: Review[];
  code: string;
}

export interface Reward {
  id: string;
  title: string;
  points: number;
  /** Coupons that are left. */
  codes: string[];
}

export interface Shop {
  world: World;
  now(): string;
  shoppers: Shopper[];
  tokens: Map<string, Shopper>;
  orders: Order[];
  rewards: Reward[];
  claims: { code: string; email: string; coupon: string }[];
  votes: { entryId: string; helpful: boolean }[];
  /** Answers to writes by who, and which key. */
  done: Map<string, { act: string; answer: Answer }>;
  /** A new number, never given twice. */
  next(): number;
}

/** A shop that holds a world, and what the shop calls the things in it. */
export function openShop(world: World, now: () => string): { shop: Shop; seeded: Seeded } {
  let count = 1_000;
  const next = () => ++count;
  const shoppers = world.shoppers.map((fact): Shopper => {
    const small = [...Array(fact.smallEntries ?? 0).keys()].map((index) => index + 1);
    const minutesBefore = (minutes: number) => new Date(Date.parse(world.now) - minutes * 60_000).toISOString();
    const opening = fact.balance - small.length;
    return {
      name: fact.name,
      email: fact.email,
      member: fact.member,
      entries: [
        ...(opening ? [{ id: `e${next()}`, change: opening, kind: 'opening', text: 'Opening balance', at: minutesBefore(1) }] : []),
        ...small.map((minutes) => ({ id: `e${next()}`, change: 1, kind: 'visit', text: 'Visit', at: minutesBefore(minutes + 1) })),
      ],
      redemptions: [],
      reviews: [],
      code: `FRIEND-${next()}`,
    };
  });
  const tokens = new Map(shoppers.map((shopper) => [`mock-${crypto.randomUUID()}`, shopper]));
  const { orders, numbers } = openOrders(world, next);
  const rewards = (world.points?.rewards ?? []).map(({ name: _, codes, ...fact }) => ({ ...fact, id: `r${next()}`, codes: [...codes] }));
  return {
    shop: { world, now, shoppers, tokens, orders, rewards, claims: [], votes: [], done: new Map(), next },
    seeded: {
      tokens: Object.fromEntries([...tokens].map(([token, { name }]) => [name, token])),
      orders: numbers,
      rewards: Object.fromEntries((world.points?.rewards ?? []).map(({ name }, index) => [name, rewards[index]!.id])),
    },
  };
}

export const balanceOf = ({ entries }: Shopper): number => entries.reduce((sum, { change }) => sum + change, 0);

/**
 * Who asks: the token says, and nothing else.
 *
 * @throws Refusal when the token is none of ours.
 */
export function askerOf({ tokens }: Shop, { headers }: Asked): Shopper | null {
  const { authorization } = headers;
  if (authorization === undefined) return null;
  const shopper = tokens.get(/^Bearer (\S+)$/.exec(String(authorization))?.[1] ?? '');
  if (!shopper) throw new Refusal(401, 'unknown_token', 'This token is not known.');
  return shopper;
}

/** @throws Refusal for guests. */
export function signedIn(shop: Shop, asked: Asked): Shopper {
  const shopper = askerOf(shop, asked);
  if (!shopper) throw new Refusal(401, 'sign_in_first', 'Somebody has to be signed in for this.');
  return shopper;
}

/** An amount as the API writes it: `{ "value": "12.90", "currency": "EUR" }`. */
export function decimal({ amount, currency }: { amount: number; currency: string }): { value: string; currency: string } {
  const digits = currencyExponent(currency);
  return { value: (amount / 10 ** digits).toFixed(digits), currency };
}
