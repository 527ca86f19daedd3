/** `GET /orders`, `GET /orders/{number}`, and `POST /orders/lookup` for guests. */
import { fieldsOf, ok, Refusal, textOf } from '../exchange.ts';
import type { Routes } from './routes.ts';
import { decimal, signedIn, type Shop } from './shop.ts';
import type { Order, Parcel, Stop } from './open-orders.ts';

/** What happened last, as far as it can be told: an offset that is not known counts as UTC. */
const momentOf = ({ date, time, zone }: Stop) => Date.parse(`${date}T${time === null ? '00:00' : time.length === 2 ? `${time}:00` : time}${zone ?? 'Z'}`);
const latest = ({ stops }: Parcel) => stops.toSorted((a, b) => momentOf(a) - momentOf(b)).at(-1);

const orderOf = ({ fact, number, parcels }: Order, shop: Shop) => ({
  number,
  placed_at: fact.placedAt,
  delivered_at: fact.deliveredAt ?? null,
  items: fact.items.map(({ name, quantity, price }) => ({ name, quantity, price: decimal(price) })),
  parcels: parcels.map((parcel) => ({ ...parcel, state: latest(parcel)?.code ?? 'ANNOUNCED', late: false, checked_at: shop.now() })),
});

const unknown = () => new Refusal(404, 'not_found', 'There is no such order.');
const same = (a: unknown, b: string) => typeof a === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase();

export const orders: Routes = {
  'GET /orders': (asked, shop) => {
    const { name } = signedIn(shop, asked);
    return ok({ orders: shop.orders.filter(({ fact }) => fact.shopper === name).map((order) => orderOf(order, shop)) });
  },
  'GET /orders/{number}': (asked, shop, { number }) => {
    const { name } = signedIn(shop, asked);
    const order = shop.orders.find((each) => each.number === number && each.fact.shopper === name);
    if (!order) throw unknown();
    return ok(orderOf(order, shop));
  },
  // By POST: what proves an order must not stand in an address.
  'POST /orders/lookup': ({ body }, shop) => {
    const number = textOf(body, 'number');
    const { email, postcode } = fieldsOf(body);
    const order = shop.orders.find((each) => each.number === number);
    const proofs = [email != null && [email, order?.fact.email], postcode != null && [postcode, order?.fact.postcode]].filter((proof) => proof !== false);
    if (!order || !proofs.length || !proofs.every(([said, known]) => same(said, String(known)))) throw unknown();
    return ok(orderOf(order, shop));
  },
};
