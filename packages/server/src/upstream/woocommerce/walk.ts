/**
 * Walking through a list that changes meanwhile. Orders that were modified after a moment are read by their id, a page at a time. Each page begins with the last
 * order of the one before it: when it does not, orders have gone from the list, and what moved up is read by going back.
 */
import { z } from 'zod';

/** How far the source has come. */
export const State = z.object({
  /** Orders that were placed before this moment are history: what happened to them earns nothing. */
  since: z.iso.datetime(),
  /** All that was modified up to here is known. */
  after: z.iso.datetime(),
  /** The walk that is under way, if it did not end within its turn. */
  walk: z
    .object({
      /** Up to when it knows all once it has ended, by the shop’s clock. */
      upTo: z.iso.datetime(),
      /** Places before the next page. */
      offset: z.int().min(0),
      /** Id of the last order that was taken in. */
      last: z.int(),
    })
    .nullable(),
});
export type State = z.infer<typeof State>;
export type Walk = NonNullable<State['walk']>;

/** Times of the shop have seconds, and two of its clocks may differ: what was modified shortly before the walk began is read again. */
const OVERLAP = 60_000;

export const firstState = (since: Date): State => ({ since: since.toISOString(), after: new Date(since.getTime() - OVERLAP).toISOString(), walk: null });

/** @param upTo When the first page of the walk was read. */
export const beginWalk = (upTo: Date): Walk => ({ upTo: upTo.toISOString(), offset: 0, last: -1 });

/** Whether nothing was skipped between the page before and this one. */
export const followsOn = ({ offset, last }: Walk, ids: readonly number[]): boolean => offset === 0 || (ids[0] !== undefined && ids[0] <= last);

/** The place before; `perPage` may have changed since. */
export const stepBack = (walk: Walk, perPage: number): Walk => ({ ...walk, offset: Math.max(0, walk.offset - perPage + 1) });

/** The next page, which begins with the last order of this one. */
export const stepOn = (walk: Walk, perPage: number): Walk => ({ ...walk, offset: walk.offset + perPage - 1 });

export const endWalk = ({ since }: State, { upTo }: Walk): State => ({ since, after: new Date(Date.parse(upTo) - OVERLAP).toISOString(), walk: null });
