/** Northpine’s referral program, and the codes for friends. */
import type { ReferralProgram } from '@aftercart/contract';
import type { Context } from '../../context.ts';
import { ask, pageOf, type Northpine, type Told } from '../northpine.ts';
import { tell } from '../tell.ts';
import { codes } from './codes.ts';

const POOL = 'friends';
const CODES = 200;
/** Place in the storefront that shows an invitation. */
const LANDING = '/index.html?ref={code}&via={channel}#friend';

export async function setUpReferrals(context: Context, northpine: Northpine): Promise<void> {
  const program = await ask((asked) => northpine.referrals.program({}, asked));
  const link = await ask((asked) => northpine.referrals.link({}, asked));
  const { active, minimumOrder, termsUrl, signInUrl, attributionDays } = program.en;
  await tell(context, 'POST /points/coupon-codes', { body: { pool: POOL, codes: codes(CODES) } });
  await tell(context, 'PUT /referrals/program', {
    body: {
      body: {
        active, minimumOrder, termsUrl, signInUrl, attributionDays,
        advocateOffer: offer(program, 'advocateOffer'),
        friendOffer: { ...offer(program, 'friendOffer'), pool: POOL },
        terms: program.maybe((answer) => answer.terms),
        shopUrl: pageOf('backpack'),
        landingUrl: LANDING,
        channels: link.en.links.map(({ channel }) => channel),
        message: link.maybe((answer) => answer.message),
        cap: { referrals: 20, days: 365 },
        // Who tries the demo claims more often than a friend does.
        velocity: { claims: 100, hours: 24 },
      },
    },
  });
}

const offer = (program: Told<ReferralProgram>, side: 'advocateOffer' | 'friendOffer') => {
  const { kind, amount, points } = program.en[side];
  return { kind, amount, points, title: program.text((answer) => answer[side].title) };
};
