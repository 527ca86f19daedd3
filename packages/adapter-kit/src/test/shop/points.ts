import type { PointsAccount, PointsProgram, Redemption } from '@aftercart/contract';
import { balanceOf, pageOf, refuse, signedIn, type Asking, type Member, type Redeemed } from './state.ts';

const accountOf = (who: Member | undefined, now: string): PointsAccount => ({
  state: who ? (who.member ? 'member' : 'candidate') : 'guest',
  balance: who ? balanceOf(who) : 0,
  pending: 0, lifetime: 0, spent: 0, pendingBatches: [], expiringBatches: [], asOf: now,
});

const view = ({ id, rewardId, title, points, code, revoked }: Redeemed, now: string): Redemption => ({
  id, rewardId, title, pointsSpent: points, fulfilment: revoked ? 'cancelled' : 'issued', usage: 'unused', code, revocable: !revoked, createdAt: now,
});

export const points = {
  account: (_: object, { shop, who }: Asking) => (shop.world.points ? accountOf(who, shop.world.now) : null),

  program(_: object, { shop, who }: Asking): PointsProgram | null {
    const { points: program } = shop.world;
    if (!program) return null;
    const rewards = [...shop.rewards].map(([id, { title, points: price }]) => ({
      id, title, kind: 'amount_off' as const, cost: { type: 'fixed' as const, points: price },
      eligibility: who?.member && balanceOf(who) >= price ? ({ status: 'redeemable' } as const) : ({ status: 'member_only' } as const),
    }));
    return { ...program, rewards };
  },

  history: (input: { cursor?: string; limit?: number }, asking: Asking) => pageOf(signedIn(asking).entries, input),

  estimate: ({ lines }: { lines: { quantity: number; price?: { amount: number } }[] }) =>
    lines.every(({ price }) => price) ? { points: Math.floor(lines.reduce((sum, { quantity, price }) => sum + quantity * price!.amount, 0) / 100) } : null,

  async redeem({ rewardId }: { rewardId: string }, asking: Asking) {
    const who = signedIn(asking);
    const { shop } = asking;
    const reward = shop.rewards.get(rewardId) ?? refuse('INVALID_REQUEST');
    if (!who.member) refuse('CUSTOMER_NOT_ENROLLED');
    if (balanceOf(who) < reward.points) refuse('INSUFFICIENT_POINTS');
    if (asking.isCareless) await Promise.resolve();
    const code = reward.codes.shift() ?? refuse('REWARD_OUT_OF_STOCK');
    const redeemed: Redeemed = { id: `redemption-${shop.next()}`, rewardId, title: reward.title, points: reward.points, code, revoked: false };
    who.redemptions.push(redeemed);
    who.entries.unshift({ id: `entry-${shop.next()}`, delta: -reward.points, status: 'approved', kind: 'redemption', createdAt: shop.world.now });
    shop.change();
    return view(redeemed, shop.world.now);
  },

  revoke({ redemptionId }: { redemptionId: string }, asking: Asking) {
    const who = signedIn(asking);
    const redeemed = who.redemptions.find(({ id }) => id === redemptionId) ?? refuse('INVALID_REQUEST');
    if (redeemed.revoked) refuse('CONFLICT');
    redeemed.revoked = true;
    who.entries.unshift({ id: `entry-${asking.shop.next()}`, delta: redeemed.points, status: 'approved', kind: 'redemption', createdAt: asking.shop.world.now });
    asking.shop.change();
    return view(redeemed, asking.shop.world.now);
  },

  enrol(_: object, asking: Asking) {
    const who = signedIn(asking);
    who.member = true;
    return accountOf(who, asking.shop.world.now);
  },
};
