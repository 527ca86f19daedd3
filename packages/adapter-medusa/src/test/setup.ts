/** What the conformance kit needs, for a Medusa that runs already: `prove.ts` starts it. */
import type { AdapterSetup } from '@aftercart/adapter-kit';
import type { ReturnPolicy } from '@aftercart/contract';
import { medusaAdapter } from '../index.ts';
import { ADMIN } from './fixture/start.ts';
import { CURRENCY, inspection, openStage, type Stage } from './seed/world.ts';
import { proof } from './proof.ts';

/** Where `prove.ts` says that Medusa is. */
export function runningMedusa(): { url: string; databaseUrl: string } {
  const { AFTERCART_MEDUSA_URL: url, AFTERCART_MEDUSA_DATABASE: databaseUrl } = process.env;
  if (!url || !databaseUrl) throw new Error('These tests need a running Medusa: `pnpm prove:medusa` starts one and runs them.');
  return { url, databaseUrl };
}

let opened: Promise<Stage> | undefined;

/** One for all test files of a process: a Medusa is made a shop once. */
export const stage = (): Promise<Stage> => (opened ??= openStage(runningMedusa(), ADMIN));

/** The machine’s time stands still for the worlds, so that each is made once and put back as it was. */
const started = Math.floor(Date.now() / 60_000) * 60_000;

export function setupOf(): AdapterSetup {
  let policies: readonly ReturnPolicy[] = [];
  return {
    create: async ({ fetch }) => {
      const { shop } = await stage();
      return medusaAdapter({
        endpoint: runningMedusa().url,
        publishableKey: shop.publishableKey,
        returns: { policies: () => policies, country: 'GR' },
        reviews: true,
        pointsFromStoreCredit: { currency: CURRENCY, name: 'Store credit' },
        fetch: (url, init) => fetch(url, init),
      });
    },
    async seed(world) {
      const { seed } = await stage();
      policies = world.policies ?? [];
      return seed(world);
    },
    inspect: inspection(async () => (await stage()).database),
    clock: { now: () => started },
    skip: proof.skip,
  };
}
