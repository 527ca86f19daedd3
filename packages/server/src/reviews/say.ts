/** Reviews and requests in the contract’s words. */
import type { Incentive, Review, ReviewRequest } from '@aftercart/contract';
import { say } from '../locale/text.ts';
import type { DeliveredLine } from './lines.ts';
import { aspectsOf, type IncentiveSetup, type ReviewSettings } from './settings.ts';
import type { ReviewRow } from './tables.ts';

export const sayIncentive = (setup: IncentiveSetup, locale: string): Incentive => ({
  kind: setup.kind,
  title: say(setup.title, locale),
  points: setup.kind === 'points' ? setup.points : null,
  disclosure: say(setup.disclosure, locale),
});

export const sayReview = (row: ReviewRow): Review => ({
  id: row.id,
  requestId: row.order_line_id,
  rating: row.rating,
  title: row.title,
  body: row.body,
  displayName: row.display_name,
  aspects: JSON.parse(row.aspects) as Review['aspects'],
  status: row.status,
  reason: row.reason,
  // Only what was bought here and has arrived can be reviewed.
  verified: true,
  incentivised: row.incentivised === 1,
  createdAt: row.created_at,
});

export function sayRequest(line: DeliveredLine, settings: ReviewSettings, incentive: Incentive | null, review: ReviewRow | undefined, locale: string): ReviewRequest {
  return {
    id: line.id,
    orderNumber: line.order_number,
    orderLineId: line.id,
    deliveredAt: line.delivered_at,
    product: { id: line.product_id, name: line.name, variant: line.variant, imageUrl: line.image_url, url: line.url },
    aspects: aspectsOf(settings, line.product_id).map(({ id, label }) => ({ id, label: say(label, locale) })),
    incentive,
    review: review ? sayReview(review) : null,
  };
}
