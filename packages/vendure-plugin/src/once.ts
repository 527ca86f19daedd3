/** Writes that are done once, however often they are asked for. */
import { createHash } from 'node:crypto';
import type { Customer, ID, RequestContext } from '@vendure/core';
import { LessThan } from 'typeorm';
import { AftercartAct } from './entities/act.ts';
import { Refusal } from './refusal.ts';
import type { Runtime } from './runtime.ts';
import { isUniqueViolation } from './unique.ts';

const LONGEST_KEY = 200;
/** Nobody tries again after so long. */
const REMEMBERED = 30 * 86_400_000;

/** Somebody did it a moment ago. */
class Taken extends Error {}

interface Asked {
  /** What is done: one key is for one thing. */
  name: string;
  input: unknown;
  key: string;
}

/**
 * Does an act of the customer who asks, in a transaction. The same key again gives the same answer and does nothing.
 *
 * @throws Refusal UNAUTHENTICATED; INVALID_REQUEST without a key; CONFLICT when the key was for something else.
 */
export async function once<T>(runtime: Runtime, asking: RequestContext, { name, input, key }: Asked, act: (ctx: RequestContext, customer: Customer) => Promise<T>): Promise<T> {
  if (!key || key.length > LONGEST_KEY) throw new Refusal('INVALID_REQUEST', `\`idempotencyKey\` must have 1 to ${LONGEST_KEY} letters.`);
  const customer = await runtime.requireCustomer(asking);
  const fingerprint = createHash('sha256').update(JSON.stringify([name, input])).digest('base64url');
  const before = await answerOf<T>(runtime, asking, customer.id, key, fingerprint);
  if (before) return before.answer;
  try {
    return await runtime.change(asking, async (ctx) => {
      const acts = runtime.table(ctx, AftercartAct);
      const now = runtime.now();
      await acts.delete({ customerId: customer.id, time: LessThan(new Date(now.getTime() - REMEMBERED)) });
      // Its unique index holds back whoever comes with the same key at the same time.
      const row = await acts.insert({ customerId: customer.id, key, fingerprint, answer: '', time: now }).catch((error: unknown) => {
        if (isUniqueViolation(error)) throw new Taken();
        throw error;
      });
      const answer = await act(ctx, customer);
      await acts.update(row.identifiers[0]!, { answer: JSON.stringify(answer) });
      return answer;
    });
  } catch (error) {
    if (!(error instanceof Taken)) throw error;
    const done = await answerOf<T>(runtime, asking, customer.id, key, fingerprint);
    if (!done) throw new Refusal('CONFLICT', 'The same is being done just now.');
    return done.answer;
  }
}

async function answerOf<T>(runtime: Runtime, ctx: RequestContext, customerId: ID, key: string, fingerprint: string): Promise<{ answer: T } | null> {
  const row = await runtime.table(ctx, AftercartAct).findOneBy({ customerId, key });
  if (!row?.answer) return null;
  if (row.fingerprint !== fingerprint) throw new Refusal('CONFLICT', 'This key was used for something else.');
  return { answer: JSON.parse(row.answer) as T };
}
