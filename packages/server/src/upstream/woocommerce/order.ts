/** WooCommerce’s orders as the server’s: https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties */
import { z } from 'zod';
import type { ImportedOrder } from '../../imports/kinds/orders.ts';
import { Email } from '../../orders/order-in.ts';
import { minorUnits } from './money.ts';

/** In UTC, without an offset. */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/).transform((value) => `${value}Z`);
const amount = z.string();

const Address = z.looseObject({
  first_name: z.string().catch(''), last_name: z.string().catch(''), company: z.string().catch(''), address_1: z.string().catch(''), address_2: z.string().catch(''),
  city: z.string().catch(''), state: z.string().catch(''), postcode: z.string().catch(''), country: z.string().catch(''),
});

const Line = z.looseObject({
  id: z.int(),
  name: z.string(),
  product_id: z.int(),
  variation_id: z.int().catch(0),
  quantity: z.int().min(1),
  /** After discounts, without taxes. */
  total: amount,
  total_tax: amount.catch('0'),
  image: z.looseObject({ src: z.url({ protocol: /^https?$/ }).max(2_048) }).nullish().catch(null),
  meta_data: z.array(z.looseObject({ key: z.string(), display_value: z.unknown() })).catch([]),
});

export const WooOrder = z.looseObject({
  id: z.int(),
  /** As the shopper knows it. */
  number: z.string(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: time,
  date_modified_gmt: time.nullish(),
  date_paid_gmt: time.nullish(),
  /** 0 for a guest. */
  customer_id: z.int().min(0),
  billing: Address.extend({ email: z.string().catch('') }),
  shipping: Address,
  line_items: z.array(Line),
  coupon_lines: z.array(z.looseObject({ code: z.string() })).catch([]),
  refunds: z.array(z.looseObject({ id: z.int() })).catch([]),
});
export type WooOrder = z.infer<typeof WooOrder>;

const RefundLine = z.looseObject({
  /** Negative, as all amounts of a refund; 0 where only money is given back. */
  quantity: z.int(),
  total: amount,
  total_tax: amount.catch('0'),
  meta_data: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).catch([]),
});

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#order-refund-properties */
export const WooRefund = z.looseObject({
  id: z.int(),
  /** All that is given back, delivery included. */
  amount,
  line_items: z.array(RefundLine),
  shipping_lines: z.array(z.unknown()).catch([]),
});
export type WooRefund = z.infer<typeof WooRefund>;

/** Orders in these states are none yet, or none any more. */
const NO_ORDER = new Set(['auto-draft', 'checkout-draft', 'trash']);
const CALLED_OFF = new Set(['cancelled', 'failed']);

export const isOrder = ({ status, line_items: lines }: WooOrder): boolean => !NO_ORDER.has(status) && lines.length > 0;

/** The longest that the server takes. */
const LINE = 300;
const ADDRESS = 1_000;
const POSTCODE = 40;

const filled = (text: string, longest: number): string | undefined => text.trim().slice(0, longest) || undefined;

/** An order in the server’s words, not checked yet: the import does. What the shop does not say is left out, so that it stays as it is known. */
export function importedOrder(order: WooOrder, refunds: readonly WooRefund[]): Readonly<Record<keyof Omit<ImportedOrder, 'deliveredAt'>, unknown>> {
  const { billing, shipping, currency, line_items: lines } = order;
  // Where nothing is shipped there is no such address.
  const home = shipping.address_1 || shipping.postcode ? shipping : billing;
  const { first_name: first, last_name: last, address_1: street, address_2: more, city, state, postcode, country } = home;
  return {
    number: order.number,
    shopper: order.customer_id > 0 ? String(order.customer_id) : null,
    email: Email.safeParse(billing.email).data,
    postcode: filled(postcode, POSTCODE),
    address: street ? filled([first, last, street, more, postcode, city, state, country].filter(Boolean).join(', '), ADDRESS) : undefined,
    country: /^[A-Z]{2}$/.test(country) ? country : undefined,
    currency,
    total: minorUnits(lines.flatMap(({ total, total_tax: tax }) => [total, tax]), currency),
    lines: lines.map((line) => ({
      id: String(line.id),
      productId: String(line.product_id),
      variantId: line.variation_id > 0 ? String(line.variation_id) : null,
      name: line.name.trim().slice(0, LINE) || String(line.product_id),
      variant: line.variation_id > 0 ? (filled(variantOf(line), LINE) ?? null) : null,
      quantity: line.quantity,
      unitPrice: minorUnits([line.total, line.total_tax], currency, line.quantity),
      imageUrl: line.image?.src ?? null,
    })),
    couponCodes: order.coupon_lines.map(({ code }) => code.slice(0, LINE)).filter(Boolean),
    placedAt: order.date_created_gmt,
    paidAt: order.date_paid_gmt,
    cancelledAt: CALLED_OFF.has(order.status) ? (order.date_modified_gmt ?? order.date_created_gmt) : null,
    refunds: refunds.map((refund) => refundOf(refund, currency)),
  };
}

/** Size and colour in words. Keys that begin with _ are the shop’s own affair. */
const variantOf = ({ meta_data: meta }: WooOrder['line_items'][number]): string =>
  meta.filter(({ key, display_value: value }) => !key.startsWith('_') && typeof value === 'string').map(({ display_value: value }) => value as string).join(', ');

/** What is given back for goods. A refund that names neither goods nor delivery is all for goods. */
function refundOf({ id, amount: whole, line_items: lines, shipping_lines: deliveries }: WooRefund, currency: string) {
  const ofGoods = lines.flatMap(({ total, total_tax: tax }) => [total, tax]);
  const namesNothing = lines.length === 0 && deliveries.length === 0;
  return {
    id: String(id),
    amount: Math.abs(minorUnits(namesNothing ? [whole] : ofGoods, currency)),
    lines: lines.flatMap(({ quantity, meta_data: meta }) => {
      const line = meta.find(({ key }) => key === '_refunded_item_id')?.value;
      return quantity < 0 && (typeof line === 'string' || typeof line === 'number') ? [{ id: String(line), quantity: -quantity }] : [];
    }),
  };
}
