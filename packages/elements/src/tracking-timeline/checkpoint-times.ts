/**
 * Times as carriers give them: some to the second, some to the day, some without a time zone. A time is shown as the clock
 * at the checkpoint read, whatever zone the shopper is in; no part of it is ever made up or moved.
 */
import type { ImpreciseTime, TrackingEvent } from '@aftercart/contract';
import { formatDate } from '../base/format/date.ts';
import { isOver, stepOf } from './parcels.ts';

const PARTS = /^(\d+)-(\d+)-(\d+)(?:T(\d+)(?::(\d+)(?::(\d+))?)?)?/;
/** Numbers of a time that mean something, by precision: year, month, day, hour, minute, second. */
const DEPTH: Readonly<Record<ImpreciseTime['precision'], number>> = { day: 3, hour: 4, minute: 5, second: 6 };
const DAY = 3;
const HOUR = 4;
const LENGTHS: Readonly<Record<number, number>> = { 3: 86_400_000, 4: 3_600_000, 5: 60_000, 6: 1_000 };

/** The numbers that are known: those that are there, and no more than the precision allows. */
function known({ value, precision }: ImpreciseTime): number[] {
  const found = PARTS.exec(value)!.slice(1).filter((part) => part !== undefined).map(Number);
  return found.slice(0, DEPTH[precision]);
}

/** Minutes east of Greenwich, or null. */
function minutesEast(offset: string | null | undefined): number | null {
  if (!offset) return null;
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** What the clock on the wall read, counted as if it hung in Greenwich: for comparing and for formatting in UTC only. */
const wallClock = ([year, month, day, hour = 0, minute = 0, second = 0]: number[]): number => Date.UTC(year!, month! - 1, day!, hour, minute, second);

/** For order only: a parcel is delivered at the end of a day that is all that is known, and sent off at its start. */
function orderKey({ status, time }: TrackingEvent): number {
  const parts = known(time);
  return wallClock(parts) + (isOver(status) ? LENGTHS[parts.length]! - 1 : 0);
}

/**
 * Checkpoints, each once, newest first. Times with an offset compare as instants; a time without one finds its place among
 * them by the clock on the wall, which is all that is known of it.
 */
export function newestFirst(events: readonly TrackingEvent[]): TrackingEvent[] {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  const keyed = unique.map((event) => {
    const wall = orderKey(event);
    const east = minutesEast(event.time.offset);
    return { event, wall, east, at: wall - (east ?? 0) * 60_000 };
  });
  type Keyed = (typeof keyed)[number];
  const later = (a: Keyed, b: Keyed) => b.at - a.at || stepOf(b.event.status) - stepOf(a.event.status);
  const instants = keyed.filter(({ east }) => east !== null).sort(later);
  const walls = keyed.filter(({ east }) => east === null).sort(later);
  const merged: TrackingEvent[] = [];
  while (instants.length || walls.length) {
    const [instant, wall] = [instants[0], walls[0]];
    const takesWall = !instant || (wall && (wall.wall - instant.wall || stepOf(wall.event.status) - stepOf(instant.event.status)) > 0);
    merged.push((takesWall ? walls : instants).shift()!.event);
  }
  return merged;
}

/** For `<time datetime>`. There is no way to write an hour without its minutes, so that becomes its day. */
export function machineTime(time: ImpreciseTime): string {
  const { length } = known(time);
  const { value, offset } = time;
  return length <= HOUR ? value.slice(0, 10) : (length === 5 ? value.slice(0, 16) : value) + (offset ?? '');
}

/** “22 November, 14:20”, as precisely as it is known; with its offset where that is known and not the shopper’s. */
export function timeInWords(language: string, time: ImpreciseTime, now: number): string {
  const parts = known(time);
  const wall = wallClock(parts);
  const date = new Date(wall);
  // A day that no calendar has is shown as it came.
  if (date.getUTCDate() !== parts[2]) return time.value.slice(0, 10);
  const words = formatDate(language, wall, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(parts[0] !== new Date(now).getFullYear() && { year: 'numeric' }),
    ...(parts.length > DAY && { hour: 'numeric' }),
    ...(parts.length > HOUR && { minute: '2-digit' }),
  });
  const east = minutesEast(time.offset);
  if (east === null || parts.length === DAY) return words;
  const isHere = east === -new Date(wall - east * 60_000).getTimezoneOffset();
  return isHere ? words : `${words} (UTC${east ? time.offset : ''})`;
}
