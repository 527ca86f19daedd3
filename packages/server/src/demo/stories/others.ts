/** Those of whom one thing each is to be seen: a candidate, a new member, a debt, a block. */
import { services } from '../../services.ts';
import type { Act } from '../acts.ts';
import { order } from '../orders.ts';
import { as, introduce, tell } from '../tell.ts';

const bob = (): Act[] => [{ ago: 20, run: (context) => introduce(context, 'bob') }];

const cleo = (): Act[] => [{ ago: 0.1, run: (context) => introduce(context, 'cleo', { member: true }) }];

const dan = (): Act[] => [
  { ago: 70, run: (context) => introduce(context, 'dan', { member: true }) },
  ...order('dan', { number: 'NP-09991', placed: 55, delivered: 52, returned: 12, items: ['tent'] }),
  { ago: 30, run: (context) => services.points.redeem({ rewardId: 'flexible', points: 300 }, as(context, 'dan')) },
  ...order('dan', { number: 'NP-10240', placed: 3, delivered: 1, items: ['merino-shirt', 'enamel-mug'] }),
];

const eve = (): Act[] => [
  { ago: 300, run: (context) => introduce(context, 'eve', { member: true }) },
  ...order('eve', { number: 'NP-09230', placed: 290, delivered: 287, items: ['tent', 'backpack'] }),
  ...order('eve', { number: 'NP-10225', placed: 7, delivered: 4, items: ['headlamp'] }),
  { ago: 2, run: (context) => tell(context, 'POST /shoppers/{shopperId}/block', { parameters: { shopperId: 'eve' }, body: { reason: 'Sold coupon codes to others.' } }) },
];

export const others = (): Act[] => [bob(), cleo(), dan(), eve()].flat();
