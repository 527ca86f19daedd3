/** A host with a shop’s file, for the conformance kit. */
import type { AdapterSetup, World } from '@aftercart/adapter-kit';
import { staticAdapter } from '../index.ts';
import { proof } from './proof.ts';

const ADDRESS = 'https://shop.example/shop.json';

const fileOf = ({ faq = {}, contact, policies, points, referrals }: World) => ({
  defaultLocale: 'en',
  faq: { locales: Object.fromEntries(Object.entries(faq).map(([locale, items]) => [locale, { items, contact }])) },
  ...(policies && { returns: { policies } }),
  ...(points && {
    points: { ...points, rewards: points.rewards.map(({ name, title, points: price }) => ({ id: name, kind: 'other', title, cost: { type: 'fixed', points: price } })) },
  }),
  referrals,
});

export function setUp(): AdapterSetup {
  let file = '{}';
  let now = 0;
  return {
    create: ({ fetch }) => staticAdapter({ src: ADDRESS, fetch, now: () => now }),
    fetch: async (url, init) => {
      init?.signal?.throwIfAborted();
      return url === ADDRESS ? new Response(file, { headers: { 'content-type': 'application/json' } }) : new Response('<h1>Not found</h1>', { status: 404 });
    },
    async seed(world) {
      file = JSON.stringify(fileOf(world));
      now = Date.parse(world.now);
      return {
        tokens: Object.fromEntries(world.shoppers.map(({ name }) => [name, `token-of-${name}`])),
        orders: {},
        rewards: Object.fromEntries(world.points?.rewards.map(({ name }) => [name, name]) ?? []),
      };
    },
    inspect: {},
    skip: proof.skip,
  };
}
