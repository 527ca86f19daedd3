/** What orders earn, and lose again. Idempotent by `source`: an event that is told twice finds its entry written. */
import type { Context } from '../context.ts';
import type { OrderReactions } from '../orders/reactions.ts';
import { linesOf } from '../orders/orders.ts';
import type { OrderRow } from '../orders/tables.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import { award, changeAward, release } from './award.ts';
import { addDays } from './ledger/calendar.ts';
import { touchAccount } from './ledger/account.ts';
import { clawBack } from './ledger/claw-back.ts';
import { findEntry } from './ledger/entries.ts';
import { earningPart, pointsForAmount, pointsForRefund } from './order-points.ts';
import { purchaseRule, readProgram, type ProgramDocument } from './program-document.ts';
import { markCodesUsed } from './codes-used.ts';
import { multiplierOf } from './tiers/multiplier.ts';

const sourceOf = ({ number }: OrderRow): string => `order:${number}`;

export const pointsReactions: OrderReactions = {
  /** Only members earn. */
  async paid(context, order) {
    await markCodesUsed(context, order);
    const program = await readProgram(context);
    if (!program || !order.shopper_id || (await findShopper(context.db, order.shopper_id))?.state !== 'member') return;
    const points = await pointsForOrder(context, program, order, order.shopper_id);
    if (points > 0) {
      await award(context, {
        shopperId: order.shopper_id,
        points,
        kind: 'purchase',
        description: null,
        source: sourceOf(order),
        orderNumber: order.number,
        ...availabilityOf(program, order, context.now),
      });
      if (order.refunded > 0) await takeBackRefunded(context, order, 'before-payment');
    }
    await countOrder(context, program, order);
  },

  async delivered(context, order) {
    const after = (await readProgram(context))?.purchasesAvailable;
    if (after?.after === 'delivery' && order.delivered_at) await release(context, sourceOf(order), addDays(new Date(order.delivered_at), after.days));
  },

  async refunded(context, order, { id }) {
    await takeBackRefunded(context, order, id);
    await countOrder(context, await readProgram(context), order);
  },

  async cancelled(context, order) {
    await changeAward(context, sourceOf(order), (account, batch) =>
      clawBack(context, account, batch, { total: batch.points, source: `cancelled:${order.number}`, description: null }),
    );
    await countOrder(context, await readProgram(context), order);
  },
};

async function pointsForOrder(context: Context, program: ProgramDocument, order: OrderRow, shopperId: string): Promise<number> {
  const rule = purchaseRule(program);
  if (!rule) return 0;
  const lines = await linesOf(context.db, order.number);
  const amount = earningPart(rule, order.total, lines.map(({ product_id: productId, quantity, unit_price: price }) => ({ productId, quantity, price })));
  return pointsForAmount(rule, { amount, currency: order.currency }, await multiplierOf(context, program, shopperId)) ?? 0;
}

function availabilityOf({ purchasesAvailable: { after, days } }: ProgramDocument, order: OrderRow, now: Date): { availableAt: Date | null; reason: 'delivery' | 'return_window' } {
  if (after === 'delivery' && !order.delivered_at) return { availableAt: null, reason: 'delivery' };
  const from = after === 'delivery' ? order.delivered_at : order.paid_at;
  return { availableAt: addDays(from ? new Date(from) : now, days), reason: 'return_window' };
}

/** Takes back by what was refunded in all, so that refunds in any parts and any order end at the same. */
async function takeBackRefunded(context: Context, order: OrderRow, refundId: string): Promise<void> {
  const source = `refund:${order.number}:${refundId}`;
  await changeAward(context, sourceOf(order), async (account, batch) => {
    if (await findEntry(context.db, source)) return;
    await clawBack(context, account, batch, { total: pointsForRefund(batch.points, order.total, order.refunded), source, description: null });
  });
}

/** Where tiers count money or orders, an order may lift a tier without earning a point. */
async function countOrder(context: Context, program: ProgramDocument | undefined, order: OrderRow): Promise<void> {
  if (program?.tiers && program.tiers.unit !== 'points' && order.shopper_id) await touchAccount(context, order.shopper_id);
}
