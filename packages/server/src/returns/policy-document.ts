/** The shop’s return policies as the merchant writes them: in the contract’s words, with texts by language and what each applies to. */
import {
  count, country, date, EXCLUSION_REASONS, id, ITEM_CONDITIONS, list, Money, REFUND_TYPES, RETURN_CATEGORIES, RETURN_FEES, RETURN_LABELS, RETURN_METHODS,
  url, WEEKDAYS, WINDOW_STARTS,
} from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { DocumentKind } from '../documents/documents.ts';
import { localisedText } from '../locale/text.ts';
import { isTimeZone } from './calendar.ts';
import { EU_STATUTORY_DAYS, givesEuRight } from './law.ts';

const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
const Day = date().refine(isDay, 'is no day of the calendar');
const days = () => count().max(3_650);
const TimeZone = z.string().max(60).refine(isTimeZone, 'is no IANA time zone, such as Europe/Athens');

const Fee = z.strictObject({
  type: z.enum(RETURN_FEES),
  amount: Money.nullish(),
  percent: z.number().min(0).max(100).nullish().describe('Of the price, for restocking.'),
});

const Exclusion = z.strictObject({
  label: localisedText(300).describe('What can’t be returned.'),
  reason: z.enum(EXCLUSION_REASONS),
  productIds: list(id(), 10_000).nullish().describe('The products that it is about; left out where words must do.'),
  alsoStatutory: z
    .boolean()
    .nullish()
    .describe('Whether the law excepts them from withdrawal too (Art. 16 Directive 2011/83/EU). A final sale is no such exception.'),
});

export const Policy = z
  .strictObject({
    id: id(),
    appliesTo: z
      .strictObject({
        countries: list(country(), 250).nullish().describe('Countries of delivery; none means everywhere.'),
        productIds: list(id(), 10_000).nullish(),
        tiers: list(id(), 20).nullish().describe('Member tiers.'),
        from: Day.nullish().describe('First day of purchase.'),
        until: Day.nullish().describe('Last day of purchase.'),
      })
      .nullish()
      .describe('Left out: everything. The narrowest that fits is taken: by product before tier before country before date; of two alike, the first.'),
    returnPolicyCategory: z.enum(RETURN_CATEGORIES),
    merchantReturnDays: days().nullish(),
    windowStart: z.enum(WINDOW_STARTS),
    outcomes: list(z.strictObject({ refundType: z.enum(REFUND_TYPES), days: days().nullish(), bonus: Money.nullish() }), 10),
    customerRemorseReturnFees: Fee,
    itemDefectReturnFees: Fee,
    returnMethod: list(z.enum(RETURN_METHODS), 10),
    returnLabelSource: z.enum(RETURN_LABELS).nullish(),
    itemCondition: list(z.enum(ITEM_CONDITIONS), 10).nullish(),
    conditions: localisedText(5_000).nullish(),
    exclusions: list(Exclusion, 50),
    statutory: z
      .strictObject({ days: days(), url: url().nullish() })
      .nullish()
      .describe('Right of withdrawal. Left out: what the EU’s law says, in its countries 14 days. Null: none, because the law excepts these goods.'),
    guaranteeMonths: count().max(1_200).nullish(),
    seasonalOverrides: list(z.strictObject({ name: localisedText(300).nullish(), startDate: Day, endDate: Day, returnBy: Day }), 10).nullish(),
    merchantReturnLink: url().nullish(),
    startReturnUrl: url().nullish(),
  })
  .superRefine(({ returnPolicyCategory, merchantReturnDays, appliesTo, statutory, seasonalOverrides }, check) => {
    const refuse = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
    const isFinite = returnPolicyCategory === 'MerchantReturnFiniteReturnWindow';
    if (isFinite && merchantReturnDays == null) refuse(['merchantReturnDays'], 'is needed for a finite window');
    const { countries = [], from, until } = appliesTo ?? {};
    if (from && until && until < from) refuse(['appliesTo', 'until'], 'is before `from`');
    if (statutory && statutory.days < EU_STATUTORY_DAYS && countries?.some(givesEuRight)) {
      refuse(['statutory', 'days'], `is less than the ${EU_STATUTORY_DAYS} days of Directive 2011/83/EU, Art. 9`);
    }
    seasonalOverrides?.forEach(({ startDate, endDate }, index) => {
      if (endDate < startDate) refuse(['seasonalOverrides', index, 'endDate'], 'is before `startDate`');
    });
  });
export type Policy = z.infer<typeof Policy>;

export const ReturnPolicies = z
  .strictObject({
    timeZone: TimeZone.describe('IANA zone that days are counted in.'),
    homeCountry: country().nullish().describe('Which country is meant when none is known.'),
    calendars: z
      .record(
        country(),
        z.strictObject({
          timeZone: TimeZone.nullish().describe('Where it differs from the shop’s.'),
          holidays: list(Day, 1_000).nullish().describe('Public holidays, each day by its date.'),
          freeWeekdays: list(z.enum(WEEKDAYS), 7).nullish().describe('Saturday and Sunday when left out.'),
        }),
      )
      .nullish()
      .describe('By country of delivery: on which days no statutory period ends.'),
    policies: list(Policy, 500),
  })
  .superRefine(({ policies }, check) => {
    const ids = policies.map((policy) => policy.id);
    ids.forEach((own, index) => {
      if (ids.indexOf(own) < index) check.addIssue({ code: 'custom', path: ['policies', index, 'id'], message: `${own} is the id of two policies` });
    });
  })
  .meta({ id: 'ReturnPolicies', description: 'All return policies of the shop.' });
export type ReturnPolicies = z.infer<typeof ReturnPolicies>;

export const RETURN_POLICIES: DocumentKind<ReturnPolicies> = { name: 'return-policies', schema: ReturnPolicies };

