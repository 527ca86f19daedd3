import { AdapterError, type Review, type ReviewRequest, type ReviewsService } from '@aftercart/contract';
import { defined, listOf, numberOf, recordOf, textOf, type Json } from '../read.ts';
import { member, tokenOfShopper, type StoreApi } from '../store-api.ts';
import { fromText, toText } from './text.ts';

/** The plugin’s `flagged` is what its moderation takes off the page. */
const STATUSES: Readonly<Record<string, Review['status']>> = { pending: 'pending', approved: 'published', flagged: 'rejected' };

/** What Medusa’s admin calls the variant of a product that has none. */
const NO_VARIANT = 'Default variant';

/** A request is an item of an order; neither id has a slash. */
const idOf = (orderId: unknown, itemId: unknown): string => `${textOf(orderId) ?? ''}/${textOf(itemId) ?? ''}`;

function reviewOf(review: Json, requestId: string): Review {
  const status = textOf(review['status']) ?? '';
  return {
    id: textOf(review['id']) ?? '',
    requestId,
    rating: numberOf(review['rating']),
    ...fromText(textOf(review['content'])),
    displayName: textOf(review['name']),
    aspects: null,
    status: Object.hasOwn(STATUSES, status) ? STATUSES[status]! : 'pending',
    // The plugin has no place for a reason.
    reason: null,
    // Only an item that came can be reviewed.
    verified: true,
    incentivised: false,
    createdAt: textOf(review['created_at']) ?? '',
  };
}

function requestOf(item: Json): ReviewRequest {
  const order = recordOf(item['order']);
  const id = idOf(order['id'], item['id']);
  const review = item['review'];
  const [name, variant] = [textOf(item['product_title']) ?? textOf(item['title']), textOf(item['variant_title'])];
  return {
    id,
    orderNumber: textOf(order['number']),
    orderLineId: textOf(item['id']),
    deliveredAt: textOf(item['delivered_at']),
    product: {
      // An item that was written by hand belongs to no product.
      id: textOf(item['product_id']) ?? textOf(item['id']) ?? '',
      name: name ?? '',
      variant: variant === name || variant === NO_VARIANT ? null : variant,
      imageUrl: textOf(item['thumbnail']),
    },
    review: review ? reviewOf(recordOf(review), id) : null,
  };
}

/** Through the route of `@aftercart/adapter-medusa/backend`, over `@lambdacurry/medusa-product-reviews`. */
export const reviews = (ask: StoreApi) =>
  ({
    async requests(_, context) {
      const token = await tokenOfShopper(context);
      const items = listOf(member(await ask('/aftercart/reviews', { token }, context), 'items')).map(requestOf);
      // Open ones first, as many as the contract lets through.
      return { items: [...items.filter(({ review }) => !review), ...items.filter(({ review }) => review)].slice(0, 100) };
    },

    async submit({ requestId, rating, title, body, displayName }, context) {
      const token = await tokenOfShopper(context);
      const [orderId, itemId, ...rest] = requestId.split('/');
      if (!orderId || !itemId || rest.length) throw new AdapterError('INVALID_REQUEST', 'There is no such request.');
      const written = defined({ order_id: orderId, item_id: itemId, rating, content: toText({ title, body }), name: displayName });
      const answer = await ask('/aftercart/reviews', { token, body: written }, context);
      return reviewOf(recordOf(member(answer, 'review')), requestId);
    },
  }) satisfies ReviewsService;
