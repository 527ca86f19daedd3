/** The account as shoppers and merchants see it. */
import type { PointsAccount, TierStatus } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { say } from '../locale/text.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import type { ShopperRow } from '../shoppers/tables.ts';
import { transact } from '../transact.ts';
import { settleAccount } from './ledger/account.ts';
import { openBatches } from './ledger/batches.ts';
import { findAccount, isDue } from './ledger/find.ts';
import { orderWords } from './order-words.ts';
import { readProgram } from './program-document.ts';
import type { TierLevel } from './program/tiers.ts';
import type { PointsAccountRow } from './tables.ts';
import { standingOf } from './tiers/standing.ts';

/** As many batches as the contract allows in a list. */
const MOST_BATCHES = 200;

/** What a guest has: nothing, and no error. */
export const guestAccount = ({ now }: Context): PointsAccount => ({
  state: 'guest', balance: 0, pending: 0, lifetime: 0, spent: 0, pendingBatches: [], expiringBatches: [], tier: null, asOf: now.toISOString(),
});

/** The row of an account, with all that time has brought. Not in a transaction, since it may need one. */
export async function readCurrent(context: Context, shopperId: string): Promise<PointsAccountRow> {
  const row = await findAccount(context, shopperId);
  if (!isDue(row, context.now)) return row;
  await transact(context.runtime, (work) => settleAccount({ ...context, ...work }, shopperId));
  return findAccount(context, shopperId);
}

export const stateOf = (shopper: ShopperRow | undefined): ShopperRow['state'] => shopper?.state ?? 'candidate';

/** All of an account whose row is up to date. */
export async function viewAccount(context: Context, row: PointsAccountRow): Promise<PointsAccount> {
  const { db, now } = context;
  const shopper = await findShopper(db, row.shopper_id);
  const pending = row.pending > 0 ? await openBatches.pending(db, row.shopper_id, MOST_BATCHES) : [];
  const describeOrder = await orderWords(context);
  return {
    state: stateOf(shopper),
    balance: row.balance,
    pending: row.pending,
    lifetime: row.lifetime,
    spent: row.spent,
    pendingBatches: pending.map(({ remaining, available_at: availableAt, reason, description, order_number: order }) => ({
      points: remaining, availableAt, reason: (reason ?? 'other') as PointsAccount['pendingBatches'][number]['reason'], description: description ?? describeOrder(order),
    })),
    expiringBatches: row.balance > 0 ? await openBatches.expiring(db, row.shopper_id, MOST_BATCHES) : [],
    tier: shopper?.enrolled_at ? await viewTier(context, row) : null,
    asOf: now.toISOString(),
  };
}

async function viewTier(context: Context, row: PointsAccountRow): Promise<TierStatus | null> {
  const tiers = (await readProgram(context))?.tiers;
  if (!tiers) return null;
  const { current, next, progress, toRetain, expiresAt } = await standingOf(context, tiers, row);
  return {
    current: nameOf(current, context.locale),
    next: nameOf(next, context.locale),
    unit: tiers.unit,
    currency: tiers.unit === 'spend' ? (tiers.currency ?? null) : null,
    progress,
    toNext: next ? Math.max(0, next.threshold - progress) : null,
    toRetain,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

const nameOf = (tier: TierLevel | undefined, locale: string): { id: string; name: string } | null =>
  tier ? { id: tier.id, name: say(tier.name, locale) } : null;
