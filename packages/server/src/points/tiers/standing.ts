/** Where a shopper stands between the tiers. */
import type { Context } from '../../context.ts';
import { addMonths, startOfYear } from '../ledger/calendar.ts';
import type { TierLevel, Tiers } from '../program/tiers.ts';
import type { PointsAccountRow } from '../tables.ts';
import { countBetween } from './counts.ts';

export interface Standing {
  current: TierLevel | undefined;
  next: TierLevel | undefined;
  /** Counted so far in the period. */
  progress: number;
  /** Missing to keep `current` at its review; null when it is never reviewed. */
  toRetain: number | null;
  /** When `current` is reviewed. */
  expiresAt: Date | null;
}

type Kept = Pick<PointsAccountRow, 'shopper_id' | 'tier_id' | 'tier_expires_at'>;

/** The standing now: the tier that is held, or a higher one that has been reached. A review that is due counts as done. */
export async function standingOf({ db, now }: Pick<Context, 'db' | 'now'>, tiers: Tiers, kept: Kept): Promise<Standing> {
  const { period, levels } = tiers;
  const indexFor = (count: number) => levels.findLastIndex(({ threshold }) => count >= threshold);
  const count = (since: Date | null, until?: Date) => countBetween(db, tiers, kept.shopper_id, since, until);

  const progress = await count(periodStart(period, now));
  let index = levels.findIndex(({ id }) => id === kept.tier_id);
  let review = period.type === 'lifetime' ? null : kept.tier_expires_at === null ? nextReview(period, now) : new Date(kept.tier_expires_at);
  while (review && review <= now) {
    index = indexFor(await count(addMonths(review, -monthsOf(period)), review));
    review = addMonths(review, monthsOf(period));
  }
  const reached = indexFor(progress);
  if (reached > index) {
    index = reached;
    review = nextReview(period, now);
  }
  const current = levels[index];
  // From a tier that everybody has, nobody falls.
  if (!current || current.threshold === 0) review = null;
  return {
    current, progress,
    next: levels[index + 1],
    expiresAt: review,
    toRetain: current && review ? Math.max(0, current.threshold - (await count(addMonths(review, -monthsOf(period))))) : null,
  };
}

type Period = Tiers['period'];

const monthsOf = (period: Period): number => (period.type === 'rolling' ? period.months : 12);

function periodStart(period: Period, now: Date): Date | null {
  if (period.type === 'lifetime') return null;
  return period.type === 'calendar_year' ? startOfYear(now) : addMonths(now, -period.months);
}

function nextReview(period: Period, now: Date): Date | null {
  if (period.type === 'lifetime') return null;
  return period.type === 'calendar_year' ? addMonths(startOfYear(now), 12) : addMonths(now, period.months);
}
