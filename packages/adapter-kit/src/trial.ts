/** What a check gets to work with: the adapter, the shop that it stands in, and the way past the adapter. */
import { capabilities, isAdapterError, type Adapter, type AdapterContext, type Capability } from '@aftercart/contract';
import { broken, show, Skipped, within } from './assert.ts';
import type { Check } from './check.ts';
import { faultsOf, methodOf, operationOf, type Answer, type Input } from './methods.ts';
import type { AdapterSetup, Inspection } from './setup.ts';
import type { Wire } from './wire/wire.ts';
import type { OrderFact, Seeded, ShopperFact, World } from './world.ts';

export interface Trial {
  adapter: Adapter;
  setup: AdapterSetup;
  /** Every check of the kit. */
  checks: readonly Check[];
  /** The shop, as the backend holds it. */
  world: World;
  seeded: Seeded;
  /** When the world is. */
  now: Date;
  /** Looks past the adapter. Questions that `inspects` did not name may be missing. */
  inspect: Required<Inspection>;
  wire: Wire;
  /** Milliseconds until what does not come counts as failed. */
  patience: number;
  has(capability: Capability): boolean;
  /** What the adapter is called with: by a shopper, or by a guest (null). Writes get a key of their own. */
  context(shopper: string | null, more?: Partial<AdapterContext>): AdapterContext;
  /** Calls a method that has to answer, and holds the answer against the contract. */
  call<C extends Capability>(capability: C, input: Input<C>, context: AdapterContext): Promise<Answer<C>>;
  /** Calls a method whatever comes of it; only that nothing comes is a fault. */
  ask(capability: Capability, input: unknown, context: AdapterContext): Promise<unknown>;
  /** Opens a stream. */
  listen(capability: Capability, input: unknown, context: AdapterContext): AsyncIterator<unknown>;
  /** Moves the backend’s time on. */
  advance(milliseconds: number): Promise<void>;
  /** Writes another world under the same adapter. */
  becomes(world: World): Promise<void>;
  shopper(name: string): ShopperFact;
  order(name: string): OrderFact & { number: string };
  reward(name: string): { id: string; title: string; points: number; codes: string[] };
  /** Ends the check: the backend has no such fact. */
  lacks(what: string): never;
}

interface Made {
  adapter: Adapter;
  setup: AdapterSetup;
  checks: readonly Check[];
  wire: Wire;
  patience: number;
  held: { world: World; seeded: Seeded };
  seed(world: World): Promise<{ world: World; seeded: Seeded }>;
  /** Told of everything that may have changed the backend. */
  onChange(): void;
}

export function openTrial({ adapter, setup, checks, wire, patience, held, seed, onChange }: Made): Trial {
  const can = new Set(capabilities(adapter));

  const trial: Trial = {
    adapter, setup, checks, wire, patience,
    ...held,
    now: new Date(held.world.now),
    inspect: setup.inspect as Required<Inspection>,
    has: (capability) => can.has(capability),

    context(shopper, more = {}) {
      if (shopper !== null) trial.shopper(shopper);
      return {
        signal: new AbortController().signal,
        locale: 'en',
        token: () => Promise.resolve(shopper === null ? null : trial.seeded.tokens[shopper]!),
        idempotencyKey: crypto.randomUUID(),
        ...more,
      };
    },

    async ask(capability, input, context) {
      const { service, method } = methodOf(adapter, capability);
      // Reads have no key; neither has a check’s context for them.
      const { idempotencyKey, ...rest } = context;
      const given = operationOf(capability).write && idempotencyKey !== undefined ? { ...rest, idempotencyKey } : rest;
      const call = (async () => method.call(service, input, given))();
      try {
        return await within(patience, call, `${capability} settles`, {
          expected: 'an answer or an error', came: `nothing in ${patience} ms`, todo: 'Look for a promise that is never resolved, and give `context.signal` to every request.',
        });
      } finally {
        const isMadeUp = wire.asked.length > 0 && wire.passed === 0;
        if (operationOf(capability).write && !isMadeUp) onChange();
      }
    },

    async call(capability, input, context) {
      const answer = await trial.ask(capability, input, context).catch((error: unknown) => {
        if (!isAdapterError(error) && (error as Error | null)?.name === 'Broken') throw error;
        throw broken(`${capability} answers`, {
          expected: 'an answer', came: isAdapterError(error) ? error : `${show(error)} (no AdapterError)`, todo: `The input was ${show(input)}. Find out why it is refused.`,
        });
      });
      const faults = faultsOf(capability, answer);
      if (faults.length) {
        throw broken(`${capability} answers what the contract says`, {
          expected: `${operationOf(capability).outputName} of @aftercart/contract/schemas`,
          came: faults.slice(0, 5).join('; ') + (faults.length > 5 ? `; and ${faults.length - 5} more` : ''),
          todo: 'Translate this field of the backend’s answer; leave out what the backend does not know.',
        });
      }
      return answer as never;
    },

    listen(capability, input, context) {
      const { service, method } = methodOf(adapter, capability);
      return (method.call(service, input, context) as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    },

    async advance(milliseconds) {
      onChange();
      await setup.clock!.advance!(milliseconds);
    },

    async becomes(world) {
      Object.assign(trial, await seed(world));
    },

    shopper(name) {
      const found = trial.world.shoppers.find((shopper) => shopper.name === name);
      if (!found || trial.seeded.tokens[name] === undefined) return trial.lacks(`no shopper “${name}”`);
      return found;
    },
    order(name) {
      const found = trial.world.orders.find((order) => order.name === name);
      const number = trial.seeded.orders[name];
      if (!found || number === undefined) return trial.lacks(`no order “${name}”`);
      return { ...found, number };
    },
    reward(name) {
      const found = trial.world.points?.rewards.find((reward) => reward.name === name);
      const id = trial.seeded.rewards?.[name];
      if (!found || id === undefined) return trial.lacks(`no reward “${name}”`);
      return { ...found, id };
    },
    lacks(what) {
      throw new Skipped(`The backend under test has ${what}.`);
    },
  };
  return trial;
}
