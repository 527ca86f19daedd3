/**
 * `GET` and `POST /store/aftercart/reviews`, over `@lambdacurry/medusa-product-reviews`. That plugin’s own `POST /store/product-reviews` takes a review from anybody
 * who knows the ids of an order; here the order has to be the shopper’s own, and what was reviewed stays as it was said.
 */
import { queryOf, RouteError, shopperOf, textsOf, type Locking, type MedusaRequest, type MedusaResponse, type ReviewRow, type Workflows } from './medusa.ts';
import { FIELDS, shown, type ShownItem, type ShownOrder } from './shown.ts';

const REVIEW_FIELDS = ['id', 'status', 'name', 'rating', 'content', 'order_id', 'order_line_item_id', 'created_at'];
/** Orders that are looked through, the newest. */
const MOST = 50;
const LONGEST_NAME = 100;

const shownReview = ({ id, status, name, rating, content, created_at }: ReviewRow) => ({ id, status, name, rating: Number(rating), content, created_at: new Date(created_at!).toISOString() });

async function reviewsOf(request: MedusaRequest, orderIds: readonly string[]): Promise<ReviewRow[]> {
  if (orderIds.length === 0) return [];
  return (await queryOf(request).graph({ entity: 'product_review', fields: REVIEW_FIELDS, filters: { order_id: orderIds } })).data;
}

/** Every item that has come, with its review where there is one. */
export async function getReviews(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { data } = await queryOf(request).graph({
    entity: 'order', fields: FIELDS,
    filters: { customer_id: shopperOf(request), is_draft_order: false },
    pagination: { take: MOST, order: { created_at: 'DESC' } },
  });
  const reviews = await reviewsOf(request, data.map(({ id }) => id));
  const items = data.map(shown).flatMap((order) => order.items.map((item) => {
    const review = reviews.find(({ order_line_item_id: id }) => id === item.id);
    return { ...item, order: { id: order.id, number: order.number }, delivered_at: deliveredAt(order, item), review: review ? shownReview(review) : null };
  }));
  response.json({ items: items.filter((item) => item.review !== null || isKept(item)) });
}

/** What came and was not sent back. */
const isKept = ({ delivered_quantity: came, returned_quantity: back }: ShownItem): boolean => came > back;

const deliveredAt = ({ fulfillments }: ShownOrder, { id }: ShownItem): string | null =>
  fulfillments.flatMap(({ delivered_at: at, items }) => (at !== null && items.some((item) => item.line_item_id === id) ? [at] : [])).sort().at(-1) ?? null;

export async function postReview(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const shopper = shopperOf(request);
  const { order_id: orderId, item_id: itemId, content = '', name } = textsOf(request, ['order_id', 'item_id', 'content', 'name'], 5_400);
  const { rating } = (request.body ?? {}) as { rating?: unknown };
  if (!orderId || !itemId) throw new RouteError('invalid_data', '`order_id` and `item_id` are needed.');
  if (typeof rating !== 'number' || ![1, 2, 3, 4, 5].includes(rating)) throw new RouteError('invalid_data', 'A rating is a whole number from 1 to 5.');
  if (name && name.length > LONGEST_NAME) throw new RouteError('invalid_data', `A name has at most ${LONGEST_NAME} characters.`);
  const { data: [order] } = await queryOf(request).graph({ entity: 'order', fields: FIELDS, filters: { id: orderId, customer_id: shopper, is_draft_order: false } });
  const item = order && shown(order).items.find(({ id }) => id === itemId);
  if (!item || !isKept(item)) throw new RouteError('invalid_data', 'There is no such item that has come.');
  // Two at the same moment must not become two reviews.
  const locking = request.scope.resolve('locking') as Locking;
  const review = await locking.execute(`aftercart-review-${itemId}`, () => keep(request, { orderId, itemId, rating, content, name }), { timeout: 10 });
  response.json({ review: shownReview(review) });
}

interface Said {
  orderId: string;
  itemId: string;
  rating: number;
  content: string;
  name: string | undefined;
}

/** Said again with the same words it is the same review. */
async function keep(request: MedusaRequest, { orderId, itemId, rating, content, name }: Said): Promise<ReviewRow> {
  const mine = async () => (await reviewsOf(request, [orderId])).find((review) => review.order_line_item_id === itemId);
  const before = await mine();
  if (before) {
    if (Number(before.rating) === rating && (before.content ?? '') === content) return before;
    throw new RouteError('duplicate_error', 'This was reviewed already.');
  }
  const workflows = request.scope.resolve('workflows') as Workflows;
  const input = { reviews: [{ order_id: orderId, order_line_item_id: itemId, rating, content, images: [] }] };
  await workflows.run('upsert-product-reviews-workflow', { input });
  const made = (await mine())!;
  if (!name) return made;
  // The plugin signs a review with the shopper’s whole name, which is more than who gave another one wants to be told.
  await (request.scope.resolve('product_review') as ReviewService).updateProductReviews({ id: made.id, name });
  return { ...made, name };
}

interface ReviewService {
  updateProductReviews(data: { id: string; name: string }): Promise<unknown>;
}
