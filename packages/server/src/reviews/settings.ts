/**
 * How a shop asks for reviews. Nothing here knows of stars: whether a review is asked for, published or rewarded can’t depend on its rating
 * (16 CFR 465.4 and 465.7; Directive 2005/29/EC, Art. 7(6) and Annex I, 23b and 23c). Unknown keys are refused, so nobody believes otherwise.
 */
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readDocument, type DocumentKind } from '../documents/documents.ts';
import { localisedText } from '../locale/text.ts';

const LINE = 300;
const PARAGRAPH = 5_000;

const id = () => z.string().min(1).max(200);

const Aspect = z.strictObject({ id: id(), label: localisedText(LINE).describe('Name of the aspect, such as “Fit”.') });

const AspectSet = z
  .strictObject({
    category: z.string().min(1).max(LINE).nullish().describe('What the products have in common, for the merchant’s own overview.'),
    products: z.array(id()).min(1).max(10_000).nullish().describe('Products that are asked about these; left out for all that no other set names.'),
    aspects: z.array(Aspect).min(1).max(10),
  })
  .refine(({ aspects }) => new Set(aspects.map((aspect) => aspect.id)).size === aspects.length, { path: ['aspects'], message: 'two aspects have the same id' });

const incentive = {
  title: localisedText(LINE).describe('What is given, in words.'),
  disclosure: localisedText(PARAGRAPH).describe('What the published review says about it.'),
  mostPerMonth: z.int().min(1).max(1_000).default(5).describe('Most rewarded reviews of one shopper in a calendar month (UTC).'),
};

export const IncentiveSetup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: z.int().min(1).max(1_000_000_000).describe('Scaled by the points program’s `decimals`.'), ...incentive }),
  z.strictObject({ kind: z.literal('coupon'), pool: id().describe('Pool that coupon codes are taken from.'), ...incentive }),
]);

export type IncentiveSetup = z.infer<typeof IncentiveSetup>;

export const ReviewSettings = z
  .strictObject({
    askAfterDays: z.int().min(0).max(365).default(7).describe('Days after delivery from which a review is asked for.'),
    lastDay: z.int().min(1).max(3_650).default(90).describe('Days after delivery until which a review may be given.'),
    aspects: z.array(AspectSet).max(500).default([]).describe('Aspects to rate, by product or category; the first set that names the product counts.'),
    incentive: IncentiveSetup.nullish().describe('What is given for a review of any rating.'),
    moderation: z.enum(['before_publication', 'none']).default('before_publication').describe('Whether every review waits for the merchant, or is published at once.'),
  })
  .refine(({ askAfterDays, lastDay }) => askAfterDays < lastDay, { path: ['lastDay'], message: 'must come after `askAfterDays`' })
  .meta({ id: 'ReviewSettings', description: 'How the shop asks for reviews.' });

export type ReviewSettings = z.infer<typeof ReviewSettings>;

export const reviewSettings: DocumentKind<ReviewSettings> = { name: 'review-settings', schema: ReviewSettings };

/** Of a shop that has set up nothing: it asks, gives nothing, and looks at every review first. */
const DEFAULTS = ReviewSettings.parse({});

export const readSettings = async (context: Pick<Context, 'db'>): Promise<ReviewSettings> => (await readDocument(context, reviewSettings))?.body ?? DEFAULTS;

/** The aspects that are asked for of a product. */
export const aspectsOf = ({ aspects }: ReviewSettings, productId: string): z.infer<typeof Aspect>[] =>
  (aspects.find(({ products }) => products?.includes(productId)) ?? aspects.find(({ products }) => products == null))?.aspects ?? [];
