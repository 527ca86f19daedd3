/**
 * The demo shop for the conformance kit. It can’t be filled: it tells the kit what it holds. Who is looking follows from the scenario there, so a
 * token is the name of one.
 */
import type { Adapter, AdapterContext } from '@aftercart/contract';
import type { AdapterSetup, OrderFact, World } from '@aftercart/adapter-kit';
import { adapterIn } from '../adapter.ts';
import { CURRENCY, MARIA, ORDERS, PRODUCTS } from '../catalogue.ts';
import { createEnvironment, type Environment } from '../environment.ts';
import { ENTRIES } from '../faq/entries.ts';
import { faq as german } from '../faq/locales/de.ts';
import { faq as english } from '../faq/locales/en.ts';
import { words } from '../locales/en.ts';
import { DEFAULT_LINKS, type Scenario } from '../options.ts';
import { keepBooks } from '../points/ledger.ts';
import { memberOf } from '../points/member.ts';
import { ledgerOf } from '../points/seed.ts';
import { advocateOffer, friendOffer } from '../referrals/offers.ts';
import { policyFor } from '../returns/policies.ts';
import { reviewsOf } from '../reviews/seed.ts';
import type { State } from '../state.ts';
import { memoryStore, type Store } from '../store.ts';
import { checkpoint, DAY, HOUR, instant } from '../time.ts';
import { PARCELS } from '../tracking/parcels.ts';
import { NOW } from './shop.ts';
import { proof } from './proof.ts';

/** Who the kit’s shoppers are in the demo. */
const SCENARIOS: Readonly<Record<string, Scenario>> = { ann: 'member', ben: 'new-member', cleo: 'candidate', '': 'guest' };

interface Scene {
  environment: Environment;
  store: Store;
  adapter: Adapter;
}

const openScene = (scenario: Scenario, now: () => number): Scene => {
  const store = memoryStore();
  const environment = createEnvironment({ scenario, latency: 0, now, liveInterval: 1 }, store);
  return { environment, store, adapter: adapterIn(environment) };
};

type AnyMethod = (input: unknown, context: AdapterContext) => unknown;

/** One adapter over all scenes: each call goes to the scene of its token. */
function adapterOver(sceneOf: (token: string | null) => Scene): Adapter {
  const adapter = { ...openScene('member', () => NOW).adapter };
  for (const [name, service] of Object.entries(adapter)) {
    if (typeof service !== 'object') continue;
    const methodIn = (scene: Scene, method: string) => (scene.adapter as unknown as Record<string, Record<string, AnyMethod>>)[name]![method]!;
    const methods = Object.keys(service).map((method): [string, AnyMethod] => [
      method,
      method === 'subscribe'
        ? async function* (input, context) {
            yield* methodIn(sceneOf(await context.token()), method)(input, context) as AsyncIterable<unknown>;
          }
        : async (input, context) => methodIn(sceneOf(await context.token()), method)(input, context),
    ]);
    Object.assign(adapter, { [name]: Object.fromEntries(methods) });
  }
  return adapter;
}

const orderFact = (name: string, number: string): OrderFact => {
  const order = ORDERS.find((known) => known.number === number)!;
  return {
    name,
    shopper: 'ann',
    ...MARIA,
    placedAt: instant(NOW - order.placed * DAY),
    ...(order.delivered !== undefined && { deliveredAt: instant(NOW - order.delivered * DAY) }),
    items: order.items.map((id) => ({ name: PRODUCTS[id].name, quantity: 1, price: { amount: PRODUCTS[id].price, currency: CURRENCY } })),
    parcels: PARCELS.filter((parcel) => parcel.order === number).map(({ carrier, number: trackingNumber, steps }) => ({
      carrier,
      trackingNumber,
      events: steps.map(([hours, status, text, , precision = 'minute', offset = null]) => ({
        status, time: checkpoint(NOW - hours * HOUR, precision, offset), description: words.tracking.events[text],
      })),
    })),
  };
};

const NUMBERS = { sent: 'NP-10241', delivered: 'NP-10218', older: 'NP-10197', guests: 'NP-10236' };
const REWARDS = { small: ['five-off', 500], big: ['gift-card', 2_500], last: ['hut-night', 900] } as const;
const BALANCE = 2_090;

