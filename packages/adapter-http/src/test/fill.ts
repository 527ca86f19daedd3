/**
 * Writes a world of the conformance kit into a server. By the merchant’s operations, but without HTTP and in one transaction: it happens a hundred
 * times in a run.
 */
import type { OrderFact, Seeded, ShopperFact, World } from '@aftercart/adapter-kit';
import type { Context } from '../../../server/src/context.ts';
import { MERCHANT_OPERATIONS } from '../../../server/src/merchant/operations.ts';
import type { TestServer } from '../../../server/src/test/server.ts';

const MINUTE = 60_000;

/** Does what the merchant API would do. */
type Tell = (name: string, parameters: object, body: object, now?: Date) => Promise<unknown>;

export const teller = (context: Context): Tell => async (name, parameters, body, now = context.now) => {
  const operation = MERCHANT_OPERATIONS.find(({ verb, path }) => `${verb} ${path}` === name);
  if (!operation) throw new Error(`The merchant API has no ${name}.`);
  return operation.handle({ parameters: operation.parameters?.parse(parameters) ?? {}, body: operation.body?.parse(body) }, { ...context, now });
};

export async function fill(server: TestServer, world: World): Promise<Seeded> {
  server.setNow(world.now);
  const orders = Object.fromEntries(world.orders.map(({ name }, index) => [name, `AC-${1_001 + index}`]));
  await server.transact(async (context) => {
    const tell = teller(context);
    for (const order of world.orders) await fillOrder(tell, orders[order.name]!, order);
    // After the orders, which would earn points that nobody asked for.
    await fillPoints(tell, world);
    for (const shopper of world.shoppers) await fillShopper(tell, shopper, context.now);
    await tell('PUT /reviews/settings', {}, { body: { askAfterDays: 0 } });
    await fillReferrals(tell, world);
    if (world.policies) {
      const policies = world.policies.map(({ applicableCountry: countries, ...policy }) => ({ ...policy, appliesTo: { countries } }));
      await tell('PUT /returns/policies', {}, { body: { timeZone: 'Europe/Athens', policies } });
    }
    for (const [locale, entries] of Object.entries(world.faq ?? {})) await tell('PUT /faq/locales/{locale}/entries', { locale }, { entries });
    if (world.contact) await tell('PUT /faq/contact', {}, { body: world.contact });
  });
  const tokens = await Promise.all(world.shoppers.map(async ({ name }) => [name, await server.token(name)] as const));
  return { tokens: Object.fromEntries(tokens), orders, rewards: Object.fromEntries(world.points?.rewards.map(({ name }) => [name, name]) ?? []) };
}

async function fillOrder(tell: Tell, number: string, { shopper, email, postcode, placedAt, deliveredAt, items, parcels }: OrderFact): Promise<void> {
  await tell('PUT /orders/{number}', { number }, {
    shopper, email, postcode, placedAt, currency: items[0]!.price.currency, country: 'GR',
    total: items.reduce((sum, { quantity, price }) => sum + quantity * price.amount, 0),
    lines: items.map(({ name, quantity, price }, index) => ({ productId: `product-${index + 1}`, name, quantity, unitPrice: price.amount })),
  });
  await tell('POST /orders/{number}/paid', { number }, { at: placedAt });
  if (deliveredAt) await tell('POST /orders/{number}/delivered', { number }, { at: deliveredAt });
  for (const { carrier, trackingNumber, events } of parcels) {
    const which = { orderNumber: number, carrier, trackingNumber };
    await tell('PUT /orders/{orderNumber}/shipments/{carrier}/{trackingNumber}', which, {});
    if (events.length) {
      const named = events.map((event, index) => ({ id: `${trackingNumber}-${index}`, ...event }));
      await tell('POST /orders/{orderNumber}/shipments/{carrier}/{trackingNumber}/events', which, { events: named });
    }
  }
}

async function fillPoints(tell: Tell, { points }: World): Promise<void> {
  if (!points) return;
  const { rewards, tiers: _, earningRules, terminology, ...program } = points;
  for (const { name, codes } of rewards) await tell('POST /points/coupon-codes', {}, { pool: name, codes });
  await tell('PUT /points/program', {}, {
    body: {
      ...program,
      ...(terminology && { terminology: { en: terminology } }),
      earningRules: earningRules.map(({ id, title, points: earned, per }) => ({ id, kind: 'purchase', title, rates: [{ points: earned, per }] })),
      rewards: rewards.map(({ name, title, points: price }) => ({ id: name, kind: 'amount_off', title, cost: { type: 'fixed', points: price }, pool: name })),
    },
  });
}

async function fillReferrals(tell: Tell, { referrals }: World): Promise<void> {
  if (!referrals) return;
  const { friendOffer, ...program } = referrals;
  await tell('POST /points/coupon-codes', {}, { pool: 'friends', codes: [...Array(20).keys()].map((index) => `FRIEND-${index}`) });
  await tell('PUT /referrals/program', {}, {
    body: { ...program, friendOffer: { ...friendOffer, pool: 'friends' }, landingUrl: 'https://shop.example/friends?ref={code}&via={channel}' },
  });
}

async function fillShopper(tell: Tell, { name, email, member, balance, smallEntries = 0 }: ShopperFact, now: Date): Promise<void> {
  await tell('PUT /shoppers/{shopperId}', { shopperId: name }, { email, ...(member && { member }) });
  const give = (points: number, reference: string, at: Date) =>
    tell('POST /points/adjustments', {}, { shopperId: name, points, reason: 'Given by hand', reference: `${name}-${reference}` }, at);
  for (let index = smallEntries; index > 0; index--) await give(1, `small-${index}`, new Date(now.getTime() - (index + 1) * MINUTE));
  if (balance > smallEntries) await give(balance - smallEntries, 'rest', now);
}
