/** Shops with much of one thing, and one with nothing. */
import type { World } from '../world.ts';
import { ordinary, SHOPPERS } from './ordinary.ts';
import { localTime } from './time.ts';

/** How many small ledger entries Ann has in `longLedger`. */
export const SMALL_ENTRIES = 23;

export const longLedger = (now: Date): World => ({ ...ordinary(now), shoppers: [{ ...SHOPPERS.ann, smallEntries: SMALL_ENTRIES }, SHOPPERS.ben, SHOPPERS.cleo] });

export const MANY_QUESTIONS = 300;

export const manyQuestions = (now: Date): World => ({
  ...ordinary(now),
  faq: {
    en: [...Array(MANY_QUESTIONS).keys()].map((index) => ({
      id: `question-${index + 1}`, question: `Question number ${index + 1}?`, answer: `Answer number ${index + 1}.`, format: 'text' as const,
    })),
  },
});

export const MANY_EVENTS = 200;

/** A parcel that has been to many places. */
export const longJourney = (now: Date): World => {
  const world = ordinary(now);
  const events = [...Array(MANY_EVENTS).keys()].map((index) => ({
    status: 'in_transit' as const,
    time: { value: localTime(now, 3, index), precision: 'minute' as const, offset: '+02:00' },
    description: `Stop number ${index + 1}`,
  }));
  return { ...world, orders: world.orders.map((order) => (order.name === 'sent' ? { ...order, parcels: [{ carrier: 'Parcel Post', trackingNumber: 'ANN0000001', events }] } : order)) };
};

/** The shop as it was later: other points, another answer, another policy. */
export const later = (now: Date): World => {
  const world = ordinary(now);
  return {
    ...world,
    shoppers: [{ ...SHOPPERS.ann, balance: 700 }, SHOPPERS.ben, SHOPPERS.cleo],
    policies: world.policies!.map((policy) => (policy.id === 'home' ? { ...policy, merchantReturnDays: 60 } : policy)),
    faq: { en: [{ id: 'delivery-time', question: 'How long does delivery take?', answer: 'Two hours.', format: 'text' }] },
  };
};
