/** What the parts of the program document share. */
import { id } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { localisedText } from '../../locale/text.ts';

/** The lengths that the contract allows a line and a paragraph. */
export const words = () => localisedText(300);
export const paragraph = () => localisedText(5_000);
/** The same id for ever: redemptions, tiers and links remember it. */
export const ownId = () => id().describe('Stays the same for ever; unique in its list.');
export const amount = () => z.int().min(1).max(1_000_000_000_000);
export const currency = () => z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR');

/** A span of time. A month that is too short ends on its last day: 31 January and a month is 28 February. */
export const Span = z
  .object({ months: z.int().min(0).max(600).nullish(), days: z.int().min(0).max(20_000).nullish() })
  .refine(({ months, days }) => (months ?? 0) + (days ?? 0) > 0, 'needs `months` or `days` above zero');

/** Refuses a list in which two have the same of something. */
export function refuseTwins<T>(key: (item: T) => unknown, name: string): (context: { value: readonly T[]; issues: z.core.$ZodRawIssue[] }) => void {
  return ({ value, issues }) => {
    const seen = new Map<unknown, number>();
    for (const [index, item] of value.entries()) {
      const mine = key(item);
      if (mine === undefined) continue;
      const earlier = seen.get(mine);
      if (earlier === undefined) seen.set(mine, index);
      else issues.push({ code: 'custom', input: mine, path: [index, name], message: `is the same as that of item ${earlier}: ${JSON.stringify(mine)}` });
    }
  };
}
