/** Returns: the policy, the last day for an order, and the statutory withdrawal. */
import type { Runtime } from '../context.ts';
import { limitHere, type Consume } from '../http/rate-limit.ts';
import type { ServedReturns } from '../services.ts';
import { deadline } from './deadline.ts';
import { policy } from './policy.ts';
import { confirm, declare } from './withdraw.ts';

/** Against floods, not against guessing, of which nothing comes: each process counts for itself, without a second connection in a transaction. */
const STEPS = { name: 'withdraw', points: 60, duration: 3_600 };

const limits = new WeakMap<Runtime, Consume>();

function consume(runtime: Runtime, client: string): Promise<void> {
  let limit = limits.get(runtime);
  if (!limit) limits.set(runtime, (limit = limitHere(STEPS)));
  return limit(client);
}

export const returns: ServedReturns = {
  policy,
  deadline,
  async withdraw(input, context) {
    const { runtime, shopper, client } = context;
    // Shoppers behind one address don’t use up each other’s attempts.
    await consume(runtime, `${client.ip} ${shopper?.id ?? ''}`);
    return input.step === 'declare' ? declare(input, context) : confirm(input.confirmation, context);
  },
};
