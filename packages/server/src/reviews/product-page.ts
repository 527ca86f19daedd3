/** Published reviews of a product, in schema.org’s words, so that a shop’s page can print them and its structured data from one answer. */
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { cutPage, DEFAULT_PAGE, decodeCursor, isBefore } from '../database/page.ts';
import { incentiveOf } from './incentive.ts';
import type { ReviewRow } from './tables.ts';

const BEST = 5;
const WORST = 1;

export const ProductFilter = z.object({
  productId: z.string().min(1).max(200),
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(DEFAULT_PAGE),
});

const scale = { bestRating: z.literal(BEST), worstRating: z.literal(WORST) };

export const ProductReviews = z.object({
  aggregateRating: z
    .object({ ratingValue: z.number().describe('The mean of all published ratings, with two decimals.'), reviewCount: z.int(), ...scale })
    .nullable()
    .describe('schema.org AggregateRating; null while there is no review.'),
  ratings: z.array(z.object({ ratingValue: z.int(), count: z.int() })).describe('How many of each, from 5 to 1.'),
  items: z.array(
    z
      .object({
        id: z.string(),
        reviewRating: z.object({ ratingValue: z.int(), ...scale }),
        name: z.string().nullable().describe('Headline.'),
        reviewBody: z.string().nullable().describe('Plain text as the shopper wrote it: escape it.'),
        author: z.string().nullable().describe('Name to show.'),
        datePublished: z.string(),
        reviewAspect: z.array(z.object({ id: z.string(), ratingValue: z.int() })),
        verified: z.boolean().describe('Whether the purchase was seen.'),
        incentivised: z.boolean().describe('Whether something was promised for it; say so beside it (16 CFR 255.5, 465.4).'),
        disclosure: z.string().nullable().describe('The words that were shown, in the shopper’s language.'),
      })
      .meta({ id: 'PublishedReview', description: 'A review (schema.org Review) for a shop’s page.' }),
  ),
  nextCursor: z.string().nullable(),
});

const ofProduct = (db: Database, productId: string) => db.selectFrom('reviews').where('product_id', '=', productId).where('status', '=', 'published');

/** Newest first. Every published review counts alike, whatever was given for it. */
export async function productPage({ db }: Context, { productId, cursor, limit }: z.infer<typeof ProductFilter>): Promise<z.infer<typeof ProductReviews>> {
  const counted = await ofProduct(db, productId).select((eb) => ['rating', eb.fn.countAll<number>().as('count')]).groupBy('rating').execute();
  const rows = await ofProduct(db, productId)
    .selectAll().where(isBefore(decodeCursor(cursor))).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1)
    .execute();
  const page = cutPage(rows, limit);
  const ratings = [5, 4, 3, 2, 1].map((ratingValue) => ({ ratingValue, count: counted.find(({ rating }) => rating === ratingValue)?.count ?? 0 }));
  return { aggregateRating: aggregate(ratings), ratings, items: page.rows.map(sayPublished), nextCursor: page.nextCursor };
}

function aggregate(ratings: readonly { ratingValue: number; count: number }[]): z.infer<typeof ProductReviews>['aggregateRating'] {
  const reviewCount = ratings.reduce((sum, { count }) => sum + count, 0);
  if (reviewCount === 0) return null;
  const sum = ratings.reduce((all, { ratingValue, count }) => all + ratingValue * count, 0);
  return { ratingValue: Math.round((sum / reviewCount) * 100) / 100, reviewCount, bestRating: BEST, worstRating: WORST };
}

const sayPublished = (row: ReviewRow): z.infer<typeof ProductReviews>['items'][number] => ({
  id: row.id,
  reviewRating: { ratingValue: row.rating, bestRating: BEST, worstRating: WORST },
  name: row.title,
  reviewBody: row.body,
  author: row.display_name,
  datePublished: row.published_at!,
  reviewAspect: (JSON.parse(row.aspects) as { id: string; rating: number }[]).map(({ id, rating }) => ({ id, ratingValue: rating })),
  verified: true,
  incentivised: row.incentivised === 1,
  disclosure: incentiveOf(row)?.shown.disclosure ?? null,
});
