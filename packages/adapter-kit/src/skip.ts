/** Which checks a key of `skip` or `only` means. */
import type { Check } from './check.ts';

/** A group (`transport`), a capability (`points.redeem`) or a whole name. */
export const isNamed = ({ name, group, needs }: Pick<Check, 'name' | 'group' | 'needs'>, key: string): boolean =>
  key === name || key === group || needs.some((capability) => capability === key);

/** Why the set-up says that a check can’t hold; undefined when it says nothing. */
export function skipReason(skip: Record<string, string> | undefined, check: Pick<Check, 'name' | 'group' | 'needs'>): string | undefined {
  // The whole name first: it says the most.
  const keys = Object.keys(skip ?? {}).filter((key) => isNamed(check, key));
  const key = keys.find((candidate) => candidate === check.name) ?? keys[0];
  return key === undefined ? undefined : skip![key];
}
