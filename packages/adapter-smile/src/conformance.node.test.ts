import { describeAdapter } from '@aftercart/adapter-kit';
import { describe, it } from 'vitest';
import { smileAdapter } from './index.ts';
import { openSmile, product, sdkOver } from './test/host.ts';
import { proof } from './test/proof.ts';

const host = openSmile();
const customerOf = (shopper: string) => host.account.customers.find(({ token }) => token === `token of ${shopper}`)!;
const offer = (title: string) => ({ kind: 'other' as const, title });
const reward = (name: string) => ({ name, description: null, imageUrl: null });

describeAdapter({ describe, it }, {
  create: ({ fetch }) => smileAdapter({ publishableKey: 'pub_0987654321', load: async () => sdkOver(fetch) }),
  fetch: host.fetch,
  async seed({ shoppers, points, referrals }) {
    const { rewards = [], terminology } = points ?? {};
    host.account = {
      label: { one: terminology?.one ?? 'point', other: terminology?.other ?? 'points' },
      products: rewards.map(({ title, points: price }, index) => product(index + 1, title, price)),
      referrals: referrals ? { senderReward: reward(referrals.advocateOffer.title), receiverReward: reward(referrals.friendOffer.title) } : null,
      tiers: [],
      customers: shoppers.map(({ name, member, balance }, index) => ({
        token: `token of ${name}`, balance, vip: null, rewards: [],
        customer: { id: index + 1, state: member ? 'member' : 'candidate', referralUrl: `http://i.refs.example/${name}7` },
      })),
    };
    return {
      tokens: Object.fromEntries(shoppers.map(({ name }) => [name, `token of ${name}`])),
      orders: {},
      rewards: Object.fromEntries(rewards.map(({ name }, index) => [name, String(index + 1)])),
      world: {
        // Smile makes a code for each redemption, and tells offers by their names.
        ...(points && { points: { ...points, rewards: rewards.map((each) => ({ ...each, codes: [] })) } }),
        ...(referrals && { referrals: { ...referrals, advocateOffer: offer(referrals.advocateOffer.title), friendOffer: offer(referrals.friendOffer.title) } }),
      },
    };
  },
  inspect: {
    balance: async (shopper) => customerOf(shopper).balance,
    enrolled: async (shopper) => customerOf(shopper).customer.state === 'member',
    redemptions: async (shopper) =>
      customerOf(shopper).rewards.map(({ id, name }) => {
        const bought = host.account.products.find((each) => each.reward.name === name)!;
        return { id: String(id), rewardId: String(bought.id), pointsSpent: bought.pointsPrice!, revoked: false };
      }),
  },
  skip: proof.skip,
});
