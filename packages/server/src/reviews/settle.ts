/** Rewards that a published review still waits for, since the pool of coupon codes was empty. */
import type { Sweep } from '../sweeps.ts';
import { transactAsSystem } from '../transact.ts';
import { announce } from '../webhooks/outbox.ts';
import { settleReward } from './incentive.ts';

export const settleReviews: Sweep = {
  name: 'reviews',
  every: 300,
  async run(runtime) {
    const waiting = await runtime.store.db.selectFrom('reviews').select('id').where('status', '=', 'published').where('reward', '=', 'waiting').execute();
    for (const { id } of waiting) {
      await transactAsSystem(runtime, async (context) => {
        const row = await context.db.updateTable('reviews').set({ id }).where('id', '=', id).where('status', '=', 'published').where('reward', '=', 'waiting').returningAll().executeTakeFirst();
        const settled = row && (await settleReward(context, row));
        if (settled?.reward === 'given') {
          await announce(context, 'review.published', { reviewId: id, shopperId: settled.shopper_id, productId: settled.product_id, status: settled.status, rewardCode: settled.reward_code });
        }
      });
    }
  },
};
