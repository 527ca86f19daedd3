/** Orders of the demo: what was bought, by whom, and what became of it. */
import { CURRENCY, HOME, PRODUCTS, type ProductId } from '@aftercart/adapter-memory/demo';
import type { Context } from '../context.ts';
import type { Act } from './acts.ts';
import { emailOf } from './email.ts';
import { pageOf, pictureOf } from './northpine.ts';
import { PEOPLE, type Person, type PersonId } from './people.ts';
import { tell } from './tell.ts';

/** Times are in days ago. */
export interface Purchase {
  number: string;
  placed: number;
  /** Left out while it is on its way. */
  delivered?: number | undefined;
  cancelled?: number | undefined;
  /** When all of it came back. */
  returned?: number | undefined;
  items: readonly ProductId[];
  /** Part of the price that codes take off, from 0 to 1. */
  discount?: number | undefined;
  /** Asked for when the order is placed, since codes are given out by then. */
  couponCodes?: (() => readonly string[]) | undefined;
}

/** Somebody with an account, or a guest. */
export type Buyer = PersonId | (Person & { email: string });

/** The acts of an order, from checkout on. */
export function order(buyer: Buyer, purchase: Purchase): Act[] {
  const { placed, delivered, cancelled, returned } = purchase;
  const mark = (happening: 'paid' | 'delivered' | 'cancelled') => (context: Context) => tell(context, `POST /orders/{number}/${happening}`, { parameters: { number: purchase.number } });
  return [
    { ago: placed, run: (context) => place(context, buyer, purchase) },
    { ago: placed, run: mark('paid') },
    ...(delivered === undefined ? [] : [{ ago: delivered, run: mark('delivered') }]),
    ...(cancelled === undefined ? [] : [{ ago: cancelled, run: mark('cancelled') }]),
    ...(returned === undefined ? [] : [{ ago: returned, run: (context: Context) => takeBack(context, purchase) }]),
  ];
}

const totalOf = ({ items, discount = 0 }: Purchase): number => Math.round(items.reduce((sum, id) => sum + PRODUCTS[id].price, 0) * (1 - discount));

const contactOf = (buyer: Buyer) =>
  typeof buyer === 'string' ? { shopper: buyer, email: emailOf(buyer), ...PEOPLE[buyer] } : { email: buyer.email, postcode: buyer.postcode, address: buyer.address };

const place = (context: Context, buyer: Buyer, purchase: Purchase): Promise<unknown> =>
  tell(context, 'PUT /orders/{number}', {
    parameters: { number: purchase.number },
    body: {
      ...contactOf(buyer),
      country: HOME,
      currency: CURRENCY,
      lines: purchase.items.map((id) => ({
        id, productId: id, name: PRODUCTS[id].name, variant: PRODUCTS[id].variant, quantity: 1, unitPrice: PRODUCTS[id].price, imageUrl: pictureOf(id), url: pageOf(id),
      })),
      total: totalOf(purchase),
      couponCodes: purchase.couponCodes?.() ?? [],
      placedAt: context.now.toISOString(),
    },
  });

const takeBack = (context: Context, purchase: Purchase): Promise<unknown> =>
  tell(context, 'POST /orders/{number}/refunds', {
    parameters: { number: purchase.number },
    body: { id: 'return', amount: totalOf(purchase), lines: purchase.items.map((id) => ({ id, quantity: 1 })) },
  });