const faqIn = ({ categories, entries }: typeof english): NonNullable<World['faq']>[string] =>
  ENTRIES.map((entry) => ({
    id: entry.id, question: entries[entry.id][0], answer: entries[entry.id][1], format: 'html' in entry ? ('html' as const) : ('text' as const),
    category: { id: entry.category, name: categories[entry.category] },
  }));

const NORTHPINE: NonNullable<Awaited<ReturnType<AdapterSetup['seed']>>['world']> = {
  shoppers: [
    { name: 'ann', email: MARIA.email, member: true, balance: BALANCE },
    { name: 'ben', email: 'alex@example.com', member: true, balance: 0 },
    { name: 'cleo', email: 'cleo@example.com', member: false, balance: 0 },
  ],
  orders: Object.entries(NUMBERS).map(([name, number]) => orderFact(name, number)),
  points: {
    decimals: 0, tiers: [], earningRules: [],
    rewards: Object.entries(REWARDS).map(([name, [id, points]]) => ({ name, title: words.rewards[id][0], points, codes: [] })),
  },
  referrals: { active: true, advocateOffer: advocateOffer(words), friendOffer: friendOffer(words) },
  // The last of them is for every other country.
  policies: ['GR', 'US', 'JP'].map((country) => policyFor({ country }, words, DEFAULT_LINKS, NOW)),
  faq: { en: faqIn(english), de: faqIn(german) },
  contact: undefined,
};

export function setUp(): AdapterSetup {
  let scenes: Record<string, Scene> = {};
  let now = NOW;
  const look = async <T>(shopper: string, answer: (state: State, environment: Environment) => T): Promise<T> => {
    const { store, environment } = scenes[shopper]!;
    return answer(await store.read(), environment);
  };
  const lookEverywhere = async <T>(answer: (state: State) => T[]): Promise<T[]> => (await Promise.all(Object.keys(scenes).map((name) => look(name, answer)))).flat();

  return {
    create: () => adapterOver((token) => scenes[token ?? '']!),
    async seed() {
      // Its facts are counted from here.
      now = NOW;
      scenes = Object.fromEntries(Object.entries(SCENARIOS).map(([name, scenario]) => [name, openScene(scenario, () => now)]));
      return {
        world: NORTHPINE,
        tokens: { ann: 'ann', ben: 'ben', cleo: 'cleo' },
        orders: NUMBERS,
        rewards: Object.fromEntries(Object.entries(REWARDS).map(([name, [id]]) => [name, id])),
      };
    },
    clock: { now: () => now, advance: async (milliseconds) => void (now += milliseconds) },
    inspect: {
      balance: (shopper) => look(shopper, (state, environment) => keepBooks(ledgerOf(environment, state).entries, NOW).balance),
      ledger: (shopper) => look(shopper, (state, environment) => keepBooks(ledgerOf(environment, state).entries, NOW).lines.map(({ id, delta }) => ({ id, delta }))),
      redemptions: (shopper) =>
        look(shopper, (state, environment) =>
          ledgerOf(environment, state).redemptions.map(({ id, rewardId, points }) => ({ id, rewardId, pointsSpent: points, revoked: state.revoked.includes(id) }))),
      enrolled: (shopper) => look(shopper, (state, environment) => memberOf(environment, state).state === 'member'),
      claims: () => lookEverywhere(({ claims }) => claims.map(({ code, friend }) => ({ code, email: friend }))),
      reviews: (shopper) => look(shopper, (state, environment) => reviewsOf(environment, state, words).map(({ id, rating, body, status }) => ({ id, rating, body: body ?? null, status }))),
      withdrawals: () => lookEverywhere(({ receipts }) => receipts.map(({ orderNumber, email }) => ({ orderNumber, email }))),
      parcels: async (orderNumber) => PARCELS.filter(({ order }) => order === orderNumber).map(({ number, steps }) => ({ trackingNumber: number, events: steps.length })),
    },
    skip: proof.skip,
  };
}
