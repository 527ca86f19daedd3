/**
 * The order of checkpoints, and with it the stage of the parcel. What decides is
 *
 * 1. the time at which it happened, not the one at which somebody told us;
 * 2. at the same time, what the service says of the whole parcel comes after what the carrier scanned;
 * 3. then the rank of the stage (`STAGE_ORDER`).
 *
 * A time of which only the day is known is the start of the day, or its end for a stage after which nothing happens: a
 * parcel is sent off in the morning and delivered in the evening.
 */
import type { TrackingEvent } from '@aftercart/contract';
import { isOver, STAGE_ORDER } from './meaning.ts';
import { minutesEast, wallClock } from './times.ts';

const STATED = 'stated:';

/** Id of what a service says of the parcel as a whole, after a checkpoint. */
export const statedId = (key: string): string => STATED + key;
const isStated = ({ id }: TrackingEvent): boolean => id.startsWith(STATED);

interface Placed {
  event: TrackingEvent;
  /** The clock on the wall. */
  wall: number;
  /** Milliseconds since 1970, or the clock on the wall where there is no offset. */
  at: number;
  hasOffset: boolean;
}

function placed(event: TrackingEvent): Placed {
  const wall = wallClock(event.time, isOver(event.status) || isStated(event) ? 'end' : 'start');
  const east = minutesEast(event.time.offset);
  return { event, wall, at: wall - (east ?? 0) * 60_000, hasOffset: east !== null };
}

/** All of an event in one text: what decides when nothing else does, so that the order is the same everywhere. */
const fingerprint = ({ id, status, time, description, location }: TrackingEvent): string =>
  JSON.stringify([id, time.value, time.precision, time.offset ?? null, status, description ?? null, location ?? null]);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byRank = (a: TrackingEvent, b: TrackingEvent): number =>
  Number(isStated(a)) - Number(isStated(b)) ||
  STAGE_ORDER.indexOf(a.status) - STAGE_ORDER.indexOf(b.status) ||
  compareText(fingerprint(a), fingerprint(b));

const earlier = (a: Placed, b: Placed): number => a.at - b.at || byRank(a.event, b.event);

/** Each id once, with its latest version. */
function unique(events: readonly TrackingEvent[]): Placed[] {
  const found = new Map<string, Placed>();
  for (const event of events) {
    const candidate = placed(event);
    const known = found.get(event.id);
    if (!known || earlier(candidate, known) > 0) found.set(event.id, candidate);
  }
  return [...found.values()];
}

/**
 * Each once, the newest first, no more than `max`. What is left out is decided by one scale for all, so that it does not matter
 * in which steps a list came together. Times with an offset then compare as instants; one without finds its place among
 * them by the clock on the wall, which is all that is known of it.
 */
export function newestFirst(events: readonly TrackingEvent[], max: number): TrackingEvent[] {
  const kept = unique(events).sort((a, b) => earlier(b, a)).slice(0, max);
  const instants = kept.filter(({ hasOffset }) => hasOffset);
  const walls = kept.filter(({ hasOffset }) => !hasOffset);
  const merged: TrackingEvent[] = [];
  let [i, w] = [0, 0];
  while (i < instants.length || w < walls.length) {
    const [instant, wall] = [instants[i], walls[w]];
    const takesWall = !instant || (wall && (wall.wall - instant.wall || byRank(wall.event, instant.event)) > 0);
    if (takesWall) w += 1;
    else i += 1;
    merged.push((takesWall ? wall! : instant).event);
  }
  return merged;
}

/** The newest that says something of the stage: one that doesn’t never moves it. */
export const newestStage = (sorted: readonly TrackingEvent[]): TrackingEvent | undefined => sorted.find(({ status }) => status !== 'unknown');
