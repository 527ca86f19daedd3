/** What the shop holds, for who looks past an adapter. */
import { Refusal } from '../exchange.ts';
import { balanceOf, type Shop } from './shop.ts';

type Question = (shop: Shop, about: (name: string) => string) => unknown;

const shopperOf = (shop: Shop, name: string) => {
  const found = shop.shoppers.find((shopper) => shopper.name === name);
  if (!found) throw new Refusal(404, 'not_found', `The world has no shopper “${name}”.`);
  return found;
};

const QUESTIONS: Readonly<Record<string, Question>> = {
  balance: (shop, about) => balanceOf(shopperOf(shop, about('shopper'))),
  ledger: (shop, about) => shopperOf(shop, about('shopper')).entries.map(({ id, change }) => ({ id, delta: change })),
  redemptions: (shop, about) =>
    shopperOf(shop, about('shopper')).redemptions.map(({ id, rewardId, points, returned }) => ({ id, rewardId, pointsSpent: points, revoked: returned })),
  enrolled: (shop, about) => shopperOf(shop, about('shopper')).member,
  reviews: (shop, about) => shopperOf(shop, about('shopper')).reviews.map(({ id, stars, text }) => ({ id, rating: stars, body: text, status: 'pending' })),
  claims: ({ claims }) => claims.map(({ code, email }) => ({ code, email })),
  votes: ({ votes }, about) => {
    const entry = about('entry');
    return votes.filter(({ entryId }) => entryId === entry).map(({ helpful }) => ({ helpful }));
  },
  parcels: ({ orders }, about) => {
    const wanted = about('order');
    const order = orders.find(({ number }) => number === wanted);
    return order?.parcels.map(({ number, stops }) => ({ trackingNumber: number, events: stops.length })) ?? [];
  },
};

/** @throws Refusal for a question that there is not, or that lacks what it is about. */
export function inspect(shop: Shop, name: string, query: URLSearchParams): unknown {
  const question = Object.hasOwn(QUESTIONS, name) && QUESTIONS[name];
  if (!question) throw new Refusal(404, 'not_found', `There is no “${name}” to inspect; there are ${Object.keys(QUESTIONS).join(', ')}.`);
  return question(shop, (about) => {
    const value = query.get(about);
    if (value === null) throw new Refusal(400, 'invalid', `“${name}” needs ?${about}=….`);
    return value;
  });
}
