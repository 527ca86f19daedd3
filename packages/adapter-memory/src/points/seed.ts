/** The ledger that a scenario begins with. */
import type { Environment } from '../environment.ts';
import type { State, StoredRedemption } from '../state.ts';
import { DAY } from '../time.ts';
import type { Entry } from './entry.ts';

/** Points lapse a year after they were earned. */
export const LIFETIME = 365 * DAY;
export const WELCOME = 100;

/** Days ago, points, order. */
const PURCHASES = [
  [720, 64, 'NP-08112'], [655, 179, 'NP-08240'], [590, 48, 'NP-08377'], [520, 329, 'NP-08514'], [466, 86, 'NP-08690'],
  [410, 210, 'NP-08825'], [358, 610, 'NP-08990'], [353, 370, 'NP-09004'], [316, 200, 'NP-09188'], [262, 157, 'NP-09302'], [215, 390, 'NP-09466'],
  [170, 268, 'NP-09671'], [128, 161, 'NP-09844'], [80, 24, 'NP-10142'], [24, 135, 'NP-10197'],
] as const;

/** Days ago, points, reward, whether the code is still unused. */
const REDEMPTIONS = [
  [580, 200, 'flexible', false], [372, 800, 'mug', false], [11, 400, 'ten-percent', false], [4, 500, 'five-off', true],
] as const;

const member = (base: number): { entries: Entry[]; redemptions: StoredRedemption[] } => {
  const ago = (days: number) => base - days * DAY;
  const earn = (id: string, days: number, delta: number, kind: Entry['kind'], text: Entry['text'], order?: string): Entry => ({
    id, at: ago(days), delta, kind, text, expiresAt: ago(days) + LIFETIME, ...(order && { order }),
  });
  const redemptions = REDEMPTIONS.map(([days, points, rewardId, unused], i): StoredRedemption => ({
    id: `rd-demo-${i + 1}`,
    rewardId,
    points,
    at: ago(days),
    fulfilment: 'issued',
    usage: rewardId === 'mug' ? 'untracked' : unused ? 'unused' : 'used',
    expiresAt: rewardId === 'mug' ? null : ago(days) + 60 * DAY,
  }));
  const entries = [
    earn('demo-welcome', 724, WELCOME, 'sign_up', 'welcome'),
    ...PURCHASES.map(([days, points, order]) => earn(`demo-${order}`, days, points, 'purchase', 'order', order)),
    earn('demo-birthday-1', 600, 150, 'birthday', 'birthday'),
    earn('demo-birthday-2', 235, 150, 'birthday', 'birthday'),
    earn('demo-referral-1', 190, 250, 'referral', 'referral'),
    earn('demo-referral-2', 47, 250, 'referral', 'referral'),
    earn('demo-review-1', 60, 25, 'review', 'review'),
    { ...earn('demo-review-2', 40, 25, 'review', 'declined'), status: 'declined' },
    { ...earn('demo-cancelled', 33, 59, 'purchase', 'cancelled', 'NP-10180'), status: 'void' },
    { ...earn('demo-NP-10218', 8, 236, 'purchase', 'order', 'NP-10218'), availableAt: ago(-9), waitsFor: 'return_window' },
    { ...earn('le-NP-10218-enamel-mug-demo', 2, 25, 'review', 'review'), availableAt: ago(-2), waitsFor: 'moderation' },
    { ...earn('demo-NP-10241', 3, 437, 'purchase', 'order', 'NP-10241'), availableAt: null, waitsFor: 'delivery' },
    ...redemptions.map(({ id, at, points, rewardId }): Entry => ({
      id: `demo-${id}`, at, delta: -points, kind: 'redemption', text: 'redemption', reward: rewardId, redemptionId: id,
    })),
  ] satisfies Entry[];
  return { entries, redemptions };
};

/** Points that were spent before the order that earned them came back. */
const negative = (base: number): { entries: Entry[]; redemptions: StoredRedemption[] } => {
  const ago = (days: number) => base - days * DAY;
  const redemption: StoredRedemption = {
    id: 'rd-demo-1', rewardId: 'flexible', points: 300, at: ago(30), fulfilment: 'issued', usage: 'used', expiresAt: ago(-30),
  };
  return {
    entries: [
      { id: 'demo-welcome', at: ago(70), delta: WELCOME, kind: 'sign_up', text: 'welcome', expiresAt: ago(70) + LIFETIME },
      { id: 'demo-order', at: ago(55), delta: 329, kind: 'purchase', text: 'order', order: 'NP-09991', expiresAt: ago(55) + LIFETIME },
      { id: 'demo-redemption', at: ago(30), delta: -300, kind: 'redemption', text: 'redemption', reward: 'flexible', redemptionId: redemption.id },
      { id: 'demo-refund', at: ago(12), delta: -329, kind: 'refund', text: 'returned', order: 'NP-09991' },
      { id: 'demo-pending', at: ago(3), delta: 80, kind: 'purchase', text: 'order', order: 'NP-10241', availableAt: ago(-13), waitsFor: 'return_window' },
    ],
    redemptions: [redemption],
  };
};

/** All entries and redemptions of the shopper: those of the scenario, then what was done since. */
export function ledgerOf({ scenario, base, isMaria }: Environment, state: State): { entries: Entry[]; redemptions: StoredRedemption[] } {
  const seed = scenario === 'negative' ? negative(base) : isMaria ? member(base) : { entries: [], redemptions: [] };
  return { entries: [...seed.entries, ...state.entries], redemptions: [...seed.redemptions, ...state.redemptions] };
}
