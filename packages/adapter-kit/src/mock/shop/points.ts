/** The points club: `GET /points`, its program and entries, joining, redeeming and giving back. */
import { ok, Refusal, textOf } from '../exchange.ts';
import type { Routes } from './routes.ts';
import { askerOf, balanceOf, decimal, signedIn, type Redemption, type Reward, type Shop, type Shopper } from './shop.ts';

const MOST = 200;

const accountOf = (shopper: Shopper, shop: Shop) => ({
  member: shopper.member,
  balance: balanceOf(shopper),
  earned: shopper.entries.reduce((sum, { change, kind }) => (kind === 'redemption' || kind === 'returned' ? sum : sum + Math.max(0, change)), 0),
  spent: shopper.redemptions.reduce((sum, { points, returned }) => (returned ? sum : sum + points), 0),
  at: shop.now(),
});

function availability({ codes, points }: Reward, shopper: Shopper | null): { available: string; missing?: number } {
  if (!codes.length) return { available: 'sold_out' };
  if (!shopper?.member) return { available: 'members_only' };
  const missing = points - balanceOf(shopper);
  return missing > 0 ? { available: 'too_few_points', missing } : { available: 'yes' };
}

const redemptionOf = ({ id, rewardId, title, points, coupon, at, returned }: Redemption) => ({ id, reward: rewardId, title, points, coupon, at, returned });

export const points: Routes = {
  'GET /points': (asked, shop) => ok(accountOf(signedIn(shop, asked), shop)),

  'GET /points/program': (asked, shop) => {
    const { points: program } = shop.world;
    if (!program) throw new Refusal(404, 'not_found', 'There is no club.');
    const shopper = askerOf(shop, asked);
    return ok({
      club: program.name ?? null,
      unit: program.terminology ?? null,
      decimals: program.decimals,
      levels: program.tiers.map(({ id, name, threshold, benefits }) => ({ id, name, from: threshold, perks: benefits ?? [] })),
      ways: program.earningRules.map(({ id, kind, title, points: earns, per }) => ({ id, kind, title, points: earns ?? null, per: per ? decimal(per) : null })),
      rewards: shop.rewards.map((reward) => ({ id: reward.id, title: reward.title, points: reward.points, ...availability(reward, shopper) })),
      join_url: program.joinUrl ?? null,
      sign_in_url: program.signInUrl ?? null,
    });
  },

  'GET /points/entries': (asked, shop) => {
    const { entries } = signedIn(shop, asked);
    const after = asked.query.get('after');
    const size = Math.min(MOST, Number(asked.query.get('size')) || MOST);
    const start = after === null ? 0 : entries.findIndex(({ id }) => id === after) + 1;
    if (after !== null && !start) throw new Refusal(400, 'invalid', '“after” has to be the last id of the page before.');
    const page = entries.slice(start, start + size);
    return ok({ entries: page, after: start + size < entries.length ? page.at(-1)!.id : null });
  },

  'POST /points/membership': (asked, shop) => {
    const shopper = signedIn(shop, asked);
    shopper.member = true;
    return ok(accountOf(shopper, shop));
  },

  'POST /points/redemptions': (asked, shop) => {
    const shopper = signedIn(shop, asked);
    const id = textOf(asked.body, 'reward');
    const reward = shop.rewards.find((each) => each.id === id);
    if (!shopper.member) throw new Refusal(403, 'not_a_member', 'Only members redeem.');
    if (!reward) throw new Refusal(422, 'unknown_reward', 'There is no such reward.');
    if (balanceOf(shopper) < reward.points) throw new Refusal(409, 'too_few_points', 'The balance is too small.');
    const coupon = reward.codes.shift();
    if (coupon === undefined) throw new Refusal(409, 'sold_out', 'Nothing of this reward is left.');
    const redemption = { id: `d${shop.next()}`, rewardId: id, title: reward.title, points: reward.points, coupon, at: shop.now(), returned: false };
    shopper.redemptions.push(redemption);
    shopper.entries.unshift({ id: `e${shop.next()}`, change: -reward.points, kind: 'redemption', text: reward.title, at: shop.now() });
    return ok(redemptionOf(redemption), 201);
  },

  'DELETE /points/redemptions/{id}': (asked, shop, { id }) => {
    const shopper = signedIn(shop, asked);
    const redemption = shopper.redemptions.find((each) => each.id === id);
    if (!redemption) throw new Refusal(422, 'unknown_redemption', 'There is no such redemption.');
    if (redemption.returned) throw new Refusal(409, 'returned_before', 'It was given back before.');
    redemption.returned = true;
    shop.rewards.find((each) => each.id === redemption.rewardId)?.codes.push(redemption.coupon);
    shopper.entries.unshift({ id: `e${shop.next()}`, change: redemption.points, kind: 'returned', text: redemption.title, at: shop.now() });
    return ok(redemptionOf(redemption));
  },
};
