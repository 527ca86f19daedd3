/** The referral program as the merchant sets it up, and what of it a friend and an advocate are promised. */
import type { ReferralOffer } from '@aftercart/contract';
import { instant, Money, OFFER_KINDS, SHARE_CHANNELS, url } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readDocument, type DocumentKind } from '../documents/documents.ts';
import { localisedText, say } from '../locale/text.ts';

const LINE = 300;
const PARAGRAPH = 5_000;

/** What the unit of each kind is, besides a coupon code. */
const MEASURE = { amount_off: 'amount', gift_card: 'amount', percent_off: 'percent', points: 'points' } as const;

const Price = Money.refine(({ amount }) => amount > 0, 'must be more than zero');

const Offer = z
  .strictObject({
    kind: z.enum(OFFER_KINDS),
    title: localisedText(LINE).describe('The offer in words, such as “€10 off”.'),
    amount: Price.nullish().describe('For `amount_off` and `gift_card`.'),
    percent: z.number().gt(0).max(100).nullish().describe('For `percent_off`.'),
    points: z.int().min(1).max(1_000_000_000).nullish().describe('For `points`, scaled by the points program’s `decimals`.'),
    pool: z.string().min(1).max(200).nullish().describe('Pool that coupon codes are taken from; for every kind but `points`.'),
  })
  .superRefine(({ kind, pool, ...offer }, check) => {
    const measure = Object.hasOwn(MEASURE, kind) ? MEASURE[kind as keyof typeof MEASURE] : undefined;
    if (measure && offer[measure] == null) check.addIssue({ code: 'custom', path: [measure], message: `\`${kind}\` needs \`${measure}\`` });
    if (kind === 'points' && pool) check.addIssue({ code: 'custom', path: ['pool'], message: 'points need no coupon codes: leave `pool` out' });
    if (kind !== 'points' && !pool) check.addIssue({ code: 'custom', path: ['pool'], message: `\`${kind}\` needs a pool of coupon codes` });
  })
  .meta({ id: 'ReferralOfferSetup', description: 'What one side gets: points, or a coupon code from a pool.' });

export type Offer = z.infer<typeof Offer>;

const LandingUrl = z
  .string()
  .max(1_000)
  .regex(/^(https?:\/\/|\/(?!\/))/, 'must begin with https:// or /')
  .refine((template) => template.includes('{code}') && template.includes('{channel}'), 'must hold {code} and {channel}, such as https://shop.example/friends?ref={code}&via={channel}');

const days = (most: number) => z.int().min(1).max(most);

export const ReferralProgramSetup = z
  .strictObject({
    active: z.boolean().describe('False hides the invitation and refuses new claims; what was claimed goes on.'),
    endsAt: instant().nullish().describe('After this no claim is taken.'),
    advocateOffer: Offer,
    friendOffer: Offer,
    minimumOrder: Price.nullish().describe('Smallest first order of the friend, for goods after discounts; a refund that leaves less ends the referral.'),
    terms: localisedText(PARAGRAPH).nullish(),
    termsUrl: url().nullish(),
    signInUrl: url().nullish(),
    shopUrl: url().nullish().describe('Where the friend starts shopping.'),
    attributionDays: z.int().min(0).max(400).nullish().describe('How long a visit counts, when the friend agrees that it is remembered.'),
    landingUrl: LandingUrl.describe('Landing page for friends, with `{code}` and `{channel}`.'),
    channels: z.array(z.enum(SHARE_CHANNELS)).max(20).default([...SHARE_CHANNELS]).describe('Channels that get a link of their own; `direct` always has one.'),
    message: localisedText(PARAGRAPH).nullish().describe('Suggested words to share, without the link.'),
    claimDays: days(400).default(30).describe('Days that a friend has for the first order.'),
    returnDays: z.int().min(0).max(400).default(30).describe('Days after delivery until the advocate’s reward is due.'),
    cap: z.strictObject({ referrals: z.int().min(1).max(1_000_000), days: days(3_660) }).nullish().describe('Most friends of one advocate in so many days.'),
    velocity: z
      .strictObject({ claims: z.int().min(1).max(10_000), hours: z.int().min(1).max(720) })
      .default({ claims: 5, hours: 24 })
      .describe('Claims from one network and browser together in so many hours; more are held for the merchant, five times as many are refused.'),
  })
  .meta({ id: 'ReferralProgramSetup', description: 'The referral program.' });

export type ReferralProgramSetup = z.infer<typeof ReferralProgramSetup>;

export const referralProgram: DocumentKind<ReferralProgramSetup> = { name: 'referral-program', schema: ReferralProgramSetup };

export const readProgram = async (context: Pick<Context, 'db'>): Promise<ReferralProgramSetup | undefined> => (await readDocument(context, referralProgram))?.body;

export const isRunning = ({ active, endsAt }: ReferralProgramSetup, now: Date): boolean => active && (endsAt == null || Date.parse(endsAt) > now.getTime());

/** What a referral was claimed under. */
export type Promised = Pick<ReferralProgramSetup, 'advocateOffer' | 'friendOffer' | 'minimumOrder' | 'returnDays' | 'claimDays'>;

export const promise = ({ advocateOffer, friendOffer, minimumOrder, returnDays, claimDays }: ReferralProgramSetup): Promised => ({
  advocateOffer, friendOffer, minimumOrder, returnDays, claimDays,
});

/** An offer as a shopper reads it; the pool is nobody’s business. */
export const sayOffer = ({ kind, title, amount, percent, points }: Offer, locale: string): ReferralOffer => ({
  kind, title: say(title, locale), amount: amount ?? null, percent: percent ?? null, points: points ?? null,
});
