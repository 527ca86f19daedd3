/** Which of a shop’s return policies is meant, for adapters whose backend does not choose. */
import type { PolicyInput, ReturnPolicy } from './types.ts';

/** What a policy is for beyond what it says itself. */
export interface PolicyScope {
  productIds?: readonly string[] | null;
  /** First and last day of purchase (`2026-11-22`). */
  from?: string | null;
  until?: string | null;
}

export interface PolicyCandidate {
  policy: ReturnPolicy;
  appliesTo?: PolicyScope;
}

/** How narrowly a policy fits, or −1 where it does not: product before tier before country before date. */
function fit({ policy, appliesTo: { productIds, from, until } = {} }: PolicyCandidate, { productId, tier, country, date }: PolicyInput): number {
  const { applicableCountry: countries, validForMemberTier: tiers } = policy;
  if (productIds?.length && !productIds.includes(productId ?? '')) return -1;
  if (tiers?.length && !tiers.includes(tier ?? '')) return -1;
  if (countries.length && !countries.includes(country ?? '')) return -1;
  if ((from && (date ?? '') < from) || (until && (date ?? '') > until)) return -1;
  return (productIds?.length ? 8 : 0) + (tiers?.length ? 4 : 0) + (countries.length ? 2 : 0) + (from || until ? 1 : 0);
}

/**
 * The narrowest policy that fits; of two alike, the one that is written first.
 *
 * @param input With the day of purchase, where a candidate is for a time.
 */
export function pickPolicy(candidates: readonly PolicyCandidate[], input: PolicyInput): ReturnPolicy | null {
  let best: ReturnPolicy | null = null;
  let most = -1;
  for (const candidate of candidates) {
    const score = fit(candidate, input);
    if (score > most) [best, most] = [candidate.policy, score];
  }
  return best;
}
