/** Giving a source its turn: one process at a time, now and again, and less often while it fails. */
import { isAdapterError, type AdapterError } from '@aftercart/contract';
import type { Runtime } from '../context.ts';
import type { Sweep } from '../sweeps.ts';
import { DAY } from '../time.ts';
import { createErrand, type Pace, type UpstreamSource } from './errand.ts';

/** Seconds between two looks whether a turn is due. */
const LOOK = 10;
/** Milliseconds that a claimed turn is left to who claimed it: longer than the greatest budget takes. A process that dies leaves it to the others. */
const CLAIM = 20 * 60_000;
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 3_600_000;

/** Milliseconds to wait after so many failures in a row: a minute, two, four … an hour. A service that says how long is believed, up to a day. */
export const waitAfter = (failures: number, retryAfter = 0): number =>
  Math.max(Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT), Math.min(retryAfter * 1000, DAY));

export const upstreamSweep = (source: UpstreamSource): Sweep => ({ name: `upstream ${source.name}`, every: LOOK, run: (runtime) => takeTurn(runtime, source) });

/** Lets the source pull if its turn is due and nobody else has it. What it fails with is a line in the log. */
export async function takeTurn(runtime: Runtime, source: UpstreamSource, pace: Pace = {}): Promise<void> {
  const { store: { db }, stopping, log, metrics, config } = runtime;
  const { name } = source;
  const turn = await claim(runtime, name);
  if (!turn) return;
  const settle = async (failures: number, wait: number): Promise<void> => {
    const next = new Date(runtime.clock().getTime() + wait).toISOString();
    await db.updateTable('upstream_sources').set({ failures, next_at: next }).where('name', '=', name).execute();
  };
  const keep = async (state: object): Promise<void> =>
    void (await db.updateTable('upstream_sources').set({ state: JSON.stringify(state) }).where('name', '=', name).execute());

  try {
    await source.pull(createErrand(runtime, turn.state && JSON.parse(turn.state), keep, pace));
    await settle(0, config.upstream.every * 1000);
    metrics.upstreamTurns.inc({ source: name, outcome: 'done' });
  } catch (error) {
    // Broken off because the server stops: whoever is next goes on.
    if (stopping.aborted) return settle(turn.failures, 0);
    metrics.upstreamTurns.inc({ source: name, outcome: 'failed' });
    const failures = turn.failures + 1;
    const wait = waitAfter(failures, isAdapterError(error) ? error.retryAfter : undefined);
    await settle(failures, wait);
    if (!isAdapterError(error)) throw error;
    // Not its message: addresses may hold an order’s number.
    log.warn({ source: name, reason: error.code, status: statusOf(error), failures, secondsToWait: Math.round(wait / 1000) }, 'an upstream source failed; it is asked again');
  }
}

const statusOf = ({ cause }: AdapterError): number | undefined => (cause as { status?: number } | undefined)?.status;

function claim({ store: { db }, clock }: Runtime, name: string): Promise<{ failures: number; state: string | null } | undefined> {
  const now = clock();
  const next = new Date(now.getTime() + CLAIM).toISOString();
  return db
    .insertInto('upstream_sources')
    .values({ name, next_at: next, failures: 0, state: null })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ next_at: next }).where('upstream_sources.next_at', '<=', now.toISOString()))
    .returning(['failures', 'state'])
    .executeTakeFirst();
}
