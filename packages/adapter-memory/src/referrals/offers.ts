/** What a referral gives to either side. */
import type { ReferralOffer } from '@aftercart/contract';
import { CURRENCY } from '../catalogue.ts';
import type { Words } from '../words.ts';

const REFERRAL_POINTS = 250;

export const advocateOffer = ({ referral }: Words): ReferralOffer => ({ kind: 'points', title: referral.advocate, points: REFERRAL_POINTS });

export const friendOffer = ({ referral }: Words): ReferralOffer => ({
  kind: 'amount_off', title: referral.friend, amount: { amount: 1_000, currency: CURRENCY },
});
