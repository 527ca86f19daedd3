import type { Review } from '@aftercart/contract';
import type { ID, RequestContext } from '@vendure/core';
import { AftercartReview } from '../entities/review.ts';
import type { Runtime } from '../runtime.ts';

const MOST = 100;

/** What everybody may read: nothing that leads to who wrote it but the name that they chose. */
export interface PublishedReview {
  id: ID;
  rating: number;
  title: string | null;
  body: string | null;
  displayName: string | null;
  aspects: Review['aspects'];
  disclosure: string | null;
  incentivised: boolean;
  createdAt: string;
}

/** Of a product, the newest first. */
export async function publishedReviews(runtime: Runtime, ctx: RequestContext, { productId, skip, take }: { productId: ID; skip?: number | null; take?: number | null }): Promise<PublishedReview[]> {
  const rows = await runtime.table(ctx, AftercartReview).find({
    where: { productId, status: 'published' },
    order: { submittedAt: 'DESC', id: 'DESC' },
    skip: Math.max(0, skip ?? 0),
    take: Math.min(MOST, Math.max(1, take ?? MOST)),
  });
  return rows.map(({ id, rating, title, body, displayName, aspects, incentive, incentivised, submittedAt }) => ({
    id, rating, title, body, displayName, aspects, incentivised, disclosure: incentive?.disclosure ?? null, createdAt: submittedAt.toISOString(),
  }));
}
