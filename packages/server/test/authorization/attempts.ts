/** What Bob, or nobody, may try on each operation. An operation without a row is a failing test. */
import type { Capability } from '@aftercart/contract';
import type { Things } from './shoppers.ts';

export interface Attempts {
  /** An input of the caller’s own, onto which other ways of naming Ann are added. */
  base: object;
  /** Inputs that name something of somebody: of Ann, or of nobody at all. */
  naming?: readonly ((of: Things) => object)[];
}

const text = { rating: 1, body: 'Not mine.' };
const bobs = { name: 'Bob', email: 'bob@example.com' };

export const ATTEMPTS: Readonly<Record<Capability, Attempts>> = {
  'points.account': { base: {} },
  'points.program': { base: {} },
  'points.history': { base: {}, naming: [({ ledgerCursor: cursor }) => ({ cursor }), ({ ledgerCursor: cursor }) => ({ cursor, limit: 200 })] },
  'points.estimate': { base: { lines: [{ productId: 'mug', quantity: 1, price: { amount: 1_000, currency: 'EUR' } }] } },
  'points.redeem': { base: { rewardId: 'mug' }, naming: [({ redemptionId }) => ({ rewardId: redemptionId }), ({ couponCode }) => ({ rewardId: couponCode })] },
  'points.revoke': { base: { redemptionId: 'none' }, naming: [({ redemptionId }) => ({ redemptionId }), ({ couponCode }) => ({ redemptionId: couponCode })] },
  'points.enrol': { base: {} },
  'points.subscribe': { base: {} },

  'referrals.program': { base: {} },
  'referrals.link': { base: {} },
  'referrals.list': { base: {}, naming: [({ referralCursor: cursor }) => ({ cursor }), ({ ledgerCursor: cursor }) => ({ cursor })] },
  // With the advocate’s true code it is what the code is for.
  'referrals.claim': {
    base: { code: 'NOBODYS', email: 'bob@example.com' },
    naming: [
      ({ shopperId }) => ({ code: shopperId, email: 'carl@example.com' }),
      ({ referralId }) => ({ code: referralId, email: 'carl@example.com' }),
      ({ email }) => ({ code: 'NOBODYS', email }),
      ({ friendEmail }) => ({ code: 'NOBODYS', email: friendEmail }),
    ],
  },

  'reviews.requests': { base: {} },
  'reviews.submit': {
    base: { requestId: 'none', ...text, incentivised: false },
    naming: [({ requestId }) => ({ requestId, ...text, incentivised: false }), ({ reviewedRequestId }) => ({ requestId: reviewedRequestId, ...text, incentivised: true })],
  },
  'reviews.edit': { base: { reviewId: 'none', ...text }, naming: [({ reviewId }) => ({ reviewId, ...text }), ({ requestId }) => ({ reviewId: requestId, ...text })] },
  'reviews.withdraw': { base: { reviewId: 'none' }, naming: [({ reviewId }) => ({ reviewId })] },

  'returns.policy': { base: { country: 'GR' } },
  'returns.deadline': { base: { orderNumber: 'BO-2001' }, naming: [({ order }) => ({ orderNumber: order }), ({ withdrawnOrder }) => ({ orderNumber: `#${withdrawnOrder.toLowerCase()}` })] },
  'returns.withdraw': {
    base: { step: 'declare', orderNumber: 'XX-1', ...bobs },
    naming: [
      ({ order }) => ({ step: 'declare', orderNumber: order, ...bobs }),
      ({ withdrawnOrder }) => ({ step: 'declare', orderNumber: withdrawnOrder, ...bobs }),
      ({ confirmation }) => ({ step: 'confirm', confirmation }),
      ({ receiptId }) => ({ step: 'confirm', confirmation: receiptId }),
    ],
  },

  'faq.entries': { base: {} },
  'faq.search': { base: { query: 'delivery' } },
  'faq.vote': { base: { entryId: 'delivery', helpful: true }, naming: [({ reviewId }) => ({ entryId: reviewId, helpful: true })] },
  'faq.contact': { base: {} },

  'tracking.shipments': {
    base: {},
    naming: [
      ({ order }) => ({ orderNumber: order }),
      ({ order }) => ({ orderNumber: order, proof: { email: 'bob@example.com' } }),
      ({ order }) => ({ orderNumber: order, proof: { postcode: '99999' } }),
      ({ email }) => ({ proof: { email } }),
      ({ trackingNumber }) => ({ orderNumber: trackingNumber, proof: { email: 'bob@example.com' } }),
      ({ shipmentId }) => ({ orderNumber: shipmentId, proof: { email: 'bob@example.com' } }),
    ],
  },
  'tracking.subscribe': {
    base: {},
    naming: [({ order }) => ({ orderNumber: order }), ({ order }) => ({ orderNumber: order, proof: { email: 'bob@example.com' } }), ({ email }) => ({ orderNumber: email, proof: { postcode: '99999' } })],
  },
};

/** A way of saying “I am Ann” beside the token. */
export interface Claim {
  how: string;
  headers?: Record<string, string>;
  /** Added to the query. */
  query?: Record<string, string>;
  /** Added to the body, as JSON without its braces. */
  body?: string;
}

const NAMES = ['shopperId', 'shopper_id', 'shopper', 'sub', 'customerId', 'customer_id', 'userId', 'id', 'as'];
const HEADERS = [
  'x-shopper-id', 'x-shopper', 'x-customer-id', 'x-user-id', 'x-user', 'x-forwarded-user', 'x-remote-user', 'remote-user', 'x-auth-request-user', 'x-authenticated-user', 'x-original-user', 'x-sub', 'from',
];

/** Every way of it that takes no secret. */
export const claimsOf = ({ shopperId, email, pointsEventId, parcelEventId }: Things): Claim[] => [
  ...HEADERS.map((name): Claim => ({ how: `header ${name}`, headers: { [name]: shopperId } })),
  { how: 'cookies', headers: { cookie: NAMES.map((name) => `${name}=${shopperId}`).join('; ') } },
  { how: 'header x-forwarded-email', headers: { 'x-forwarded-email': email } },
  { how: 'header forwarded', headers: { forwarded: `for=${shopperId}` } },
  { how: 'another method', headers: { 'x-http-method-override': 'GET', 'x-original-url': `/merchant/v1/shoppers/${shopperId}/export`, 'x-rewrite-url': `/merchant/v1/shoppers/${shopperId}` } },
  { how: 'event of the account', headers: { 'last-event-id': pointsEventId } },
  { how: 'event of a parcel', headers: { 'last-event-id': parcelEventId } },
  { how: 'query', query: Object.fromEntries(NAMES.map((name) => [name, shopperId])) },
  ...NAMES.map((name): Claim => ({ how: `body ${name}`, body: `${JSON.stringify(name)}:${JSON.stringify(shopperId)}` })),
  { how: 'body __proto__', body: `"__proto__":{"shopperId":${JSON.stringify(shopperId)},"id":${JSON.stringify(shopperId)},"shopper":{"id":${JSON.stringify(shopperId)}}}` },
  { how: 'body constructor', body: `"constructor":{"prototype":{"shopper":{"id":${JSON.stringify(shopperId)}}}}` },
  { how: 'body shopper', body: `"caller":{"shopper":{"id":${JSON.stringify(shopperId)}}},"token":{"sub":${JSON.stringify(shopperId)}}` },
];
