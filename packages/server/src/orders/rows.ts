/** What an order that the shop told looks like in the tables. Pure. */
import type { Fingerprints } from '../identity/fingerprint.ts';
import { householdOf } from './household.ts';
import { lineId, type NumberedOrder } from './order-in.ts';
import { normaliseOrderNumber } from './orders.ts';
import type { OrderLineRow, OrderRow } from './tables.ts';

/** Unique among all orders: shops number the lines of each from one. */
export const lineRowId = (orderNumber: string, id: string): string => `${orderNumber}:${id}`;

const instant = (text: string) => new Date(text).toISOString();

/** Hashes what is given; what is left out stays as it is known, null is forgotten. */
const print = (given: string | null | undefined, known: string | null | undefined, hash: (text: string) => string) =>
  given === undefined ? (known ?? null) : given && hash(given);

/** The row of an order, on top of what is known of it. An order whose shopper was erased learns nothing personal again. */
export function orderRow(fingerprints: Fingerprints, order: NumberedOrder, known: OrderRow | undefined): OrderRow {
  const personal = known?.erased
    ? { shopper_id: known.shopper_id, email_hash: null, postcode_hash: null, household_hash: null }
    : {
        shopper_id: order.shopper ?? known?.shopper_id ?? null,
        email_hash: print(order.email, known?.email_hash, fingerprints.email),
        postcode_hash: print(order.postcode, known?.postcode_hash, fingerprints.postcode),
        household_hash: print(order.address, known?.household_hash, (address) => householdOf(fingerprints, address)),
      };
  return {
    number: normaliseOrderNumber(order.number),
    ...personal,
    country: order.country === undefined ? (known?.country ?? null) : order.country,
    currency: order.currency,
    total: order.total,
    refunded: known?.refunded ?? 0,
    coupon_codes: known && (order.couponCodes === undefined || known.erased) ? known.coupon_codes : JSON.stringify(order.couponCodes ?? []),
    placed_at: instant(order.placedAt),
    paid_at: known?.paid_at ?? null,
    delivered_at: known?.delivered_at ?? null,
    cancelled_at: known?.cancelled_at ?? null,
    erased: known?.erased ?? 0,
  };
}

export function lineRows(order: NumberedOrder, known: readonly OrderLineRow[]): OrderLineRow[] {
  const number = normaliseOrderNumber(order.number);
  const refunded = new Map(known.map((line) => [line.id, line.refunded_quantity]));
  return order.lines.map((line, index) => {
    const id = lineRowId(number, lineId(line, index));
    return {
      id,
      order_number: number,
      position: index,
      product_id: line.productId,
      variant_id: line.variantId ?? null,
      name: line.name,
      variant: line.variant ?? null,
      quantity: line.quantity,
      refunded_quantity: refunded.get(id) ?? 0,
      unit_price: line.unitPrice,
      image_url: line.imageUrl ?? null,
      url: line.url ?? null,
    };
  });
}
