/** Picks the return policy that is meant. */
import type { DateText } from '../database/columns.ts';
import { WEEKEND, type Calendar } from './calendar.ts';
import type { Policy, ReturnPolicies } from './policy-document.ts';

/** What is asked about. Null is “not known”, which only a policy for all fits. */
export interface Purchase {
  country: string | null;
  productId: string | null;
  tier: string | null;
  /** Day of purchase. */
  date: DateText;
}

/** How narrowly a policy fits, or −1 where it does not: product before tier before country before date. */
function fit({ appliesTo }: Policy, { productId, tier, country, date }: Purchase): number {
  const { productIds, tiers, countries, from, until } = appliesTo ?? {};
  if (productIds?.length && !productIds.includes(productId ?? '')) return -1;
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  if (countries?.length && !countries.includes(country ?? '')) return -1;
  if ((from && date < from) || (until && date > until)) return -1;
  return (productIds?.length ? 8 : 0) + (tiers?.length ? 4 : 0) + (countries?.length ? 2 : 0) + (from || until ? 1 : 0);
}

/** The narrowest policy that fits; of two alike, the one that is written first. */
export function choosePolicy(policies: readonly Policy[], purchase: Purchase): Policy | null {
  let best: Policy | null = null;
  let most = -1;
  for (const policy of policies) {
    const score = fit(policy, purchase);
    if (score > most) [best, most] = [policy, score];
  }
  return best;
}

/** The exclusion that names a product. */
export const exclusionOf = (policy: Policy | null, productId: string | null): Policy['exclusions'][number] | undefined =>
  productId === null ? undefined : policy?.exclusions.find(({ productIds }) => productIds?.includes(productId));

/** What days are like where the goods go. Without policies nothing but the weekend is known. */
export function calendarOf(document: ReturnPolicies | undefined, country: string | null): Calendar {
  const own = country === null ? undefined : document?.calendars?.[country];
  return {
    timeZone: own?.timeZone ?? document?.timeZone ?? 'UTC',
    holidays: new Set(own?.holidays),
    freeWeekdays: own?.freeWeekdays ?? WEEKEND,
  };
}
