/** What the demo’s shop gives for orders and reviews. */
import type { AftercartPluginOptions } from '../../../../vendure-plugin/src/index.ts';

export const PROGRAM: AftercartPluginOptions = {
  points: {
    name: { en: 'Northpine Miles', de: 'Northpine-Meilen', el: 'Μίλια Northpine' },
    terminology: { en: { one: 'mile', other: 'miles' }, de: { one: 'Meile', other: 'Meilen' }, el: { one: 'μίλι', other: 'μίλια' } },
    joinUrl: 'account.html',
    signInUrl: 'account.html',
    purchase: { title: { en: 'Shop', de: 'Einkaufen', el: 'Αγορές' }, points: 1, per: { amount: 100, currency: 'EUR' }, pendingDays: 30 },
    signUp: { title: { en: 'Join', de: 'Mitmachen', el: 'Εγγραφή' }, points: 50 },
    rewards: [
      { id: 'five-off', title: { en: '€5 off', de: '5 € Rabatt', el: 'Έκπτωση 5 €' }, points: 500, coupon: { type: 'amount_off', amount: 500 }, validDays: 90 },
      { id: 'free-shipping', title: { en: 'Free delivery', de: 'Versand gratis', el: 'Δωρεάν αποστολή' }, points: 300, coupon: { type: 'free_shipping' }, validDays: 90 },
      { id: 'ten-percent', title: { en: '10% off', de: '10 % Rabatt', el: 'Έκπτωση 10 %' }, points: 2_000, coupon: { type: 'percent_off', percent: 10 }, validDays: 90, mostPerCustomer: 1 },
    ],
  },
  reviews: {
    lastDay: 90,
    incentive: {
      title: { en: '50 miles', de: '50 Meilen', el: '50 μίλια' },
      points: 50,
      disclosure: { en: 'The reviewer got 50 miles for this review, whatever its rating.', de: 'Für diese Bewertung gab es 50 Meilen, gleich wie sie ausfiel.', el: 'Για αυτή την κριτική δόθηκαν 50 μίλια, όποια κι αν ήταν.' },
    },
  },
};
