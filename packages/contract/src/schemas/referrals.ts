/** Referrals: an advocate invites a friend, both get something. */
import { z } from 'zod';
import { Money, count, id, instant, line, list, openEnum, points, text, url } from './common.ts';

export const SHARE_CHANNELS = ['direct', 'email', 'whatsapp', 'telegram', 'facebook', 'x', 'wechat', 'device_share', 'other'] as const;
export const OFFER_KINDS = ['amount_off', 'percent_off', 'points', 'free_shipping', 'free_product', 'gift_card', 'other'] as const;
export const REFERRAL_STATUSES = ['clicked', 'claimed', 'pending', 'approved', 'declined', 'void', 'unknown'] as const;
export const REFERRAL_REASONS = [
  'awaiting_order', 'awaiting_payment', 'awaiting_return_window', 'under_review', 'order_cancelled', 'order_returned',
  'self_referral', 'already_customer', 'already_referred', 'cap_reached', 'expired', 'other',
] as const;

export const ReferralOffer = z
  .object({
    kind: openEnum(OFFER_KINDS, 'other').describe('What is given.'),
    title: line().describe('The offer in words, such as “€10 off”.'),
    amount: Money.nullish().describe('For `amount_off` and `gift_card`.'),
    percent: z.number().min(0).max(100).nullish().describe('For `percent_off`.'),
    points: points().nullish().describe('For `points`, scaled like all points.'),
  })
  .meta({ id: 'ReferralOffer', description: 'What one side gets.' });

export const ReferralProgram = z
  .object({
    active: z.boolean().describe('False hides the invitation.'),
    advocateOffer: ReferralOffer.describe('What the advocate gets.'),
    friendOffer: ReferralOffer.describe('What the friend gets.'),
    minimumOrder: Money.nullish().describe('Smallest first order of the friend.'),
    terms: text().nullish().describe('Conditions in words.'),
    termsUrl: url().nullish().describe('Conditions in full.'),
    signInUrl: url().nullish().describe('Where a guest signs in to get a link.'),
    attributionDays: count().max(400).nullish().describe('How long a visit counts, when the friend agrees that it is remembered.'),
  })
  .meta({ id: 'ReferralProgram', description: 'What a referral gives to both sides.' });

export const ReferralLink = z
  .object({
    code: line().min(1).describe('The advocate’s code.'),
    links: list(
      z.object({
        channel: openEnum(SHARE_CHANNELS, 'other').describe('Where the link is shared, so that shares can be told apart.'),
        url: url().describe('Landing page with the code.'),
      }),
      20,
    ).min(1).describe('One link per channel; `direct` is the fallback.'),
    message: text().nullish().describe('Suggested words to share, without the link.'),
  })
  .meta({ id: 'ReferralLink', description: 'The advocate’s links.' });

export const Referral = z
  .object({
    id: id().describe('Referral id.'),
    friend: line().describe('Masked label of the friend, such as “m•••a@e•••.gr”. Never a full name or address.'),
    status: openEnum(REFERRAL_STATUSES, 'unknown').describe('Where it stands.'),
    reason: openEnum(REFERRAL_REASONS, 'other').nullish().describe('Why it is pending or declined.'),
    createdAt: instant().describe('When the friend first came.'),
    availableAt: instant().nullish().describe('When the advocate’s reward is due.'),
    offer: ReferralOffer.nullish().describe('What the advocate gets, or got.'),
  })
  .meta({ id: 'Referral', description: 'One friend.' });

export const ReferralPage = z
  .object({
    items: list(Referral).describe('Referrals, newest first.'),
    nextCursor: z.string().max(2_000).nullish().describe('Pass as `cursor` for older ones; null at the end.'),
  })
  .meta({ id: 'ReferralPage', description: 'A page of referrals.' });

export const ReferralClaim = z
  .object({
    status: openEnum(['claimed', 'pending'], 'pending').describe('`pending` when somebody has to look at it first.'),
    offer: ReferralOffer.describe('What the friend gets.'),
    code: line().nullish().describe('Coupon code. The same friend gets the same code again.'),
    expiresAt: instant().nullish().describe('Last moment to use it.'),
    shopUrl: url().nullish().describe('Where to start shopping.'),
  })
  .meta({ id: 'ReferralClaim', description: 'What the friend got.' });

export const ClaimInput = z
  .object({
    code: line().min(1).describe('Code of the advocate.'),
    email: z.string().min(3).max(254).regex(/^[^\s@]+@[^\s@]+$/).describe('E-mail of the friend.'),
  })
  .meta({ id: 'ClaimInput', description: 'A friend takes the offer.' });
