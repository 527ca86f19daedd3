import type { Flag, InstantText, JsonText } from '../database/columns.ts';

export interface OrderRow {
  /** As the shopper knows it, normalised by `normaliseOrderNumber`. */
  number: string;
  /** Null for a guest. */
  shopper_id: string | null;
  email_hash: string | null;
  postcode_hash: string | null;
  /** Fingerprint of the normalised postal address. */
  household_hash: string | null;
  /** ISO 3166-1 alpha-2 of delivery. */
  country: string | null;
  /** ISO 4217. */
  currency: string;
  /** What was paid for goods, in minor units, after discounts and without delivery. */
  total: number;
  /** What of it was given back. */
  refunded: number;
  /** Coupon codes that were used, as a JSON list. */
  coupon_codes: JsonText;
  placed_at: InstantText;
  paid_at: InstantText | null;
  delivered_at: InstantText | null;
  cancelled_at: InstantText | null;
  /** Whether its shopper was erased: it learns nothing personal again. */
  erased: Flag;
}

export interface OrderLineRow {
  /** Order number, a colon, and the shop’s own id of the line. */
  id: string;
  order_number: string;
  /** Place in the order, from 0. */
  position: number;
  product_id: string;
  variant_id: string | null;
  name: string;
  /** Size, colour. */
  variant: string | null;
  quantity: number;
  refunded_quantity: number;
  /** Price of one, in minor units of the order’s currency. */
  unit_price: number;
  image_url: string | null;
  url: string | null;
}

/** Money that was given back, as it was told. */
export interface OrderRefundRow {
  order_number: string;
  /** The shop’s own. */
  id: string;
  amount: number;
  /** What of the amount counts: refunds together never exceed the total. */
  counted: number;
  /** JSON list of `{ id, quantity }`. */
  lines: JsonText;
  refunded_at: InstantText;
}

export interface OrderTables {
  orders: OrderRow;
  order_lines: OrderLineRow;
  order_refunds: OrderRefundRow;
  /** What the parts of the server have reacted to, such as `paid` or `refunded:7`: once each. */
  order_reactions: { order_number: string; happening: string };
}
