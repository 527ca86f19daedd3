/** A real Vendure for the conformance kit: its worlds written in through Vendure’s own APIs, and read back past the adapter. */
import type { Inspection, OrderFact, Seeded, World } from '@aftercart/adapter-kit';
import type { ReturnPolicy } from '@aftercart/contract';
import { openShop, type Placed, type Shop } from '../../../vendure-plugin/src/test/shop.ts';
import { setDates } from '../../../vendure-plugin/src/test/dates.ts';

export interface KitShop {
  /** Of the Shop API. */
  endpoint: string;
  /** The world’s, always the same list. */
  policies: ReturnPolicy[];
  seed(world: World): Promise<Seeded>;
  inspect: Inspection;
  stop(): Promise<void>;
}

/** What was bought and by whom, which no check changes. */
interface Bought {
  emails: Record<string, string>;
  orders: Record<string, Placed>;
}

const TABLES = ['act', 'member', 'points_award', 'points_entry', 'pool_code', 'redemption', 'review'];

export async function openKitShop(): Promise<KitShop> {
  const shop = await openShop({ options: {} });
  const { runtime } = shop.vendure;
  const sql = (query: string) => runtime.connection.rawConnection.query(query);
  const policies: ReturnPolicy[] = [];
  const known = new Map<string, Bought>();
  let current: Bought = { emails: {}, orders: {} };

  /** Orders take long to make: those of a world that was there before are taken again. */
  async function boughtIn({ orders, shoppers }: World): Promise<Bought> {
    const key = JSON.stringify(orders.map(({ items, parcels, deliveredAt, ...order }) => [order.name, order.email, items, parcels.map(({ trackingNumber }) => trackingNumber), !deliveredAt]));
    const before = known.get(key);
    if (before) return before;
    const bought: Bought = { emails: {}, orders: {} };
    const tokens: Record<string, string> = {};
    for (const { name, email } of shoppers) {
      // Each world has shoppers of its own.
      bought.emails[name] = email.replace('@', `+${known.size}@`);
      tokens[name] = await shop.signUp(bought.emails[name]!);
    }
    for (const order of orders) bought.orders[order.name] = await buy(shop, order, order.shopper === null ? order.email : bought.emails[order.shopper]!, order.shopper === null ? undefined : tokens[order.shopper]);
    known.set(key, bought);
    return bought;
  }

  async function seed(world: World): Promise<Seeded> {
    for (const table of TABLES) await sql(`delete from aftercart_${table}`);
    const rewards = world.points?.rewards ?? [];
    runtime.configure({
      points: {
        ...(world.points?.name && { name: world.points.name }),
        ...(world.points?.terminology && { terminology: { one: world.points.terminology.one ?? world.points.terminology.other, other: world.points.terminology.other } }),
        decimals: world.points?.decimals ?? 0,
        purchase: { title: 'Shop', points: 1, per: { amount: 100, currency: 'EUR' }, pendingDays: 30 },
        // Only a code that Vendure itself takes can be given back.
        rewards: rewards.map(({ name, title, points, codes }) => ({ id: name, title, points, ...(codes.length > 1 ? { coupon: { type: 'amount_off', amount: 500 } } : { pool: name }) })),
      },
      reviews: { lastDay: 90 },
    });
    for (const { name, codes } of rewards) {
      if (codes.length <= 1) await shop.admin(`mutation ($pool: String!, $codes: [String!]!) { addAftercartCodes(pool: $pool, codes: $codes) }`, { pool: name, codes });
    }
    policies.splice(0, Infinity, ...(world.policies ?? []));
    current = await boughtIn(world);
    for (const order of world.orders) await setDates(runtime, current.orders[order.name]!, order);
    const tokens: Record<string, string> = {};
    for (const { name, member, balance, smallEntries = 0 } of world.shoppers) {
      const email = current.emails[name]!;
      tokens[name] = await shop.signIn(email);
      if (!member) continue;
      await shop.visitor(tokens[name])(`mutation { aftercartEnrol(idempotencyKey: "seed") { state } }`);
      const id = await shop.customerId(email);
      const give = (points: number, source: string) =>
        shop.admin(`mutation ($id: ID!, $points: Int!, $source: String!) { adjustAftercartPoints(customerId: $id, points: $points, source: $source) { balance } }`, { id, points, source: `${source}-${email}` });
      for (let index = 0; index < smallEntries; index++) await give(1, `small-${index}`);
      await give(balance - smallEntries, 'balance');
    }
    return {
      tokens,
      orders: Object.fromEntries(world.orders.map(({ name }) => [name, current.orders[name]!.code])),
      rewards: Object.fromEntries(rewards.map(({ name }) => [name, name])),
      world: {
        shoppers: world.shoppers.map((shopper) => ({ ...shopper, email: current.emails[shopper.name]! })),
        orders: world.orders.map((order) => (order.shopper === null ? order : { ...order, email: current.emails[order.shopper]! })),
      },
    };
  }

  const rowsOf = async (table: string, shopper: string): Promise<any[]> => sql(`select * from aftercart_${table} where "customerId" = ${await shop.customerId(current.emails[shopper]!)}`);
  const inspect: Inspection = {
    balance: async (shopper) => (await rowsOf('member', shopper))[0]?.balance ?? 0,
    ledger: async (shopper) => (await rowsOf('points_entry', shopper)).map(({ id, delta }) => ({ id: String(id), delta })),
    enrolled: async (shopper) => (await rowsOf('member', shopper)).length === 1,
    redemptions: async (shopper) =>
      (await rowsOf('redemption', shopper)).map(({ id, rewardId, pointsSpent, fulfilment }) => ({ id: String(id), rewardId, pointsSpent, revoked: fulfilment === 'cancelled' })),
    reviews: async (shopper) => (await rowsOf('review', shopper)).map(({ id, rating, body, status }) => ({ id: String(id), rating, body, status })),
    async parcels(orderNumber) {
      const { orders } = await shop.admin(`query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items { fulfillments { trackingCode } } } }`, { code: orderNumber });
      return orders.items[0].fulfillments.map(({ trackingCode }: { trackingCode: string }) => ({ trackingNumber: trackingCode, events: 2 }));
    },
  };
  return { endpoint: `${shop.vendure.url}/shop-api`, policies, seed, inspect, stop: shop.stop };
}

/** A parcel that nobody tells of: without one Vendure delivers nothing. */
const UNTOLD = { carrier: 'Parcel Post', trackingNumber: 'UNTOLD0001', events: [] };

async function buy(shop: Shop, { items, parcels: told, deliveredAt, postcode }: OrderFact, email: string, token: string | undefined): Promise<Placed> {
  const parcels = told.length === 0 && deliveredAt ? [UNTOLD] : told;
  // Each parcel of Vendure has something in it.
  const quantityOf = (index: number, quantity: number) => (index === 0 ? Math.max(quantity, parcels.length) : quantity);
  const order = await shop.buy({ email, postcode, ...(token && { token }), items: items.map(({ name, quantity, price }, index) => ({ name, quantity: quantityOf(index, quantity), price: price.amount })) });
  for (const [index, { carrier, trackingNumber }] of parcels.entries()) {
    const [first, ...others] = order.lines;
    const lines = index === 0 ? [{ id: first!.id, quantity: first!.quantity - (parcels.length - 1) }, ...others] : [{ id: first!.id, quantity: 1 }];
    const id = await shop.ship(order, { method: carrier, code: trackingNumber, lines });
    if (deliveredAt) await shop.move(id, 'Delivered');
  }
  return order;
}
