/** Reviews in the merchant API. */
import { Review, REVIEW_STATUSES } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { cutPage, DEFAULT_PAGE, decodeCursor, isBefore } from '../database/page.ts';
import { documentOperations } from '../merchant/documents.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { incentiveOf } from './incentive.ts';
import { publish, reject } from './moderate.ts';
import { productPage, ProductFilter, ProductReviews } from './product-page.ts';
import { sayReview } from './say.ts';
import { reviewSettings } from './settings.ts';
import type { ReviewRow } from './tables.ts';

const MerchantReview = Review.extend({
  shopper: z.string().describe('The `sub` of the shopper’s tokens.'),
  productId: z.string(),
  version: z.int().describe('Counts up with each change of the text; pass it back when deciding, so that nothing unread is published.'),
  disclosure: z.string().nullable().describe('What was shown about the incentive.'),
  reward: z.enum(['none', 'waiting', 'given']),
  rewardCode: z.string().nullable().describe('The shopper’s coupon code.'),
  updatedAt: z.string(),
}).meta({ id: 'MerchantReview', description: 'A review with what only the merchant sees.' });

const toMerchantReview = (row: ReviewRow): z.infer<typeof MerchantReview> => ({
  ...sayReview(row),
  shopper: row.shopper_id,
  productId: row.product_id,
  version: row.version,
  disclosure: incentiveOf(row)?.shown.disclosure ?? null,
  reward: row.reward,
  rewardCode: row.reward_code,
  updatedAt: row.updated_at,
});

const parameters = z.object({ id: z.string().min(1).max(200) });
const version = z.int().min(1).nullish().describe('Version that was read; refused with CONFLICT when the shopper changed it since.');

const Filter = z.object({
  status: z.enum(REVIEW_STATUSES).optional().describe('`pending` for those that wait.'),
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(DEFAULT_PAGE),
});

export const reviewsMerchant: readonly MerchantOperation[] = [
  ...documentOperations('/reviews/settings', reviewSettings, 'how the shop asks for reviews'),
  merchantOperation('GET /reviews', {
    summary: 'Lists reviews, newest first.',
    parameters: Filter,
    answer: z.object({ items: z.array(MerchantReview), nextCursor: z.string().nullable() }),
    handle: ({ parameters: filter }, context) => list(context, filter),
  }),
  merchantOperation('GET /reviews/published', {
    summary: 'The published reviews of a product with average and count, for a shop’s page.',
    parameters: ProductFilter,
    answer: ProductReviews,
    handle: ({ parameters: filter }, context) => productPage(context, filter),
  }),
  merchantOperation('POST /reviews/{id}/publish', {
    summary: 'Publishes a review, and gives the reward that waits for it.',
    parameters,
    body: z.strictObject({ version }),
    answer: MerchantReview,
    handle: async ({ parameters: { id }, body }, context) => toMerchantReview(await publish(context, { id, version: body.version })),
  }),
  merchantOperation('POST /reviews/{id}/reject', {
    summary: 'Rejects a review with a reason that the shopper reads.',
    parameters,
    body: z.strictObject({ version, reason: z.string().min(1).max(5_000).describe('In words, for the shopper.') }),
    answer: MerchantReview,
    handle: async ({ parameters: { id }, body }, context) => toMerchantReview(await reject(context, { id, version: body.version }, body.reason)),
  }),
];

async function list({ db }: Context, { status, cursor, limit }: z.infer<typeof Filter>) {
  let query = db.selectFrom('reviews').selectAll().where(isBefore(decodeCursor(cursor)));
  if (status) query = query.where('status', '=', status);
  const page = cutPage(await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute(), limit);
  return { items: page.rows.map(toMerchantReview), nextCursor: page.nextCursor };
}
