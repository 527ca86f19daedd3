/** A shop that asks for reviews, and short words for what shoppers and the merchant do. */
import type { Review, ReviewRequest } from '@aftercart/contract';
import type { Engine } from '../../database/database.ts';
import { writeDocument } from '../../documents/documents.ts';
import { PROGRAM } from '../../points/program-document.ts';
import { openTestServer, Refused, type TestServer } from '../../test/server.ts';
import { settleReviews } from '../settle.ts';

export const SETTINGS = {
  askAfterDays: 3,
  lastDay: 30,
  aspects: [
    { category: 'Bags', products: ['bag', 'backpack'], aspects: [{ id: 'fit', label: { en: 'Fit', de: 'Sitz' } }] },
    { aspects: [{ id: 'quality', label: 'Quality' }] },
  ],
  incentive: { kind: 'points', points: 25, title: { en: '25 points', de: '25 Punkte' }, disclosure: { en: 'The author got points.', de: 'Es gab dafür Punkte.' }, mostPerMonth: 3 },
};

/** What the merchant API answers. */
type MerchantReview = Review & { reward: string; rewardCode: string | null; disclosure: string | null; version: number };

export interface ReviewShop extends TestServer {
  settings(changes?: object): Promise<void>;
  /** An order of some products, paid and delivered now. Its lines are numbered from 1. */
  deliver(number: string, shopper: string, ...products: string[]): Promise<void>;
  requests(shopper: string, locale?: string): Promise<ReviewRequest[]>;
  submit(shopper: string, requestId: string, changes?: object, key?: string): Promise<Review>;
  edit(shopper: string, reviewId: string, changes?: object): Promise<Review>;
  withdraw(shopper: string, reviewId: string): Promise<Review>;
  publish(reviewId: string, version?: number): Promise<MerchantReview>;
  reject(reviewId: string, reason?: string): Promise<MerchantReview>;
  points(shopper: string): Promise<{ balance: number; pending: number }>;
  sweep(): Promise<void>;
  /** The code of the refusal; fails when it went through. */
  refusal(act: Promise<unknown>): Promise<string>;
}

export async function openReviewShop(engine: Engine): Promise<ReviewShop> {
  const server = await openTestServer(engine, { env: { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hooks', AFTERCART_WEBHOOK_SECRET: 'x'.repeat(32) } });
  const shop: ReviewShop = {
    ...server,
    settings: async (changes = {}) => void (await server.merchant('PUT', '/reviews/settings', { body: { ...SETTINGS, ...changes } })),
    async deliver(number, shopper, ...products) {
      await server.merchant('PUT', `/orders/${number}`, {
        shopper, currency: 'EUR', total: 1_000 * products.length, placedAt: server.now().toISOString(),
        lines: products.map((productId) => ({ productId, name: `The ${productId}`, variant: 'Blue', quantity: 1, unitPrice: 1_000 })),
      });
      await server.merchant('POST', `/orders/${number}/paid`, {});
      await server.merchant('POST', `/orders/${number}/delivered`, {});
    },
    requests: async (shopper, locale = 'en') => (await server.call('reviews.requests', {}, { as: shopper, locale })).items,
    submit: (shopper, requestId, changes = {}, key) => server.call('reviews.submit', { requestId, rating: 4, body: 'Good.', incentivised: true, ...changes }, { as: shopper, ...(key && { key }) }),
    edit: (shopper, reviewId, changes = {}) => server.call('reviews.edit', { reviewId, rating: 2, body: 'Not so good.', ...changes }, { as: shopper }),
    withdraw: (shopper, reviewId) => server.call('reviews.withdraw', { reviewId }, { as: shopper }),
    publish: (reviewId, version) => server.merchant('POST', `/reviews/${reviewId}/publish`, { version }),
    reject: (reviewId, reason = 'It advertises something else.') => server.merchant('POST', `/reviews/${reviewId}/reject`, { reason }),
    async points(shopper) {
      const { balance, pending } = await server.call('points.account', {}, { as: shopper });
      return { balance, pending };
    },
    sweep: () => settleReviews.run(server.runtime),
    refusal: (act) =>
      act.then(
        () => 'went through',
        (error: unknown) => {
          if (error instanceof Refused) return error.problem.code;
          throw error;
        },
      ),
  };
  await server.transact((context) => writeDocument(context, PROGRAM, PROGRAM.schema.parse({})));
  await shop.settings();
  return shop;
}
