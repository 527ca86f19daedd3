/** Tiers: what is counted, and where a shopper stands. */
import type { PointsProgram, TierStatus } from '@aftercart/contract';
import { DAY, instant } from '../time.ts';
import type { Words } from '../words.ts';
import type { Line } from './ledger.ts';

/** From how many points in a year on, and what every euro earns there. */
export const TIERS = [
  { id: 'trail', threshold: 0, rate: 1 },
  { id: 'ridge', threshold: 1_000, rate: 1.25 },
  { id: 'summit', threshold: 2_500, rate: 1.5 },
] as const;

export type TierId = (typeof TIERS)[number]['id'];

/** Days until the year ends that the demo’s tiers are counted in. */
const YEAR_LEFT = 221;

export interface Standing {
  current: (typeof TIERS)[number];
  next: (typeof TIERS)[number] | undefined;
  progress: number;
  endsAt: number;
}

/** A tier that was reached last year is held through this one, so Maria starts at `ridge`. */
export function standingOf(lines: readonly Line[], base: number, held: TierId): Standing {
  const endsAt = base + YEAR_LEFT * DAY;
  const since = endsAt - 365 * DAY;
  const progress = lines
    .filter(({ at, delta, state, returns }) => at >= since && delta > 0 && state === 'approved' && !returns)
    .reduce((total, { delta }) => total + delta, 0);
  const reached = TIERS.findLastIndex(({ threshold }) => progress >= threshold);
  const index = Math.max(reached, TIERS.findIndex(({ id }) => id === held));
  return { current: TIERS[index]!, next: TIERS[index + 1], progress, endsAt };
}

export function tierStatus({ current, next, progress, endsAt }: Standing, words: Words): TierStatus {
  const named = (id: TierId) => ({ id, name: words.tiers[id][0] });
  return {
    current: named(current.id),
    next: next ? named(next.id) : null,
    unit: 'points',
    progress,
    toNext: next ? next.threshold - progress : null,
    toRetain: Math.max(0, current.threshold - progress),
    expiresAt: instant(endsAt),
  };
}

export const tierList = (words: Words): PointsProgram['tiers'] =>
  TIERS.map(({ id, threshold }) => ({ id, name: words.tiers[id][0], threshold, benefits: words.tiers[id].slice(1) }));
