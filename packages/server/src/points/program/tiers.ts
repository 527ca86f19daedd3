/** The part of the program document that says which tiers there are and what is counted for them. */
import { TIER_UNITS } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { currency, ownId, refuseTwins, words } from './common.ts';

export const TierLevel = z.object({
  id: ownId(),
  name: words(),
  threshold: z.int().min(0).max(1_000_000_000_000).describe('From how much of `unit` on. The first may be 0: every member has it.'),
  benefits: z.array(words()).max(20).nullish().describe('What the tier gives, in words.'),
  multiplier: z
    .number()
    .min(0)
    .max(100)
    .multipleOf(0.01)
    .nullish()
    .describe('What purchases earn is multiplied by this, such as 1.25; 1 when left out. At most two decimals.'),
});

export const Tiers = z
  .object({
    unit: z.enum(TIER_UNITS).describe('What is counted: points earned, money spent (minor units of `currency`, less refunds), or paid orders.'),
    currency: currency().nullish().describe('For `spend`: only orders in this currency count.'),
    period: z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('calendar_year') }),
        z.object({ type: z.literal('rolling'), months: z.int().min(1).max(120) }),
        z.object({ type: z.literal('lifetime') }),
      ])
      .describe(
        'Over which time is counted. `calendar_year`: since 1 January (UTC); a tier is reviewed at the end of the year. `rolling`: in the last `months`; a tier is ' +
          'reviewed so many months after it was reached. `lifetime`: for ever; a tier is never reviewed. A higher tier is reached at once; a lower one only by review.',
      ),
    levels: z
      .array(TierLevel)
      .min(1)
      .max(20)
      .check(refuseTwins(({ id }) => id, 'id'))
      .check(({ value, issues }) => {
        for (const [index, { threshold }] of value.entries()) {
          const below = value[index - 1]?.threshold;
          if (below !== undefined && threshold <= below) {
            issues.push({ code: 'custom', input: threshold, path: [index, 'threshold'], message: `must be above that of the tier before it, ${below}` });
          }
        }
      })
      .describe('From the lowest up.'),
  })
  .check(({ value, issues }) => {
    if (value.unit === 'spend' && !value.currency) issues.push({ code: 'custom', input: value.currency, path: ['currency'], message: 'is needed when `unit` is `spend`' });
  });

export type Tiers = z.infer<typeof Tiers>;
export type TierLevel = z.infer<typeof TierLevel>;
