/** A policy in the words of the contract, in the shopper’s language. */
import type { PolicyInput, ReturnPolicy } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { readDocument } from '../documents/documents.ts';
import { say, sayMaybe } from '../locale/text.ts';
import { dayIn } from './calendar.ts';
import { calendarOf, choosePolicy, exclusionOf } from './choose-policy.ts';
import { statutoryDays } from './law.ts';
import { RETURN_POLICIES, type Policy } from './policy-document.ts';

/** The policy that fits, or null when the shop has none for it. */
export async function policy(input: PolicyInput, context: Context): Promise<ReturnPolicy | null> {
  const document = (await readDocument(context, RETURN_POLICIES))?.body;
  if (!document) return null;
  const country = input.country ?? document.homeCountry ?? null;
  const productId = input.productId ?? null;
  const date = input.date ?? dayIn(calendarOf(document, country).timeZone, context.now);
  const chosen = choosePolicy(document.policies, { country, productId, tier: input.tier ?? null, date });
  return chosen && sayPolicy(chosen, { country, productId, locale: context.locale });
}

interface Asked {
  country: string | null;
  productId: string | null;
  locale: string;
}

function sayPolicy(policy: Policy, { country, productId, locale }: Asked): ReturnPolicy {
  const { appliesTo, conditions, statutory, seasonalOverrides, ...same } = policy;
  const excluded = exclusionOf(policy, productId);
  const days = excluded?.alsoStatutory ? 0 : statutoryDays(statutory, country);
  const said: ReturnPolicy = {
    ...same,
    applicableCountry: appliesTo?.countries ?? [],
    conditions: sayMaybe(conditions, locale),
    exclusions: policy.exclusions.map(({ label, reason }) => ({ label: say(label, locale), reason })),
    statutory: days ? { days, url: statutory?.url } : null,
    seasonalOverrides: seasonalOverrides?.map(({ name, ...season }) => ({ ...season, name: sayMaybe(name, locale) })),
    validForMemberTier: appliesTo?.tiers?.length ? appliesTo.tiers : null,
  };
  if (!excluded) return said;
  // For the product itself nothing of the goodwill return is left.
  return {
    ...said,
    returnPolicyCategory: 'MerchantReturnNotPermitted',
    merchantReturnDays: null,
    outcomes: [],
    seasonalOverrides: null,
    exclusions: [{ label: say(excluded.label, locale), reason: excluded.reason }],
  };
}
