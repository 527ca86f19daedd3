/** Two shoppers of one shop: Ann has something of everything, and all that is hers bears a mark; Bob has his own, and wants to know. */
import { createHmac } from 'node:crypto';
import type { LedgerPage, Redemption, ReferralLink, ReferralPage, Review, ReviewRequests, Shipments, WithdrawalResult } from '@aftercart/contract';
import { encodeCursor } from '../../src/database/page.ts';
import type { Engine } from '../../src/database/database.ts';
import { PROGRAM } from '../../src/points/test/shop.ts';
import { PROGRAM_BODY } from '../../src/referrals/test/shop.ts';
import { POLICIES } from '../../src/returns/test/shop.ts';
import { SETTINGS } from '../../src/reviews/test/shop.ts';
import { openTestServer, type TestServer } from '../../src/test/server.ts';
import { listening, openStream } from '../../src/tracking/test/shop.ts';

export const ANN = 'ann-4711';
export const BOB = 'bob-0815';
/** Of both. With letters, so that no number in a log has it by chance. */
export const POSTCODE = 'MARK 7PC';
export const EASYPOST_SECRET = 'the secret of easypost';

/** What of a shopper can be named in a request. The same with made-up values names nothing. */
export interface Things {
  shopperId: string;
  email: string;
  friendEmail: string;
  /** Delivered, reviewed in part. */
  order: string;
  withdrawnOrder: string;
  requestId: string;
  reviewedRequestId: string;
  reviewId: string;
  redemptionId: string;
  couponCode: string;
  referralId: string;
  receiptId: string;
  /** Of a declaration that was not confirmed. */
  confirmation: string;
  ledgerCursor: string;
  referralCursor: string;
  pointsEventId: string;
  parcelEventId: string;
  trackingNumber: string;
  shipmentId: string;
}

export interface TwoShoppers extends TestServer {
  ann: Things;
  nothing: Things;
  /** Texts that only Ann may read, besides her things. */
  marks: readonly string[];
  /** Idempotency keys of Ann’s writes. */
  keys: { redeem: string; submit: string; confirm: string };
  /** The inputs of those writes. */
  inputs: { redeem: object; submit: object; confirm: object };
  /** From a network of its own each time, so that no limit on guessing answers instead. */
  freshAddress(): string;
}

const MARKS = {
  adjustment: 'mark-adjustment', product: 'mark-product', review: 'mark-review', displayName: 'mark-display-name', name: 'Mark Name', location: 'mark-location', comment: 'mark-comment',
};

const NOTHING = '019a0000-0000-7000-8000-000000000000';

