/** What means something to a server that has the demo shop: tokens and keys, and the names of what it holds. */
import type { PointsProgram } from '@aftercart/contract';
import type { TestServer } from '../../src/test/server.ts';
import type { Surroundings } from './requests.ts';

/** Where the names for a field are: by the operation’s path and the field, the first that fits. */
const PLACES: readonly [RegExp, table: string, column: string][] = [
  [/ (shopperId|shopper|advocate)$/, 'shoppers', 'id'],
  [/(orders\/\{number\}.* number| orderNumber)$/, 'orders', 'number'],
  [/ requestId$/, 'order_lines', 'id'],
  [/ productId$/, 'order_lines', 'product_id'],
  [/( reviewId|\/reviews\/.* id)$/, 'reviews', 'id'],
  [/ redemptionId$/, 'redemptions', 'id'],
  [/\/withdrawals\/.* id$/, 'withdrawals', 'id'],
  [/\/referrals\/\{id\}.* id$/, 'referrals', 'id'],
  [/\/referrals\/.* code$/, 'referral_codes', 'code'],
  [/\/webhooks\/\{id\}.* id$/, 'outbox', 'id'],
  [/( entryId|\/faq\/.* id)$/, 'faq_entries', 'id'],
  [/ locale$/, 'faq_entries', 'locale'],
  [/ trackingNumber$/, 'shipments', 'tracking_number'],
  [/ carrier$/, 'shipments', 'carrier_key'],
  [/ pool$/, 'coupon_codes', 'pool'],
  [/ codes?$/, 'coupon_codes', 'code'],
];

export async function surroundings(server: TestServer): Promise<Record<'shopper' | 'merchant', Surroundings>> {
  const { store, secrets } = server.runtime;
  const places = await Promise.all(PLACES.map(async ([fits, table, column]): Promise<[RegExp, string[]]> => {
    const rows = await store.db.selectFrom(table as 'orders').select(column as 'number').distinct().orderBy(column as 'number').limit(20).execute();
    return [fits, rows.map((row) => String(Object.values(row)[0]))];
  }));
  const program = await server.call<PointsProgram>('points.program');
  places.push([/ rewardId$/, program.rewards.map(({ id }) => id)], [/\/imports\/.* kind$/, ['orders', 'shoppers', 'points', 'coupon-codes', 'faq', 'synonyms']]);
  const known: Surroundings['known'] = (path, field) => places.find(([fits]) => fits.test(`${path} ${field}`))?.[1] ?? [];
  const tokens = await Promise.all(['ann', 'bob', 'stranger', 'x'.repeat(200), '\u0001', '%', "o'hara"].map(async (shopper) => `Bearer ${await server.token(shopper)}`));
  const key = `Bearer ${secrets.merchantKey}`;
  return { shopper: { known, authorizations: [...tokens, key, 'Bearer x', 'Basic eDp5'] }, merchant: { known, authorizations: [key, tokens[0]!, 'Bearer x'] } };
}
