/** A shop with a referral program, a few people, and short words for what they do. */
import type { ReferralClaim, ReferralLink, ReferralPage } from '@aftercart/contract';
import type { Engine } from '../../database/database.ts';
import { writeDocument } from '../../documents/documents.ts';
import { PROGRAM } from '../../points/program-document.ts';
import { rememberShopper } from '../../shoppers/shoppers.ts';
import { openTestServer, Refused, type CallOptions, type TestServer } from '../../test/server.ts';
import { settleReferrals } from '../settle.ts';

export const PROGRAM_BODY = {
  active: true,
  advocateOffer: { kind: 'points', title: { en: '250 points', de: '250 Punkte' }, points: 250 },
  friendOffer: { kind: 'amount_off', title: { en: '€10 off', de: '10 € Rabatt' }, amount: { amount: 1_000, currency: 'EUR' }, pool: 'friends' },
  minimumOrder: { amount: 5_000, currency: 'EUR' },
  landingUrl: 'https://shop.example/friends?ref={code}&via={channel}',
  channels: ['email', 'whatsapp'],
  message: { en: 'Have a look!', de: 'Schau mal!' },
  shopUrl: 'https://shop.example/',
  claimDays: 30,
  returnDays: 14,
};

const CODES = 80;

export interface ReferralShop extends TestServer {
  /** Replaces parts of the program. */
  program(changes?: object): Promise<void>;
  /** Makes members. */
  members(...ids: string[]): Promise<void>;
  code(advocate: string): Promise<string>;
  /** A claim from a network and browser of its own, unless told. */
  claim(code: string, email: string, options?: CallOptions & { from?: string; with?: string }): Promise<ReferralClaim>;
  /** The code of the refusal; fails when it went through. */
  refusal(act: Promise<unknown>): Promise<string>;
  friends(advocate: string): Promise<ReferralPage['items']>;
  /** Takes an order in, and tells what happened to it. */
  order(number: string, order?: object, ...happened: string[]): Promise<void>;
  refund(number: string, amount: number, id?: string): Promise<unknown>;
  balance(shopper: string): Promise<number>;
  sweep(): Promise<void>;
  pool(name: string, codes: number): Promise<void>;
}

export async function openReferralShop(engine: Engine): Promise<ReferralShop> {
  const server = await openTestServer(engine, { env: { AFTERCART_TRUSTED_PROXIES: '1', AFTERCART_WEBHOOK_URLS: 'https://shop.example/hooks', AFTERCART_WEBHOOK_SECRET: 'x'.repeat(32) } });
  let networks = 0;
  let made = 0;
  const fresh = () => `10.${Math.floor(++networks / 65_536)}.${Math.floor(networks / 256) % 256}.${networks % 256}`;
  const shop: ReferralShop = {
    ...server,
    program: async (changes = {}) => void (await server.merchant('PUT', '/referrals/program', { body: { ...PROGRAM_BODY, ...changes } })),
    members: (...ids) =>
      server.transact(async (context) => {
        for (const id of ids) await rememberShopper(context, id);
        await context.db.updateTable('shoppers').set({ state: 'member' }).where('id', 'in', ids).execute();
      }),
    code: async (advocate) => (await server.call<ReferralLink>('referrals.link', {}, { as: advocate })).code,
    claim: (code, email, { from, with: browser, ...options } = {}) =>
      server.call('referrals.claim', { code, email }, { ...options, headers: { 'x-forwarded-for': from ?? fresh(), 'user-agent': browser ?? 'Firefox', ...options.headers } }),
    refusal: (act) =>
      act.then(
        () => 'went through',
        (error: unknown) => {
          if (error instanceof Refused) return error.problem.code;
          throw error;
        },
      ),
    friends: async (advocate) => (await server.call<ReferralPage>('referrals.list', { limit: 200 }, { as: advocate })).items,
    async order(number, order = {}, ...happened) {
      const whole = { currency: 'EUR', total: 8_000, placedAt: server.now().toISOString(), lines: [{ productId: 'mug', name: 'Mug', quantity: 1, unitPrice: 8_000 }], ...order };
      await server.merchant('PUT', `/orders/${number}`, whole);
      for (const what of happened) await server.merchant('POST', `/orders/${number}/${what}`, {});
    },
    refund: (number, amount, id = 'r1') => server.merchant('POST', `/orders/${number}/refunds`, { id, amount }),
    balance: async (shopper) => (await server.call('points.account', {}, { as: shopper })).balance,
    sweep: () => settleReferrals.run(server.runtime),
    pool: (name, codes) =>
      server.transact(async ({ db }) => {
        const rows = Array.from({ length: codes }, () => ({ code: `${name}-${++made}`, pool: name, taken_by: null, taken_at: null, expires_at: null }));
        await db.insertInto('coupon_codes').values(rows).execute();
      }),
  };
  await server.transact((context) => writeDocument(context, PROGRAM, PROGRAM.schema.parse({})));
  await shop.pool('friends', CODES);
  await shop.program();
  await shop.members('ann', 'bob');
  return shop;
}