export async function openTwoShoppers(engine: Engine, { env = {}, ...options }: Parameters<typeof openTestServer>[1] = {}): Promise<TwoShoppers> {
  const server = await openTestServer(engine, {
    ...options,
    env: {
      ...env,
      AFTERCART_TRUSTED_PROXIES: '1', AFTERCART_EASYPOST_WEBHOOK_SECRET: EASYPOST_SECRET, AFTERCART_AFTERSHIP_WEBHOOK_SECRET: 'the secret of aftership',
      AFTERCART_WEBHOOK_URLS: 'https://shop.example/hooks', AFTERCART_WEBHOOK_SECRET: 'w'.repeat(32),
    },
  });
  let addresses = 0;
  const freshAddress = () => `10.${Math.floor(++addresses / 65_536) % 256}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`;
  const { call, merchant } = server;
  const asAnn = { as: ANN };

  await merchant('PUT', '/points/program', { body: PROGRAM });
  await merchant('PUT', '/referrals/program', { body: PROGRAM_BODY });
  await merchant('PUT', '/reviews/settings', { body: SETTINGS });
  await merchant('PUT', '/returns/policies', { body: POLICIES });
  await merchant('PUT', '/faq/locales/en/entries/delivery', { question: 'How long does delivery take?', answer: 'Two days.' });
  await merchant('PUT', '/faq/contact', { body: { channels: [{ kind: 'email', url: 'mailto:help@shop.example' }] } });

  const email = 'mark-ann@example.com';
  const friendEmail = 'mark-frieda@example.net';
  for (const [id, address] of [[ANN, email], [BOB, 'bob@example.com']] as const) {
    await merchant('PUT', `/shoppers/${id}`, { email: address, member: true });
    await merchant('POST', '/points/adjustments', { shopperId: id, points: 500_000, reason: id === ANN ? MARKS.adjustment : 'A gift', reference: `gift-${id}` });
  }

  const order = (shopper: string, number: string, products: readonly string[]) =>
    merchant('PUT', `/orders/${number}`, {
      shopper, email: shopper === ANN ? email : 'bob@example.com', postcode: POSTCODE, country: 'GR', currency: 'EUR', total: 1_000 * products.length,
      placedAt: server.now().toISOString(), lines: products.map((name) => ({ productId: `p-${name}`, name, quantity: 1, unitPrice: 1_000 })),
    });
  const parcel = (number: string, tracking: string) => merchant('PUT', `/orders/${number}/shipments/DHL/${tracking}`, {});
  await order(ANN, 'AN-1001', [MARKS.product, `${MARKS.product}-2`]);
  await order(ANN, 'AN-1002', [MARKS.product]);
  await order(ANN, 'AN-1003', [MARKS.product]);
  await order(BOB, 'BO-2001', ['Mug', 'Cup']);
  const trackingNumber = 'MARK4711TRACK';
  await parcel('AN-1001', trackingNumber);
  await parcel('BO-2001', 'BOBS0815TRACK');
  await merchant('POST', `/orders/AN-1001/shipments/DHL/${trackingNumber}/events`, {
    events: [{ id: 'e1', status: 'in_transit', time: { value: '2026-11-22', precision: 'day' }, location: MARKS.location }],
  });
  for (const number of ['AN-1001', 'AN-1002', 'AN-1003', 'BO-2001']) {
    await merchant('POST', `/orders/${number}/paid`, {});
    await merchant('POST', `/orders/${number}/delivered`, {});
  }
  server.advance({ days: 4 });

  await merchant('POST', '/points/coupon-codes', { pool: 'five', codes: ['MARK-COUPON'] });
  const inputs = { redeem: { rewardId: 'five-off' }, submit: {}, confirm: {} };
  const keys = { redeem: 'key-of-ann-redeem', submit: 'key-of-ann-submit', confirm: 'key-of-ann-confirm' };
  const redemption = await call<Redemption>('points.redeem', inputs.redeem, { ...asAnn, key: keys.redeem });
  await merchant('POST', '/points/coupon-codes', { pool: 'five', codes: Array.from({ length: 100 }, (_, i) => `FREE-${i}`) });

  await merchant('POST', '/points/coupon-codes', { pool: 'friends', codes: ['MARK-FRIENDS', 'FRIENDS-2', 'FRIENDS-3'] });
  const link = await call<ReferralLink>('referrals.link', {}, asAnn);
  await call('referrals.claim', { code: link.code, email: friendEmail }, { headers: { 'x-forwarded-for': freshAddress() } });
  const [referral] = (await call<ReferralPage>('referrals.list', {}, asAnn)).items;

  const { items } = await call<ReviewRequests>('reviews.requests', {}, asAnn);
  const [reviewed, open] = items.filter(({ orderNumber }) => orderNumber === 'AN-1001');
  inputs.submit = { requestId: reviewed!.id, rating: 4, body: MARKS.review, displayName: MARKS.displayName, incentivised: true };
  const review = await call<Review>('reviews.submit', inputs.submit, { ...asAnn, key: keys.submit });
  await call('faq.vote', { entryId: 'delivery', helpful: false, comment: MARKS.comment }, asAnn);

  const declare = (orderNumber: string) => call<WithdrawalResult & { step: 'confirm' }>('returns.withdraw', { step: 'declare', orderNumber, name: MARKS.name, email }, asAnn);
  inputs.confirm = { step: 'confirm', confirmation: (await declare('AN-1002')).confirmation };
  const { receipt } = await call<WithdrawalResult & { step: 'done' }>('returns.withdraw', inputs.confirm, { ...asAnn, key: keys.confirm });

  const points = await listening<unknown>(await server.app.request('/v1/points/subscribe', { headers: { authorization: `Bearer ${await server.token(ANN)}` } }));
  const parcels = await openStream(server, {}, asAnn);
  const [pointsEvent, parcelEvent] = [await points.next(), await parcels.next()];
  await points.leave();
  await parcels.leave();
  const ledger = await call<LedgerPage>('points.history', { limit: 1 }, asAnn);
  const [shipment] = (await call<Shipments>('tracking.shipments', {}, asAnn)).items;

  const ann: Things = {
    shopperId: ANN, email, friendEmail,
    order: 'AN-1001', withdrawnOrder: 'AN-1002',
    requestId: open!.id, reviewedRequestId: reviewed!.id, reviewId: review.id,
    redemptionId: redemption.id, couponCode: redemption.code!,
    referralId: referral!.id, receiptId: receipt.id,
    confirmation: (await declare('AN-1003')).confirmation,
    ledgerCursor: ledger.nextCursor!,
    referralCursor: encodeCursor([referral!.createdAt, referral!.id]),
    pointsEventId: pointsEvent!.id, parcelEventId: parcelEvent!.id,
    trackingNumber, shipmentId: shipment!.id,
  };
  const [ledgerAt] = JSON.parse(Buffer.from(ann.ledgerCursor, 'base64url').toString()) as [string];
  const nothing: Things = {
    shopperId: 'nobody-1', email: 'nobody@example.com', friendEmail: 'nobodys-friend@example.net',
    order: 'NO-1001', withdrawnOrder: 'NO-1002',
    requestId: 'NO-1001:2', reviewedRequestId: 'NO-1001:1', reviewId: NOTHING,
    redemptionId: NOTHING, couponCode: 'NO-COUPON',
    referralId: NOTHING, receiptId: NOTHING,
    confirmation: `abcd.${createHmac('sha256', 'another key').update('abcd').digest('base64url')}`,
    ledgerCursor: encodeCursor([ledgerAt, NOTHING]), referralCursor: encodeCursor([referral!.createdAt, NOTHING]),
    pointsEventId: '1-AAAAAAAA', parcelEventId: '1-AAAAAAAA',
    trackingNumber: 'NOBODY0000', shipmentId: 'dhl:NOBODY0000:NO-1001',
  };
  const marks = [...Object.values(MARKS), 'MARK-FRIENDS', link.code, referral!.friend, email, friendEmail];
  return { ...server, ann, nothing, marks, keys, inputs, freshAddress };
}
