import type { PolicyInput, ReturnPolicy } from '@aftercart/contract';

/** How narrowly a policy fits, or −1 where it does not: a tier before a country. */
function fit({ applicableCountry: countries, validForMemberTier: tiers }: ReturnPolicy, { country, tier }: PolicyInput): number {
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  if (countries.length && !countries.includes(country ?? '')) return -1;
  return (tiers?.length ? 2 : 0) + (countries.length ? 1 : 0);
}

/** The narrowest policy that fits; of two alike, the one that is written first. */
export function pickPolicy(policies: readonly ReturnPolicy[], input: PolicyInput): ReturnPolicy | null {
  let best: ReturnPolicy | null = null;
  let most = -1;
  for (const policy of policies) {
    const score = fit(policy, input);
    if (score > most) [best, most] = [policy, score];
  }
  return best;
}
