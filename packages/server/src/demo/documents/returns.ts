/** Northpine’s return policies, and the days on which no period ends in Greece. */
import { HOME, isHoliday } from '@aftercart/adapter-memory/demo';
import type { PolicyInput, ReturnPolicy } from '@aftercart/contract';
import type { Context } from '../../context.ts';
import { ask, type Northpine } from '../northpine.ts';
import { DAY } from '../acts.ts';
import { tell } from '../tell.ts';

/** A country of each policy; the last one has none of its own. */
const COUNTRIES = ['GR', 'DE', 'FR', 'ES', 'BE', 'GB', 'RU', 'CN', 'EG', 'US', 'AU'];
/** Worn next to the skin: not taken back once opened. */
const HYGIENE = ['socks'];
const GIFT_CARD = 'gift-card';

export async function setUpReturns(context: Context, northpine: Northpine): Promise<void> {
  const policies: unknown[] = [];
  for (const country of COUNTRIES) policies.push(await policyFor(northpine, { country }), await policyFor(northpine, { country, tier: 'summit' }));
  policies.push({ ...(await policyFor(northpine, { country: COUNTRIES.at(-1)!, productId: GIFT_CARD })), statutory: null });
  await tell(context, 'PUT /returns/policies', {
    body: { body: { timeZone: 'Europe/Athens', homeCountry: HOME, calendars: { [HOME]: { holidays: holidaysAround(context.now) } }, policies } },
  });
}

async function policyFor(northpine: Northpine, input: PolicyInput): Promise<object> {
  const policy = await ask((asked) => northpine.returns.policy(input, asked));
  const { applicableCountry, validForMemberTier, exclusions, statutory, seasonalOverrides, ...same } = policy.en;
  return {
    ...same,
    appliesTo: { countries: applicableCountry, tiers: validForMemberTier, ...(input.productId && { productIds: [input.productId] }) },
    conditions: policy.maybe((answer) => answer.conditions),
    exclusions: exclusions.map((exclusion, i) => ({
      ...exclusion,
      label: policy.text((answer: ReturnPolicy) => answer.exclusions[i]!.label),
      ...(exclusion.reason === 'hygiene' && { productIds: HYGIENE }),
    })),
    // Where the shop gives no right of its own, the law’s is left.
    ...(statutory && { statutory }),
    seasonalOverrides: seasonalOverrides?.map((season, i) => ({ ...season, name: policy.maybe((answer) => answer.seasonalOverrides![i]!.name) })),
  };
}

/** From a year ago to two years on. */
function holidaysAround(now: Date): string[] {
  const days = Array.from({ length: 3 * 366 }, (_, i) => new Date(now.getTime() + (i - 366) * DAY).toISOString().slice(0, 10));
  return days.filter(isHoliday);
}
