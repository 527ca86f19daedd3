/** Giving a redemption back. */
import { AdapterError, type Redemption, type RevokeInput } from '@aftercart/contract';
import type { Context, ShopperContext } from '../context.ts';
import { requireMember } from '../shoppers/shoppers.ts';
import { announce } from '../webhooks/outbox.ts';
import { changeAccount } from './ledger/account.ts';
import { giveBack } from './ledger/give-back.ts';
import { findRedemption, isRevocable, noSuchRedemption, viewRedemption } from './redemptions.ts';
import type { RedemptionRow } from './tables.ts';

/**
 * Gives back a redemption whose code was not used. The code is void and nobody gets it again, since somebody has seen it; the shop is told
 * by `redemption.revoked`, so that it takes the code out of its own system.
 *
 * @throws AdapterError CUSTOMER_NOT_ENROLLED, CUSTOMER_BLOCKED, INVALID_REQUEST (none of the shopper’s), REWARD_ALREADY_USED, CONFLICT.
 */
export function revoke({ redemptionId }: RevokeInput, context: ShopperContext): Promise<Redemption> {
  return changeAccount(context, context.shopper.id, async (account) => {
    await requireMember(context);
    const row = await findRedemption(context, redemptionId);
    if (row?.shopper_id !== context.shopper.id) throw noSuchRedemption();
    if (row.usage === 'used') throw new AdapterError('REWARD_ALREADY_USED', 'The code was used.');
    if (!isRevocable(row, context.now)) throw new AdapterError('CONFLICT', 'This redemption can’t be given back.');
    await giveBack(context, account, row);
    return viewRedemption(await close(context, row, 'cancelled'), context.now);
  });
}

/** Ends a redemption that came to nothing. */
export async function close(context: Context, row: RedemptionRow, fulfilment: 'cancelled' | 'failed'): Promise<RedemptionRow> {
  const closed = await context.db
    .updateTable('redemptions')
    .set({ fulfilment, revoked_at: context.now.toISOString() })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce(context, 'redemption.revoked', { id: row.id, shopperId: row.shopper_id, rewardId: row.reward_id, points: row.points_spent, fulfilment, code: row.code });
  return closed;
}
