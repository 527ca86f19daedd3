/** An ordinary input for every method. */
import type { Capability } from '@aftercart/contract';
import type { Input } from './methods.ts';
import type { Trial } from './trial.ts';

type Samples = { [C in Capability]: (trial: Trial) => Input<C> };

const REVIEW = { rating: 4, title: 'Good', body: 'They keep dry.' };

const SAMPLES: Samples = {
  'points.account': () => ({}),
  'points.program': () => ({}),
  'points.history': () => ({ limit: 10 }),
  'points.estimate': () => ({ lines: [{ productId: 'boots', quantity: 2, price: { amount: 12_900, currency: 'EUR' } }] }),
  'points.redeem': (trial) => ({ rewardId: trial.reward('small').id }),
  'points.revoke': () => ({ redemptionId: 'nothing' }),
  'points.enrol': () => ({}),
  'points.subscribe': () => ({}),
  'referrals.program': () => ({}),
  'referrals.link': () => ({}),
  'referrals.list': () => ({ limit: 10 }),
  'referrals.claim': () => ({ code: 'CODE', email: 'friend@friends.example' }),
  'reviews.requests': () => ({}),
  'reviews.submit': () => ({ requestId: 'nothing', ...REVIEW, incentivised: false }),
  'reviews.edit': () => ({ reviewId: 'nothing', ...REVIEW }),
  'reviews.withdraw': () => ({ reviewId: 'nothing' }),
  'returns.policy': ({ world }) => ({ country: world.policies?.[0]?.applicableCountry[0] ?? 'GR' }),
  'returns.deadline': (trial) => ({ orderNumber: trial.order('delivered').number }),
  'returns.withdraw': (trial) => ({ step: 'declare', orderNumber: trial.order('delivered').number, name: 'Ann Ash', email: trial.order('delivered').email }),
  'faq.entries': () => ({}),
  'faq.search': ({ world }) => ({ query: world.faq?.['en']?.[0]?.question ?? 'delivery' }),
  'faq.vote': ({ seeded, world }) => {
    const id = world.faq?.['en']?.[0]?.id ?? 'nothing';
    return { entryId: seeded.faq?.[id] ?? id, helpful: true };
  },
  'faq.contact': () => ({}),
  'tracking.shipments': () => ({}),
  'tracking.subscribe': () => ({}),
};

/**
 * An ordinary input. That of a write need not succeed (there is no redemption to give back yet), but it is well formed.
 *
 * @throws Skipped when the backend lacks what it is made of.
 */
export const sample = <C extends Capability>(trial: Trial, capability: C): Input<C> => SAMPLES[capability](trial) as Input<C>;
