/** The reference server for the conformance kit: filled by its merchant operations, looked into through its tables. */
import type { AdapterSetup } from '@aftercart/adapter-kit';
import type { Engine } from '../../../server/src/database/database.ts';
import { openTestServer, type TestServer } from '../../../server/src/test/server.ts';
import { makePlace, type TestPlace } from '../../../server/src/test/stores.ts';
import { httpAdapter } from '../index.ts';
import { fill, teller } from './fill.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { proof } from './proof.ts';

const ENDPOINT = 'http://server.test';

export interface Conformance extends AdapterSetup {
  close(): Promise<void>;
}

/** Each world gets a server of its own, since a server remembers; on real sockets, whose requests can be given up. */
export function setUp(engine: Engine): Conformance {
  let place: TestPlace | undefined;
  let server: TestServer | undefined;
  let sockets: Sockets | undefined;
  const close = async () => {
    sockets?.close();
    await server?.close();
  };
  const open = (): TestServer => server ?? raise('Nothing was seeded yet.');
  const db = () => open().runtime.store.db;

  return {
    create: ({ fetch }) => httpAdapter({ endpoint: ENDPOINT, fetch }),
    // An adapter outlives a world, so it knows an address that does too.
    fetch: (input, init) => fetch(String(input).replace(ENDPOINT, sockets?.url ?? ENDPOINT), init),
    async seed(world) {
      await close();
      await place?.empty();
      place ??= await makePlace(engine);
      server = await openTestServer(engine, { place });
      sockets = await openSockets(server.app);
      return fill(server, world);
    },
    clock: { now: () => (server ? server.now().getTime() : Date.parse('2026-11-22T09:00:00Z')), advance: async (milliseconds) => open().advance({ seconds: milliseconds / 1_000 }) },
    async emit(orderNumber, event) {
      const { tracking_number: number, carrier_key: carrier } = await db().selectFrom('shipments').selectAll().where('order_number', '=', orderNumber).orderBy('id').executeTakeFirstOrThrow();
      const time = { value: open().now().toISOString().slice(0, 19), precision: 'second', offset: 'Z' };
      const which = { orderNumber, carrier, trackingNumber: number };
      await open().transact((context) => teller(context)('POST /orders/{orderNumber}/shipments/{carrier}/{trackingNumber}/events', which, { events: [{ id: event.description, time, ...event }] }));
    },
    inspect: {
      balance: async (shopper) => (await db().selectFrom('points_accounts').select('balance').where('shopper_id', '=', shopper).executeTakeFirst())?.balance ?? 0,
      ledger: (shopper) => db().selectFrom('points_entries').select(['id', 'delta']).where('shopper_id', '=', shopper).where('shown', '=', 1).execute(),
      async redemptions(shopper) {
        const rows = await db().selectFrom('redemptions').selectAll().where('shopper_id', '=', shopper).execute();
        return rows.map((row) => ({ id: row.id, rewardId: row.reward_id, pointsSpent: row.points_spent, revoked: row.revoked_at !== null }));
      },
      enrolled: async (shopper) => (await db().selectFrom('shoppers').select('state').where('id', '=', shopper).executeTakeFirst())?.state === 'member',
      // Of a friend only a fingerprint is kept.
      claims: async () =>
        (await db().selectFrom('referrals').innerJoin('referral_codes', 'shopper_id', 'advocate_id').select(['referral_codes.code', 'friend_label']).execute())
          .map(({ code, friend_label: email }) => ({ code, email })),
      reviews: (shopper) => db().selectFrom('reviews').select(['id', 'rating', 'body', 'status']).where('shopper_id', '=', shopper).orderBy('id').execute(),
      withdrawals: async () => (await db().selectFrom('withdrawals').select(['order_number', 'email']).execute()).map(({ order_number: orderNumber, email }) => ({ orderNumber, email: email ?? '' })),
      votes: async (entryId) => (await db().selectFrom('faq_votes').select('helpful').where('entry_id', '=', entryId).execute()).map(({ helpful }) => ({ helpful: helpful === 1 })),
      async parcels(orderNumber) {
        const rows = await db().selectFrom('shipments').selectAll().where('order_number', '=', orderNumber).execute();
        return rows.map(({ body }) => JSON.parse(body) as { trackingNumber: string; events: unknown[] }).map(({ trackingNumber, events }) => ({ trackingNumber, events: events.length }));
      },
    },
    skip: proof.skip,
    async close() {
      await close();
      await place?.remove();
    },
  };
}

const raise = (message: string): never => {
  throw new Error(message);
};
