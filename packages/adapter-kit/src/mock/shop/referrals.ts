/** `GET /referrals/program`, `GET /referrals/me`, `POST /referrals/claims`. */
import type { ReferralOffer } from '@aftercart/contract';
import { ok, Refusal, textOf } from '../exchange.ts';
import type { Routes } from './routes.ts';
import { decimal, signedIn, type Shop } from './shop.ts';

const offerOf = ({ kind, title, amount, percent, points }: ReferralOffer) => ({
  kind, title, amount: amount ? decimal(amount) : null, percent: percent ?? null, points: points ?? null,
});

function programOf({ world }: Shop) {
  if (!world.referrals) throw new Refusal(404, 'not_found', 'Friends can’t be invited.');
  return world.referrals;
}

export const referrals: Routes = {
  'GET /referrals/program': (_, shop) => {
    const { active, advocateOffer, friendOffer, terms } = programOf(shop);
    return ok({ active, for_you: offerOf(advocateOffer), for_friend: offerOf(friendOffer), terms: terms ?? null });
  },

  'GET /referrals/me': (asked, shop) => {
    const { code } = signedIn(shop, asked);
    programOf(shop);
    return ok({ code, link: `https://shop.example/?friend=${code}` });
  },

  'POST /referrals/claims': (asked, shop) => {
    const code = textOf(asked.body, 'code');
    const email = textOf(asked.body, 'email').trim().toLowerCase();
    const advocate = shop.shoppers.find((shopper) => shopper.code === code);
    const { friendOffer } = programOf(shop);
    if (!advocate) throw new Refusal(422, 'unknown_code', 'There is no such code.');
    if (advocate.email.toLowerCase() === email) throw new Refusal(409, 'own_code', 'Nobody invites themselves.');
    let claim = shop.claims.find((each) => each.email === email);
    if (claim && claim.code !== code) throw new Refusal(409, 'other_code', 'Somebody else has invited this friend.');
    if (!claim) shop.claims.push((claim = { code, email, coupon: `WELCOME-${shop.next()}` }));
    return ok({ coupon: claim.coupon, offer: offerOf(friendOffer) }, 201);
  },
};
