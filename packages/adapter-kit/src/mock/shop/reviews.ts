/** `GET /reviews`: what may be reviewed and what was; `POST /reviews`. */
import { fieldsOf, ok, Refusal, textOf } from '../exchange.ts';
import type { Routes } from './routes.ts';
import { signedIn, type Shop, type Shopper } from './shop.ts';

/** Every item of a delivered order of the shopper. */
const purchasesOf = (shop: Shop, { name }: Shopper) =>
  shop.orders
    .filter(({ fact }) => fact.shopper === name && fact.deliveredAt)
    .flatMap(({ number, fact }) =>
      fact.items.map((item, index) => ({ id: `${number}-${index + 1}`, order: number, product: item.name, delivered_at: fact.deliveredAt! })),
    );

const optional = (value: unknown) => (typeof value === 'string' ? value : null);

export const reviews: Routes = {
  'GET /reviews': (asked, shop) => {
    const shopper = signedIn(shop, asked);
    const reviewOf = (id: string) => shopper.reviews.find(({ purchase }) => purchase === id) ?? null;
    return ok({ purchases: purchasesOf(shop, shopper).map((purchase) => ({ ...purchase, review: reviewOf(purchase.id) })) });
  },

  'POST /reviews': (asked, shop) => {
    const shopper = signedIn(shop, asked);
    const purchase = textOf(asked.body, 'purchase');
    const { stars, headline, text, name, rewarded } = fieldsOf(asked.body);
    const isBought = purchasesOf(shop, shopper).some(({ id }) => id === purchase);
    if (!isBought) throw new Refusal(422, 'unknown_purchase', 'This is nothing that was bought here.');
    if (![1, 2, 3, 4, 5].includes(stars as number)) throw new Refusal(422, 'invalid', '“stars” has to be a number from 1 to 5.');
    if (shopper.reviews.some((review) => review.purchase === purchase)) throw new Refusal(409, 'reviewed_before', 'There is a review already.');
    const review = {
      id: `w${shop.next()}`, purchase, stars: Number(stars), headline: optional(headline), text: optional(text), name: optional(name),
      rewarded: rewarded === true, at: shop.now(),
    };
    shopper.reviews.push(review);
    return ok(review, 201);
  },
};
