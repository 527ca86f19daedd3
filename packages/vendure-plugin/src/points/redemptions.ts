import type { Redemption } from '@aftercart/contract';
import { Order, type ID, type RequestContext } from '@vendure/core';
import type { AftercartRedemption } from '../entities/redemption.ts';
import type { Runtime } from '../runtime.ts';

/** Where the code of a promotion was seen. */
export interface Use {
  /** In an order that was placed and not cancelled. */
  placed: boolean;
  /** In an order or a cart, so that it may be used any moment. */
  applied: boolean;
}

const NOWHERE: Use = { placed: false, applied: false };

/** Redemptions as their owner sees them: whether the code was used is read from the orders. */
export async function viewRedemptions(runtime: Runtime, ctx: RequestContext, rows: readonly AftercartRedemption[]): Promise<Redemption[]> {
  const uses = await usesOf(runtime, ctx, rows.flatMap(({ promotionId }) => promotionId ?? []));
  return rows.map((row) => viewRedemption(row, uses.get(String(row.promotionId)) ?? NOWHERE, runtime.now()));
}

function viewRedemption(row: AftercartRedemption, { placed, applied }: Use, now: Date): Redemption {
  const isOver = row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id as string,
    rewardId: row.rewardId,
    title: row.title,
    pointsSpent: row.pointsSpent,
    fulfilment: row.fulfilment,
    usage: row.promotionId === null ? 'untracked' : placed ? 'used' : 'unused',
    code: row.code,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    // Of a code of a pool nobody here knows whether it was used.
    revocable: row.fulfilment === 'issued' && row.promotionId !== null && !applied && !isOver,
    createdAt: row.time.toISOString(),
  };
}

/** By the promotion’s id. */
export async function usesOf(runtime: Runtime, ctx: RequestContext, promotionIds: readonly ID[]): Promise<Map<string, Use>> {
  if (promotionIds.length === 0) return new Map();
  const rows = await runtime
    .table(ctx, Order)
    .createQueryBuilder('order')
    .innerJoin('order.promotions', 'promotion')
    .select(['order.active', 'order.id', 'promotion.id'])
    .where('promotion.id IN (:...promotionIds)', { promotionIds })
    .andWhere('order.state != :cancelled', { cancelled: 'Cancelled' })
    .getMany();
  const uses = new Map<string, Use>();
  for (const { active, promotions } of rows) {
    for (const { id } of promotions) uses.set(String(id), { applied: true, placed: uses.get(String(id))?.placed === true || !active });
  }
  return uses;
}
