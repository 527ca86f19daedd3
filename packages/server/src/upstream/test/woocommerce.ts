/** A WooCommerce that answers as https://woocommerce.github.io/woocommerce-rest-api-docs/#orders documents it: its orders and their refunds, for its key. */
import type { ServerResponse } from 'node:http';
import { openHost, type Asked, type Host } from './host.ts';

export interface ShopOrder {
  id: number;
  /** `2026-11-22T10:00:00`, UTC. */
  modified: string;
  /** Over an ordinary order. */
  fields?: object;
  refunds?: object[];
}

export interface WooShop extends Host {
  orders: ShopOrder[];
  /** Called before each answer. */
  before: (asked: Asked) => void;
  /** The shop’s clock. */
  now: () => Date;
}

export const KEY = 'ck_test';
export const SECRET = 'cs_test';

const address = { first_name: 'Ann', last_name: 'Ash', company: '', address_1: 'Ermou 1', address_2: '', city: 'Athens', state: 'I', postcode: '105 58', country: 'GR', phone: '' };

/** An order as WooCommerce writes it, paid: two mugs at 12.40 with tax of 24 %, and a discount. */
const orderOf = ({ id, modified, fields = {}, refunds = [] }: ShopOrder): object => ({
  id, parent_id: 0, number: `W-${id}`, order_key: `wc_order_${id}`, created_via: 'checkout', version: '9.4.0', status: 'processing', currency: 'EUR',
  date_created: '2026-11-22T11:00:00', date_created_gmt: '2026-11-22T09:00:00', date_modified: modified, date_modified_gmt: modified, date_paid: '2026-11-22T11:01:00', date_paid_gmt: '2026-11-22T09:01:00',
  discount_total: '2.00', shipping_total: '4.90', total: '29.70', total_tax: '4.80', prices_include_tax: false, customer_id: 7, customer_note: '',
  billing: { ...address, email: 'ann@example.com' }, shipping: address, payment_method: 'stripe', transaction_id: 'x', meta_data: [],
  line_items: [
    {
      id: 11, name: 'Enamel mug - Blue', product_id: 93, variation_id: 94, quantity: 2, tax_class: '', subtotal: '22.00', subtotal_tax: '5.28', total: '20.00', total_tax: '4.80', price: 10, sku: 'MUG',
      meta_data: [{ id: 1, key: 'pa_color', value: 'blue', display_key: 'Color', display_value: 'Blue' }, { id: 2, key: '_stock', value: '1', display_key: '_stock', display_value: '1' }],
      image: { id: '5', src: 'https://shop.example/mug.jpg' },
    },
  ],
  tax_lines: [], shipping_lines: [{ id: 12, total: '4.90' }], fee_lines: [], coupon_lines: [{ id: 13, code: 'TEN', discount: '2.00' }],
  refunds: refunds.map((refund) => ({ id: (refund as { id: number }).id, reason: '', total: '-1.00' })),
  ...fields,
});

/** A refund of one of the two mugs. */
export const oneMug = (id: number) => ({
  id, date_created_gmt: '2026-11-23T09:00:00', amount: '12.40', reason: 'Broken',
  line_items: [{ id: 99, name: 'Enamel mug - Blue', quantity: -1, total: '-10.00', total_tax: '-2.40', meta_data: [{ id: 3, key: '_refunded_item_id', value: '11' }] }], shipping_lines: [],
});

export async function openWooShop(): Promise<WooShop> {
  const host = await openHost();
  const shop: WooShop = Object.assign(host, { orders: [], before: () => {}, now: () => new Date() });
  shop.answer = (asked, response) => {
    shop.before(asked);
    if (asked.headers.authorization !== `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`) {
      return response.writeHead(401).end(JSON.stringify({ code: 'woocommerce_rest_cannot_view', message: `Consumer key ${asked.headers.authorization} is invalid.`, data: { status: 401 } }));
    }
    const [, id] = /^\/wp-json\/wc\/v3\/orders\/(\d+)\/refunds$/.exec(asked.url.pathname) ?? [];
    return id ? (shop.orders.find((order) => order.id === Number(id))?.refunds ?? []) : listOf(shop, asked.url.searchParams, response);
  };
  return shop;
}

function listOf({ orders, now }: WooShop, query: URLSearchParams, response: ServerResponse): object[] {
  const after = query.get('modified_after')!;
  // Its times are compared as text, with seconds and without an offset.
  const found = orders.filter(({ modified }) => modified > after).sort((a, b) => a.id - b.id);
  const offset = Number(query.get('offset'));
  response.setHeader('date', now().toUTCString());
  response.setHeader('x-wp-total', String(found.length));
  return found.slice(offset, offset + Number(query.get('per_page'))).map(orderOf);
}
