/** The referral link, and what it gives. */
import type { ReferralOffer, ReferralsService } from '@aftercart/contract';
import { AdapterError } from '@aftercart/contract';
import type { SmileReward } from './sdk.ts';
import { untilAborted, type AsShopper } from './session.ts';

export interface SmileReferralOptions {
  /** Conditions in full. */
  termsUrl?: string;
  /** Where a guest signs in to get a link. */
  signInUrl?: string;
}

export const referrals = (as: AsShopper, { termsUrl, signInUrl }: SmileReferralOptions): ReferralsService => ({
  async program(_, context) {
    const settings = await untilAborted(as(await context.token(), (smile) => smile.referralSettings.get()), context);
    const { senderReward, receiverReward } = settings ?? {};
    if (!senderReward || !receiverReward) return null;
    return { active: true, advocateOffer: offerOf(senderReward), friendOffer: offerOf(receiverReward), termsUrl: termsUrl ?? null, signInUrl: signInUrl ?? null };
  },

  async link(_, context) {
    const token = await context.token();
    if (!token) throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
    const customer = await untilAborted(as(token, async (smile) => smile.customer.current()), context);
    const url = customer?.referralUrl;
    if (!url) return null;
    // `http://i.refs.cc/9qr5Pw`: the address leads to the shop by itself.
    const code = URL.parse(url)?.pathname.split('/').findLast((part) => part !== '');
    return { code: code ?? url, links: [{ channel: 'direct', url }] };
  },
});

/** Of a reward Smile.js tells the name, not the amount. */
const offerOf = ({ name }: SmileReward): ReferralOffer => ({ kind: 'other', title: name });
