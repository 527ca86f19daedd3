/** Referrals and reviews. */
import type { Referral, ReviewInput } from '@aftercart/contract';
import { pageOf, refuse, signedIn, type Asking, type Member, type Shop } from './state.ts';

const codeOf = ({ name }: Member): string => `CODE-${name.toUpperCase()}`;

export const referrals = {
  program: (_: object, { shop }: Asking) => shop.world.referrals ?? null,

  link(_: object, asking: Asking) {
    const code = codeOf(signedIn(asking));
    return { code, links: [{ channel: 'direct', url: `https://shop.example/?ref=${code}` }, { channel: 'email', url: `https://shop.example/?ref=${code}&via=email` }] };
  },

  list(input: { cursor?: string; limit?: number }, asking: Asking) {
    const code = codeOf(signedIn(asking));
    const friends = asking.shop.claims.filter((claim) => claim.code === code).map(({ id, email }): Referral => ({
      id, friend: `•••@•••${email.slice(email.lastIndexOf('.'))}`, status: 'claimed', reason: 'awaiting_order', createdAt: asking.shop.world.now,
    }));
    return pageOf(friends.toReversed(), input);
  },

  claim({ code, email }: { code: string; email: string }, { shop }: Asking) {
    const advocate = shop.members.find((member) => codeOf(member) === code) ?? refuse('INVALID_REQUEST');
    if (advocate.email === email) refuse('SELF_REFERRAL');
    let claim = shop.claims.find((known) => known.email === email);
    if (!claim) shop.claims.push((claim = { id: `claim-${shop.next()}`, code, email, coupon: `FRIEND-${shop.next()}` }));
    return { status: 'claimed', offer: shop.world.referrals!.friendOffer, code: claim.coupon };
  },
};

/** Each line of a delivered order of the shopper, by the id of its request. */
const linesOf = (shop: Shop, { name }: Member): Map<string, { product: string; number: string }> =>
  new Map([...shop.orders].flatMap(([number, { shopper, deliveredAt, items }]) =>
    shopper === name && deliveredAt ? items.map((item, index) => [`${number}-${index}`, { product: item.name, number }] as const) : []));

type Text = Pick<ReviewInput, 'rating' | 'title' | 'body' | 'displayName'>;
const isRating = (rating: number) => Number.isInteger(rating) && rating >= 1 && rating <= 5;
const textOf = ({ rating, title, body, displayName }: Text) => (isRating(rating) ? { rating, title: title ?? null, body: body ?? null, displayName: displayName ?? null } : refuse('INVALID_REQUEST'));
const own = (who: Member, reviewId: string) => who.reviews.find(({ id }) => id === reviewId) ?? refuse('INVALID_REQUEST');

export const reviews = {
  requests(_: object, asking: Asking) {
    const who = signedIn(asking);
    const items = [...linesOf(asking.shop, who)].map(([id, { product, number }]) => ({
      id, orderNumber: number, product: { id: product.slice(0, 20), name: product }, review: who.reviews.find(({ requestId }) => requestId === id) ?? null,
    }));
    return { items };
  },

  submit({ requestId, incentivised, ...text }: ReviewInput, asking: Asking) {
    const who = signedIn(asking);
    if (!linesOf(asking.shop, who).has(requestId)) refuse('INVALID_REQUEST');
    if (who.reviews.some((review) => review.requestId === requestId)) refuse('CONFLICT');
    const review = { id: `review-${asking.shop.next()}`, requestId, ...textOf(text), status: 'pending' as const, verified: true, incentivised, createdAt: asking.shop.world.now };
    who.reviews.push(review);
    return review;
  },

  edit: ({ reviewId, ...text }: Text & { reviewId: string }, asking: Asking) => Object.assign(own(signedIn(asking), reviewId), textOf(text)),
  withdraw: ({ reviewId }: { reviewId: string }, asking: Asking) => Object.assign(own(signedIn(asking), reviewId), { status: 'withdrawn' as const }),
};
