/** Ann’s friends: an invitation for every way that one can end. */
import type { Context } from '../../context.ts';
import { ownCode } from '../../referrals/codes.ts';
import { findByFriend } from '../../referrals/friend.ts';
import { approve, expire } from '../../referrals/settle.ts';
import { holdReferral } from '../../referrals/state.ts';
import type { ReferralRow } from '../../referrals/tables.ts';
import { services } from '../../services.ts';
import type { Act } from '../acts.ts';
import { emailOf } from '../email.ts';
import { order, type Purchase } from '../orders.ts';
import { PEOPLE } from '../people.ts';
import { as, tell } from '../tell.ts';

const ANN = 'ann';

interface Friend {
  email: string;
  /** Days ago; so are all the others. */
  claimed: number;
  order?: Omit<Purchase, 'couponCodes'>;
  /** Buys with the code, as somebody else than who claimed it. */
  buysAs?: { email?: string; address?: string };
  approved?: number;
  expired?: number;
  declined?: { ago: number; reason: string; shown: 'already_customer' | 'already_referred' };
}

const FRIENDS: readonly Friend[] = [
  { email: 'viktor@post.example', claimed: 240, expired: 210 },
  { email: 'irina@mail.example', claimed: 225, order: { number: 'NP-09412', placed: 222, delivered: 219, items: ['rain-jacket'] }, approved: 189 },
  { email: 'chloe@courrier.example', claimed: 131, order: { number: 'NP-09838', placed: 129, cancelled: 128, items: ['stove'] } },
  { email: 'pavel@box.example', claimed: 125, order: { number: 'NP-09871', placed: 120, delivered: 117, returned: 104, items: ['merino-shirt'] } },
  {
    email: 'alexandra@online.example', claimed: 90,
    declined: { ago: 89, reason: 'Says on the phone that another friend had sent her.', shown: 'already_referred' },
  },
  { email: 'soula@mail.example', claimed: 85, order: { number: 'NP-10133', placed: 80, delivered: 77, items: ['backpack'] }, approved: 47 },
  {
    email: 'georg@netz.example', claimed: 75,
    declined: { ago: 74, reason: 'Has bought in the shop in Athens for years.', shown: 'already_customer' },
  },
  { email: 'manos@desk.example', claimed: 62, order: { number: 'NP-10168', placed: 61, delivered: 58, items: ['headlamp', 'enamel-mug'] }, buysAs: { email: emailOf(ANN) } },
  { email: 'katerina@box.example', claimed: 26, order: { number: 'NP-10201', placed: 24, delivered: 21, items: ['rain-jacket'] } },
  { email: 'dimitris@proton.example', claimed: 12, order: { number: 'NP-10221', placed: 10, delivered: 7, items: ['stove'] }, buysAs: { address: PEOPLE[ANN].address } },
  { email: 'thomas@mail.example', claimed: 5, order: { number: 'NP-10239', placed: 4, items: ['headlamp', 'socks'] } },
  { email: 'elli@outdoor.example', claimed: 3 },
];

export const friends = (): Act[] => FRIENDS.flatMap(actsOf);

function actsOf(friend: Friend): Act[] {
  const { email, claimed, order: bought, buysAs, approved, expired, declined } = friend;
  let code: string | null | undefined;
  const settle = (ago: number, change: (context: Context, referral: ReferralRow) => Promise<void>): Act => ({
    ago,
    run: async (context) => change(context, (await holdReferral(context.db, (await referralOf(context, email)).id))!),
  });
  return [
    {
      ago: claimed,
      async run(context) {
        const own = await ownCode(as(context, ANN), ANN);
        ({ code } = await services.referrals.claim({ code: own.code, email }, context));
      },
    },
    ...(bought
      ? order({ email, postcode: '10431', address: `${email}, Athens`, ...buysAs }, { ...bought, couponCodes: () => (code ? [code] : []) })
      : []),
    ...(approved === undefined ? [] : [settle(approved, approve)]),
    ...(expired === undefined ? [] : [settle(expired, expire)]),
    ...(declined === undefined ? [] : [declineAct(email, declined)]),
  ];
}

const referralOf = async ({ db, runtime }: Context, email: string): Promise<ReferralRow> => (await findByFriend(db, runtime.fingerprints.email(email), undefined))!;

const declineAct = (email: string, { ago, reason, shown }: NonNullable<Friend['declined']>): Act => ({
  ago,
  run: async (context) => tell(context, 'POST /referrals/{id}/decline', { parameters: { id: (await referralOf(context, email)).id }, body: { reason, shown } }),
});
