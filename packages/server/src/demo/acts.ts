/** History: acts at moments of the past, played in their order, so that every ledger and every list looks lived in. */
import type { Context } from '../context.ts';

export const DAY = 86_400_000;

export interface Act {
  /** Days ago; parts count. */
  ago: number;
  /** Gets the context as it was then. */
  run(context: Context): Promise<unknown>;
}

export const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/** Plays acts, the oldest first; of two at one moment, the one that is listed first. */
export async function play(context: Context, acts: readonly Act[]): Promise<void> {
  for (const act of acts.toSorted((a, b) => b.ago - a.ago)) await act.run({ ...context, now: ago(context.now, act.ago) });
}
