/** Limits on trying out order numbers and proofs. A proof that is right counts for nothing. */
import type { Context, Runtime } from '../context.ts';
import { limitTogether, type Consume } from '../http/rate-limit.ts';
import { networkOf } from '../referrals/client.ts';

/** Wrong tries of one network: a household that mistypes, not a list of orders. */
const BY_CLIENT = { name: 'proof_client', points: 20, duration: 600 };
/** Wrong tries for one order, from wherever: a country has some ten thousand postcodes, so 240 a day get nowhere. */
const BY_ORDER = { name: 'proof_order', points: 10, duration: 3_600 };

interface Limits {
  byClient: Consume;
  byOrder: Consume;
}

// Limits count in their objects, so there is one for each server of a process.
const known = new WeakMap<Runtime['store'], Limits>();

function limitsOf({ store }: Runtime): Limits {
  const limits = known.get(store) ?? { byClient: limitTogether(store, BY_CLIENT), byOrder: limitTogether(store, BY_ORDER) };
  known.set(store, limits);
  return limits;
}

/**
 * Counts a try before it is looked at, whether or not there is such an order, so that neither the limit nor many tries at once tell anything.
 *
 * @returns To be called when the try was right.
 * @throws AdapterError RATE_LIMITED
 */
export async function countGuess({ runtime, client }: Pick<Context, 'runtime' | 'client'>, orderNumber: string): Promise<() => Promise<void>> {
  const { byClient, byOrder } = limitsOf(runtime);
  const { fingerprints } = runtime;
  const [who, which] = [fingerprints.of('network', networkOf(client.ip)), fingerprints.of('order', orderNumber)];
  await byClient(who);
  await byOrder(which);
  return async () => {
    await byClient.giveBack(who);
    await byOrder.giveBack(which);
  };
}
