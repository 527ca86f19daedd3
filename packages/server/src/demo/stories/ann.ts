/** Ann, a member for two years: orders in every state, miles that come and go, reviews of every outcome. */
import { ORDERS, type ProductId } from '@aftercart/adapter-memory/demo';
import type { Redemption } from '@aftercart/contract';
import { award } from '../../points/award.ts';
import { pointsFor } from '../../points/program-document.ts';
import { services } from '../../services.ts';
import { ago, type Act } from '../acts.ts';
import type { Northpine } from '../northpine.ts';
import { order } from '../orders.ts';
import { as, introduce } from '../tell.ts';
import { reviewsOf } from './reviews.ts';

const ANN = 'ann';
const JOINED = 724;
/** Days between checkout and door. */
const ON_THE_WAY = 3;

/** Days ago, order, what was in it: those from before the ones that Northpine tells of. */
const EARLIER: readonly (readonly [placed: number, number: string, ...items: ProductId[]])[] = [
  [720, 'NP-08112', 'stove'],
  [655, 'NP-08240', 'rain-jacket'],
  [590, 'NP-08377', 'headlamp'],
  [466, 'NP-08690', 'merino-shirt', 'enamel-mug'],
  [410, 'NP-08825', 'backpack', 'merino-shirt'],
  [376, 'NP-08990', 'backpack', 'merino-shirt'],
  [371, 'NP-09004', 'rain-jacket', 'backpack', 'merino-shirt', 'stove', 'headlamp'],
  [316, 'NP-09188', 'backpack'],
  [262, 'NP-09302', 'merino-shirt', 'stove', 'socks'],
  [215, 'NP-09466', 'rain-jacket'],
  [170, 'NP-09671', 'merino-shirt', 'socks'],
  [128, 'NP-09844', 'headlamp', 'enamel-mug'],
];
const BIRTHDAYS = [600, 235] as const;
const CANCELLED = { number: 'NP-10180', placed: 34, cancelled: 33, items: ['stove'] } as const;

export async function ann(northpine: Northpine, now: Date): Promise<Act[]> {
  const codes: string[] = [];
  const redeem = (days: number, rewardId: string, points?: number): Act => ({
    ago: days,
    run: async (context) => {
      const { code }: Redemption = await services.points.redeem({ rewardId, ...(points && { points }) }, as(context, ANN));
      if (code) codes.push(code);
    },
  });
  /** The latest code, at a checkout. */
  const latestCode = () => codes.slice(-1);
  const birthday = (days: number): Act => ({
    ago: days,
    run: async (context) =>
      award(context, { shopperId: ANN, points: (await pointsFor(context, 'birthday'))!, kind: 'birthday', description: null, source: `birthday:${ANN}:${context.now.toISOString().slice(0, 10)}` }),
  });

  return [
    { ago: JOINED, run: (context) => introduce(context, ANN, { member: true, birthday: ago(now, BIRTHDAYS[1]).toISOString().slice(5, 10) }) },
    ...EARLIER.flatMap(([placed, number, ...items]) => order(ANN, { number, placed, delivered: placed - ON_THE_WAY, items })),
    ...BIRTHDAYS.map(birthday),
    redeem(580, 'flexible', 200),
    ...order(ANN, { number: 'NP-08514', placed: 540, delivered: 536, items: ['tent'], couponCodes: latestCode }),
    redeem(372, 'mug'),
    ...order(ANN, CANCELLED),
    redeem(11, 'ten-percent'),
    ...ORDERS.flatMap((known) => order(ANN, { ...known, ...(known.number === 'NP-10218' && { discount: 0.1, couponCodes: latestCode }) })),
    redeem(2, 'flexible', 300),
    ...(await reviewsOf(northpine, ANN, now)),
  ];
}
