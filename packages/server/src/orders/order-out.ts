/** An order as the merchant reads it back. */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { linesOf } from './orders.ts';
import { refundsOf } from './react.ts';
import type { OrderRow } from './tables.ts';

const time = z.string().nullable();

export const OrderOut = z
  .object({
    number: z.string().describe('Normalised: without a leading `#`, in capitals.'),
    shopper: z.string().nullable().describe('Null for a guest.'),
    known: z.object({ email: z.boolean(), postcode: z.boolean(), address: z.boolean() }).describe('Which fingerprints there are. What was hashed can’t be read back.'),
    country: z.string().nullable(),
    currency: z.string().describe('ISO 4217.'),
    total: z.int().describe('In minor units, as every amount here.'),
    refunded: z.int().describe('What of the total was given back.'),
    couponCodes: z.array(z.string()),
    placedAt: z.string(),
    paidAt: time,
    deliveredAt: time,
    cancelledAt: time,
    lines: z.array(
      z.object({
        id: z.string(),
        productId: z.string(),
        variantId: z.string().nullable(),
        name: z.string(),
        variant: z.string().nullable(),
        quantity: z.int(),
        refundedQuantity: z.int(),
        unitPrice: z.int(),
        imageUrl: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
    refunds: z.array(
      z.object({
        id: z.string(),
        amount: z.int(),
        counted: z.int().describe('What of the amount counts: refunds together never exceed the total.'),
        lines: z.array(z.object({ id: z.string(), quantity: z.int() })),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'Order', description: 'What is known of an order.' });
export type OrderOut = z.infer<typeof OrderOut>;

export async function orderOut(db: Database, order: OrderRow): Promise<OrderOut> {
  const lines = await linesOf(db, order.number);
  const refunds = await refundsOf(db, order.number);
  return {
    number: order.number,
    shopper: order.shopper_id,
    known: { email: order.email_hash !== null, postcode: order.postcode_hash !== null, address: order.household_hash !== null },
    country: order.country,
    currency: order.currency,
    total: order.total,
    refunded: order.refunded,
    couponCodes: JSON.parse(order.coupon_codes) as string[],
    placedAt: order.placed_at,
    paidAt: order.paid_at,
    deliveredAt: order.delivered_at,
    cancelledAt: order.cancelled_at,
    lines: lines.map((line) => ({
      id: line.id.slice(order.number.length + 1),
      productId: line.product_id,
      variantId: line.variant_id,
      name: line.name,
      variant: line.variant,
      quantity: line.quantity,
      refundedQuantity: line.refunded_quantity,
      unitPrice: line.unit_price,
      imageUrl: line.image_url,
      url: line.url,
    })),
    refunds: refunds.map(({ id, amount, counted, lines: refunded, refunded_at: at }) => ({ id, amount, counted, lines: JSON.parse(refunded) as { id: string; quantity: number }[], at })),
  };
}
