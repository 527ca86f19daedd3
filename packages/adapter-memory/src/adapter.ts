import { defineAdapter, type AdapterContext, type NoInput, type ShipmentsInput } from '@aftercart/contract';
import { createEnvironment, type Environment } from './environment.ts';
import { late, once } from './late.ts';
import type { MemoryOptions } from './options.ts';

/**
 * A believable shop in the page, with the reference behaviour of every method of the contract.
 *
 * @example
 * defineShop({ adapter: memoryAdapter({ scenario: 'new-member' }) });
 */
export const memoryAdapter = (options: MemoryOptions = {}) => adapterIn(createEnvironment(options));

/** The adapter in an environment that is made already. */
export function adapterIn(environment: Environment) {
  const loadPoints = once(async () => (await import('./points/points.ts')).points(environment));
  const loadTracking = once(async () => (await import('./tracking/tracking.ts')).tracking(environment));
  return defineAdapter({
    id: 'memory',
    points: {
      ...late('points', loadPoints),
      // A stream is there at once; what it tells may come later.
      async *subscribe(input: NoInput, context: AdapterContext) {
        yield* (await loadPoints()).subscribe(input, context);
      },
    },
    referrals: late('referrals', once(async () => (await import('./referrals/referrals.ts')).referrals(environment))),
    reviews: late('reviews', once(async () => (await import('./reviews/reviews.ts')).reviews(environment))),
    returns: late('returns', once(async () => (await import('./returns/returns.ts')).returns(environment))),
    faq: late('faq', once(async () => (await import('./faq/faq.ts')).faq(environment))),
    tracking: {
      ...late('tracking', loadTracking),
      async *subscribe(input: ShipmentsInput, context: AdapterContext) {
        yield* (await loadTracking()).subscribe(input, context);
      },
    },
  });
}
