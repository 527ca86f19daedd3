/** One set-up under test: fills the backend, makes the adapter, and performs checks one after the other. */
import { capabilities, type Adapter, type Capability } from '@aftercart/contract';
import { Skipped } from './assert.ts';
import type { Check } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { UNSKIPPABLE } from './checks/setup.ts';
import type { CheckResult } from './report.ts';
import type { AdapterSetup } from './setup.ts';
import { skipReason } from './skip.ts';
import { openTrial } from './trial.ts';
import { openWire } from './wire/wire.ts';
import type { Seeded, World } from './world.ts';
import { ordinary } from './worlds/ordinary.ts';

/** Less than runners wait by themselves, so that the kit says what never came. */
const PATIENCE = 4_000;

export interface Session {
  /** Never rejects. `thrown` is what a failed check threw. */
  perform(check: Check): Promise<{ result: CheckResult; thrown?: unknown }>;
  /** Who was tested. */
  adapter(): Promise<{ adapter: string; capabilities: Capability[] }>;
}

interface Held {
  /** What it was made by; undefined when somebody has changed it since. */
  recipe: ((now: Date) => World) | undefined;
  world: World;
  seeded: Seeded;
}

export function openSession(setup: AdapterSetup): Session {
  const { patience = PATIENCE, clock = Date } = setup;
  const wire = openWire(setup.fetch ?? ((input, init) => fetch(input, init)));
  let held: Held | undefined;
  let known: { id: string; capabilities: Capability[] } | undefined;

  const seed = async (asked: World): Promise<{ world: World; seeded: Seeded }> => {
    // Not known what the backend holds, should this fail halfway.
    held = undefined;
    const seeded = await setup.seed(asked);
    return { world: { ...asked, ...seeded.world } as World, seeded };
  };
  const hold = async (recipe: (now: Date) => World): Promise<Held> => {
    if (held?.recipe === recipe) return held;
    held = { recipe, ...(await seed(recipe(new Date(clock.now())))) };
    return held;
  };
  const make = async (): Promise<Adapter> => {
    const adapter = await setup.create({ fetch: wire.fetch });
    known = { id: adapter.id, capabilities: capabilities(adapter) };
    return adapter;
  };
  const get = async () => {
    if (!known) {
      await hold(ordinary);
      await make();
    }
    return known!;
  };

  /** Why a check is not made; undefined when it is. */
  const reasonAgainst = async (check: Check): Promise<string | undefined> => {
    const said = check.name === UNSKIPPABLE ? undefined : skipReason(setup.skip, check);
    if (said !== undefined) return said;
    const missing = check.needs.find((capability) => !known!.capabilities.includes(capability));
    if (missing) return `The adapter has no ${missing}.`;
    const question = check.inspects?.find((name) => !setup.inspect[name]);
    if (question) return `\`inspect.${question}\` is not there, so nobody could see the effect.`;
    const has = { emit: setup.emit, 'clock.advance': setup.clock?.advance };
    const ability = check.uses?.find((name) => !has[name]);
    return ability && `The set-up has no \`${ability}\`.`;
  };

  const run = async (check: Check): Promise<string | undefined> => {
    await get();
    const reason = await reasonAgainst(check);
    if (reason !== undefined) return reason;
    const { world, seeded } = await hold(check.world ?? ordinary);
    const adapter = await make();
    wire.meets();
    try {
      await check.run(
        openTrial({
          adapter, setup, wire, patience, seed,
          checks: CHECKS,
          held: { world, seeded },
          onChange() {
            if (held) held.recipe = undefined;
          },
        }),
      );
    } finally {
      wire.meets();
    }
    return undefined;
  };

  // There is one backend, so one check at a time, whatever the runner would like.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => {});
    return mine;
  };

  return {
    perform: (check) => inTurn(async () => {
      const { name, group } = check;
      const started = performance.now();
      const end = (rest: Pick<CheckResult, 'status' | 'reason' | 'error'>): CheckResult => ({ name, group, ...rest, milliseconds: Math.round(performance.now() - started) });
      try {
        const reason = await run(check);
        return { result: end(reason === undefined ? { status: 'passed' } : { status: 'skipped', reason }) };
      } catch (thrown) {
        if (thrown instanceof Skipped) return { result: end({ status: 'skipped', reason: thrown.message }) };
        return { result: end({ status: 'failed', error: thrown instanceof Error ? thrown.message : String(thrown) }), thrown };
      }
    }),
    adapter: async () => {
      const { id, capabilities: all } = await get().catch(() => ({ id: '', capabilities: [] }));
      return { adapter: id, capabilities: all };
    },
  };
}
