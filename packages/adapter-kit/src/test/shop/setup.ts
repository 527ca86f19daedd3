/** The test shop as a set-up for the kit: it has a place for every fact of every world. */
import type { Adapter } from '@aftercart/contract';
import type { AdapterSetup } from '../../setup.ts';
import { shopAdapter, type OpenAdapter } from './adapter.ts';
import { serve } from './serve.ts';
import { balanceOf, openShop, type Member, type Shop } from './state.ts';

const START = Date.parse('2026-11-22T09:00:00Z');

export type MakeAdapter = (options: { fetch: typeof fetch }) => OpenAdapter;

export function shopSetup(make: MakeAdapter = shopAdapter): AdapterSetup {
  let shop: Shop;
  let now = START;
  const member = (name: string): Member => shop.members.find((known) => known.name === name)!;
  return {
    create: (options) => make(options) as unknown as Adapter,
    fetch: serve(() => shop),
    async seed(world) {
      const opened = openShop(world, () => now);
      shop = opened.shop;
      return opened.seeded;
    },
    clock: { now: () => now, advance: async (milliseconds) => void (now += milliseconds) },
    async emit(orderNumber, event) {
      const time = { value: '2026-11-22T09:00', precision: 'minute' as const, offset: '+02:00' };
      const [parcel] = shop.orders.get(orderNumber)!.parcels;
      parcel!.events = [...parcel!.events, { ...(event as { status: 'in_transit'; description: string }), time }];
      shop.change();
    },
    // Long enough for anything that comes, and short enough for what never does.
    patience: 1_000,
    inspect: {
      balance: async (name) => balanceOf(member(name)),
      ledger: async (name) => member(name).entries.map(({ id, delta }) => ({ id, delta })),
      redemptions: async (name) => member(name).redemptions.map(({ id, rewardId, points, revoked }) => ({ id, rewardId, pointsSpent: points, revoked })),
      enrolled: async (name) => member(name).member,
      claims: async () => shop.claims.map(({ code, email }) => ({ code, email })),
      reviews: async (name) => member(name).reviews.map(({ id, rating, body, status }) => ({ id, rating, body: body ?? null, status })),
      withdrawals: async () => [...shop.receipts.values()].map(({ orderNumber, email }) => ({ orderNumber, email })),
      votes: async (entryId) => shop.votes.filter((vote) => vote.entryId === entryId).map(({ helpful }) => ({ helpful })),
      parcels: async (number) => shop.orders.get(number)?.parcels.map(({ trackingNumber, events }) => ({ trackingNumber, events: events.length })) ?? [],
    },
  };
}
