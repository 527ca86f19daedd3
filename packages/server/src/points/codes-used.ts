/** Codes of redemptions that were used at a checkout. */
import type { Context } from '../context.ts';
import type { OrderRow } from '../orders/tables.ts';

/** An order that was paid with codes tells that they were used. One that was given back meanwhile stays so. */
export async function markCodesUsed({ db }: Context, { coupon_codes: text }: OrderRow): Promise<void> {
  const codes = JSON.parse(text) as string[];
  if (codes.length === 0) return;
  await db
    .updateTable('redemptions')
    .set({ usage: 'used' })
    .where('code', 'in', codes)
    .where('usage', '=', 'unused')
    .where('revoked_at', 'is', null)
    .execute();
}
