import { describeAdapter, type World } from '@aftercart/adapter-kit';
import { describe, it } from 'vitest';
import { voucherifyAdapter } from './index.ts';
import { KEYS, openVoucherify } from './test/host.ts';
import { proof } from './test/proof.ts';

const host = openVoucherify();
const idOf = (shopper: string) => `secret-id-of-${shopper}`;
const cardOf = (shopper: string) => host.project.customers[idOf(shopper)]?.find(({ campaign }) => campaign === 'Loyalty');
let world: World;

describeAdapter({ describe, it }, {
  create: ({ fetch }) =>
    voucherifyAdapter({
      ...KEYS, fetch,
      loyalty: { campaign: 'Loyalty', program: () => ({ ...world.points!, rewards: [] }) },
      referral: { campaign: 'Friends', landingUrl: 'https://shop.example/?ref={code}', program: () => world.referrals! },
    }),
  fetch: host.fetch,
  async seed(next) {
    world = next;
    const { shoppers } = next;
    host.project = {
      campaigns: ['Loyalty', 'Friends'],
      customers: Object.fromEntries(
        shoppers.map(({ name, member, balance }) => [idOf(name), member ? [{ campaign: 'Loyalty', code: `CARD-${name}`, points: balance + 50, balance }] : []]),
      ),
    };
    return {
      tokens: Object.fromEntries(shoppers.map(({ name }) => [name, idOf(name)])),
      orders: {},
      rewards: {},
      world: { ...(next.points && { points: { ...next.points, rewards: [] } }) },
    };
  },
  inspect: {
    balance: async (shopper) => cardOf(shopper)?.balance ?? 0,
    enrolled: async (shopper) => cardOf(shopper) !== undefined,
  },
  skip: proof.skip,
});
