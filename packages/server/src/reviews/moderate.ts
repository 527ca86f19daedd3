/** What the merchant decides on a review. */
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { announce } from '../webhooks/outbox.ts';
import { settleReward } from './incentive.ts';
import type { ReviewRow } from './tables.ts';

interface Act {
  id: string;
  /** The version that was read; left out to decide on whatever it says now. */
  version: number | null | undefined;
}

/** Publishes a review, and gives the reward that waits for it. @throws AdapterError INVALID_REQUEST, CONFLICT */
export async function publish(context: Context, act: Act): Promise<ReviewRow> {
  const before = await decidable(context, act);
  if (before.status === 'published') return before;
  const at = context.now.toISOString();
  const published = await settleReward(context, await change(context, before, { status: 'published', reason: null, moderated_at: at, published_at: at }));
  await announce(context, 'review.published', { ...named(published), rewardCode: published.reward_code });
  return published;
}

/** Rejects a review with words for the shopper; a reward that waits is dropped, one that was given stays. @throws AdapterError INVALID_REQUEST, CONFLICT */
export async function reject(context: Context, act: Act, reason: string): Promise<ReviewRow> {
  const before = await decidable(context, act);
  if (before.status === 'rejected' && before.reason === reason) return before;
  const rejected = await settleReward(context, await change(context, before, { status: 'rejected', reason, moderated_at: context.now.toISOString() }));
  await announce(context, 'review.rejected', named(rejected));
  return rejected;
}

/** The review, held. */
async function decidable({ db }: Context, { id, version }: Act): Promise<ReviewRow> {
  const row = await db.updateTable('reviews').set({ id }).where('id', '=', id).returningAll().executeTakeFirst();
  if (!row) throw new AdapterError('INVALID_REQUEST', `There is no review ${id}.`);
  if (row.status === 'withdrawn') throw new AdapterError('CONFLICT', 'The shopper took this review back.');
  if (version != null && version !== row.version) throw new AdapterError('CONFLICT', `The shopper changed this review: it is at version ${row.version}, not ${version}. Read it again.`);
  return row;
}

const change = ({ db }: Context, { id }: ReviewRow, changes: Partial<ReviewRow>): Promise<ReviewRow> =>
  db.updateTable('reviews').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

const named = ({ id, shopper_id, product_id, status }: ReviewRow) => ({ reviewId: id, shopperId: shopper_id, productId: product_id, status });
