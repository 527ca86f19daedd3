/** Keeping a shopper’s tier: a higher one as soon as it is reached, a lower one when a review is due. */
import type { Context } from '../../context.ts';
import { findShopper } from '../../shoppers/shoppers.ts';
import { announce } from '../../webhooks/outbox.ts';
import type { OpenAccount } from '../ledger/account.ts';
import { readProgram } from '../program-document.ts';
import { standingOf } from './standing.ts';

export async function reviewTier(context: Context, account: OpenAccount): Promise<void> {
  const { row } = account;
  const isReviewDue = row.tier_expires_at !== null && row.tier_expires_at <= context.now.toISOString();
  if (!account.earned && !isReviewDue) return;
  const { tierId, expiresAt } = await tierOf(context, account);
  if (row.tier_id === tierId && row.tier_expires_at === expiresAt) return;
  const from = row.tier_id;
  Object.assign(row, { tier_id: tierId, tier_expires_at: expiresAt });
  account.changed = true;
  if (from !== tierId) await announce(context, 'tier.changed', { shopperId: row.shopper_id, from, to: tierId });
}

async function tierOf(context: Context, { row }: OpenAccount): Promise<{ tierId: string | null; expiresAt: string | null }> {
  const tiers = (await readProgram(context))?.tiers;
  const shopper = tiers && (await findShopper(context.db, row.shopper_id));
  // Only who has joined has a tier, even if blocked since.
  if (!tiers || !shopper?.enrolled_at) return { tierId: null, expiresAt: null };
  const { current, expiresAt } = await standingOf(context, tiers, row);
  return { tierId: current?.id ?? null, expiresAt: expiresAt?.toISOString() ?? null };
}
