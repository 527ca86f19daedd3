/**
 * The books: everything about an account follows from its entries and the time. Points that expire first are spent first; a
 * debt, from a refund of points that were spent already, is paid by the next points that become available.
 */
import { DAY } from '../time.ts';
import type { Entry } from './entry.ts';

interface Lot {
  points: number;
  expiresAt: number;
  entry: Entry;
}

export interface Line extends Entry {
  state: 'pending' | 'approved' | 'void' | 'declined' | 'expired';
}

export interface Books {
  balance: number;
  pending: number;
  lifetime: number;
  spent: number;
  pendingEntries: Entry[];
  /** Points left by when they lapse, soonest first. */
  expiring: { points: number; expiresAt: number }[];
  /** Every entry and every expiry, newest first. */
  lines: Line[];
}

/** Points that come back keep their expiry; those whose day has passed in the meantime are good for this long. */
const GRACE = 7 * DAY;

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const effective = (entry: Entry) => Math.max(entry.at, entry.availableAt ?? entry.at);

export function keepBooks(entries: readonly Entry[], now: number): Books {
  const gone = new Set(entries.flatMap(({ voids }) => voids ?? []));
  const counted = entries.filter((entry) => !entry.voids && !entry.status && !gone.has(entry.id) && entry.at <= now);
  const waits = (entry: Entry) => entry.delta > 0 && (entry.availableAt === null || effective(entry) > now);
  const pendingEntries = counted.filter(waits).sort((a, b) => (a.availableAt ?? Infinity) - (b.availableAt ?? Infinity));
  const settled = counted.filter((entry) => !waits(entry)).sort((a, b) => effective(a) - effective(b));

  let lots: Lot[] = [];
  let debt = 0;
  const expired: Line[] = [];
  const taken = new Map<string, Lot[]>();

  const lapse = (until: number) => {
    for (const { points, expiresAt, entry } of lots.filter((lot) => lot.expiresAt <= until)) {
      expired.push({ id: `${entry.id}-lapsed-${expiresAt}`, at: expiresAt, delta: -points, kind: 'expiry', text: 'expiry', state: 'approved' });
    }
    lots = lots.filter((lot) => lot.expiresAt > until);
  };
  const add = (points: number, expiresAt: number, entry: Entry) => {
    const paid = Math.min(debt, points);
    debt -= paid;
    const same = lots.find((lot) => lot.entry === entry && lot.expiresAt === expiresAt);
    if (same) same.points += points - paid;
    else if (points > paid) lots = [...lots, { points: points - paid, expiresAt, entry }].sort((a, b) => a.expiresAt - b.expiresAt);
  };

  for (const entry of settled) {
    lapse(effective(entry));
    if (entry.returns) {
      const parts = taken.get(entry.returns) ?? [];
      for (const part of parts) add(part.points, part.expiresAt > entry.at ? part.expiresAt : entry.at + GRACE, part.entry);
      add(entry.delta - sum(parts.map(({ points }) => points)), Infinity, entry);
    } else if (entry.delta > 0) {
      add(entry.delta, entry.expiresAt ?? Infinity, entry);
    } else {
      let missing = -entry.delta;
      const parts: Lot[] = [];
      for (const lot of lots) {
        const points = Math.min(lot.points, missing);
        if (points) parts.push({ ...lot, points });
        lot.points -= points;
        missing -= points;
      }
      lots = lots.filter(({ points }) => points);
      debt += missing;
      taken.set(entry.id, parts);
    }
  }
  lapse(now);

  const expiring = new Map<number, number>();
  for (const { points, expiresAt } of lots) if (expiresAt < Infinity) expiring.set(expiresAt, (expiring.get(expiresAt) ?? 0) + points);

  const approved = new Set(settled);
  const lines: Line[] = entries
    .filter((entry) => !entry.voids)
    .map((entry) => ({ ...entry, state: entry.status ?? (gone.has(entry.id) ? 'void' : approved.has(entry) ? 'approved' : 'pending') }));

  return {
    balance: sum(lots.map(({ points }) => points)) - debt,
    pending: sum(pendingEntries.map(({ delta }) => delta)),
    lifetime: sum(settled.filter(({ delta, returns }) => delta > 0 && !returns).map(({ delta }) => delta)),
    spent: -sum(settled.filter(({ kind }) => kind === 'redemption').map(({ delta }) => delta)),
    pendingEntries,
    expiring: [...expiring].map(([expiresAt, points]) => ({ points, expiresAt })).sort((a, b) => a.expiresAt - b.expiresAt),
    lines: [...lines, ...expired].sort((a, b) => b.at - a.at),
  };
}
