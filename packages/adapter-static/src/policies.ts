/** Picks the return policy that is meant. */
import type { PolicyInput, ReturnPolicy } from '@aftercart/contract';

/** When a policy is for some products or for a time only. */
export interface AppliesTo {
  productIds?: readonly string[] | null;
  /** First and last day of purchase. */
  from?: string | null;
  until?: string | null;
}

export interface Candidate {
  policy: ReturnPolicy;
  appliesTo: AppliesTo;
}

/** How narrowly a policy fits, or −1 where it does not: product before tier before country before date. */
function fit({ policy, appliesTo }: Candidate, { productId, tier, country, date }: PolicyInput): number {
  const { productIds, from, until } = appliesTo;
  const { applicableCountry, validForMemberTier: tiers } = policy;
  if (productIds?.length && !productIds.includes(productId ?? '')) return -1;
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  if (applicableCountry.length && !applicableCountry.includes(country ?? '')) return -1;
  if ((from && date! < from) || (until && date! > until)) return -1;
  return (productIds?.length ? 8 : 0) + (tiers?.length ? 4 : 0) + (applicableCountry.length ? 2 : 0) + (from || until ? 1 : 0);
}

/** The narrowest policy that fits; of two alike, the one that is written first. */
export function pick(candidates: readonly Candidate[], input: PolicyInput): ReturnPolicy | null {
  let best: ReturnPolicy | null = null;
  let most = -1;
  for (const candidate of candidates) {
    const score = fit(candidate, input);
    if (score > most) [best, most] = [candidate.policy, score];
  }
  return best;
}
