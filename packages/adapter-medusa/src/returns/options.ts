import type { PolicyInput, ReturnPolicy } from '@aftercart/contract';

/** Return policies in one language. */
export type PolicySource = readonly ReturnPolicy[] | ((locale: string) => readonly ReturnPolicy[] | Promise<readonly ReturnPolicy[]>);

/** What Medusa has no place for. */
export interface MedusaReturns {
  /** The shop’s policies, or a function that gives them in a language. For a country and a tier the narrowest one is taken. */
  policies: PolicySource;
  /** Country of delivery where a page does not say which (ISO 3166-1 alpha-2). */
  country?: string;
  /** IANA zone of the days; that of the shop, not of the shopper. UTC when left out. */
  timeZone?: string;
  /** Public holidays (`2026-12-25`): a period that ends on one, or on a weekend, ends with the next working day. */
  holidays?: readonly string[];
}

export const policiesOf = async ({ policies }: MedusaReturns, locale: string): Promise<readonly ReturnPolicy[]> =>
  typeof policies === 'function' ? policies(locale) : policies;

/** How narrowly a policy fits, or −1 where it does not. */
function fit({ applicableCountry, validForMemberTier: tiers }: ReturnPolicy, { country, tier }: PolicyInput): number {
  if (applicableCountry.length && !applicableCountry.includes(country ?? '')) return -1;
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  return (tiers?.length ? 2 : 0) + (applicableCountry.length ? 1 : 0);
}

/** The narrowest policy that fits; of two alike, the one that is written first. */
export function pick(policies: readonly ReturnPolicy[], input: PolicyInput): ReturnPolicy | null {
  let best: ReturnPolicy | null = null;
  let most = -1;
  for (const policy of policies) {
    const score = fit(policy, input);
    if (score > most) [best, most] = [policy, score];
  }
  return best;
}
