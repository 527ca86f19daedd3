/** Texts and names that try to break something, and what callers must be able to rely on. */
import { hold, outcomeOf, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import { isAdapterError } from '@aftercart/contract';
import { sample } from '../samples.ts';
import type { Trial } from '../trial.ts';
import { HOSTILE, HOSTILE_NAMES, hostile } from '../worlds/hostile.ts';
import { everyMethod } from './every.ts';
import { codeOfAnn } from './referrals.ts';
import { openRequests, submit } from './reviews.ts';

const AS_IT_IS = 'Hand texts on as they are: elements show text as text. Don’t escape, trim, normalise or cut.';

/** Names of an object’s own machinery, which a lookup in a plain object finds. */
const MACHINERY = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** Each text that the world holds is among those that came. */
function hasAll(came: readonly (string | null | undefined)[], expected: readonly string[], rule: string): void {
  const missing = expected.find((text) => !came.includes(text));
  hold(missing === undefined, rule, { expected: missing, came, todo: AS_IT_IS });
}

const ALL = HOSTILE_NAMES.map((name) => HOSTILE[name]);
const needTexts = (trial: Trial, texts: readonly (string | null | undefined)[] | undefined): void => {
  if (!ALL.some((text) => texts?.some((held) => held?.includes(text)))) trial.lacks('none of these texts');
};

export const hostileChecks = checksOf('hostile', [
  {
    name: 'faq.entries hands hostile texts on as they are',
    needs: ['faq.entries'],
    world: hostile,
    async run(trial) {
      needTexts(trial, trial.world.faq?.['en']?.map(({ question }) => question));
      const { items } = await trial.call('faq.entries', {}, trial.context(null));
      hasAll(items.map(({ question }) => question), ALL, 'questions are as they were written');
      hasAll(items.map(({ answer }) => answer), ALL, 'answers are as they were written');
    },
  },
  {
    name: 'points.program hands hostile texts on as they are',
    needs: ['points.program'],
    world: hostile,
    async run(trial) {
      needTexts(trial, trial.world.points?.rewards.map(({ title }) => title));
      const program = await trial.call('points.program', {}, trial.context('ann'));
      hasAll(program?.rewards.map(({ title }) => title) ?? [], ALL, 'the titles of rewards are as they were written');
    },
  },
  {
    name: 'returns.policy hands hostile texts on as they are',
    needs: ['returns.policy'],
    world: hostile,
    async run(trial) {
      const [expected] = trial.world.policies ?? [];
      needTexts(trial, expected?.exclusions.map(({ label }) => label));
      const policy = await trial.call('returns.policy', { country: expected!.applicableCountry[0] }, trial.context(null));
      hasAll(policy?.exclusions.map(({ label }) => label) ?? [], ALL, 'labels are as they were written');
      same(policy?.conditions, expected!.conditions, 'conditions are as they were written', AS_IT_IS);
    },
  },
  {
    name: 'tracking.shipments hands hostile texts on as they are',
    needs: ['tracking.shipments'],
    world: hostile,
    async run(trial) {
      const { number, parcels } = trial.order('sent');
      needTexts(trial, parcels[0]?.events.map(({ description }) => description));
      const answer = await trial.call('tracking.shipments', { orderNumber: number }, trial.context('ann'));
      const events = answer?.items.flatMap((shipment) => shipment.events) ?? [];
      hasAll(events.map(({ description }) => description), ALL, 'the carrier’s words are as they were written');
    },
  },
  {
    name: 'reviews.requests hands hostile texts on as they are',
    needs: ['reviews.requests'],
    world: hostile,
    async run(trial) {
      needTexts(trial, trial.order('delivered').items.map(({ name }) => name));
      const { items } = await trial.call('reviews.requests', {}, trial.context('ann'));
      hasAll(items.map(({ product }) => product.name), ALL, 'the names of products are as they were written');
    },
  },
  {
    name: 'reviews.submit keeps hostile texts as they were typed',
    needs: ['reviews.requests', 'reviews.submit'],
    inspects: ['reviews'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const body = ALL.join('\n');
      const review = await submit(trial, request!.id, { body, title: HOSTILE.html });
      const kept = (await trial.inspect.reviews('ann')).find(({ id }) => id === review.id);
      same([review.body, review.title, kept?.body], [body, HOSTILE.html, body], 'a review is kept as it was typed', AS_IT_IS);
    },
  },
  {
    name: 'referrals.claim takes an address with unusual signs as it is',
    needs: ['referrals.claim', 'referrals.link'],
    inspects: ['claims'],
    async run(trial) {
      const before = (await trial.inspect.claims()).length;
      await trial.call('referrals.claim', { code: await codeOfAnn(trial), email: "o'brien+a&b=c%20#x@friends.example" }, trial.context(null));
      same((await trial.inspect.claims()).length, before + 1, 'the claim is there', 'Encode what goes into an address; send it in a body.');
    },
  },
  {
    name: 'what is searched for is a text and nothing else',
    needs: ['faq.search'],
    async run(trial) {
      for (const query of [...ALL, '%', '_', '"', '(', '*', '', ' ', 'a'.repeat(500)]) {
        const outcome = await outcomeOf(trial.call('faq.search', { query }, trial.context(null)));
        hold('answer' in outcome, `a search for ${JSON.stringify(query.slice(0, 40))} is a search`, { expected: 'hits, or none', came: 'error' in outcome && outcome.error, todo: 'Encode the query; where the backend has a query language, quote it.' });
      }
    },
  },
  {
    name: 'names of an object’s own machinery name nothing',
    needs: [],
    async run(trial) {
      const asks = [
        ['tracking.shipments', (name: string) => ({ orderNumber: name })],
        ['returns.deadline', (name: string) => ({ orderNumber: name })],
        ['faq.entries', (name: string) => ({ category: name })],
        ['points.redeem', (name: string) => ({ rewardId: name })],
        ['points.revoke', (name: string) => ({ redemptionId: name })],
        ['faq.vote', (name: string) => ({ entryId: name, helpful: true })],
      ] as const;
      const known = asks.filter(([method]) => trial.has(method));
      if (!known.length) return trial.lacks('no method that looks something up');
      for (const [method, inputOf] of known) {
        for (const name of MACHINERY) {
          const outcome = await outcomeOf(trial.ask(method, inputOf(name), trial.context('ann')));
          const answer = 'answer' in outcome ? (outcome.answer as { items?: unknown[] } | null) : undefined;
          const isNothing = 'error' in outcome ? isAdapterError(outcome.error) : answer === null || answer?.items?.length === 0;
          hold(isNothing, `${method} finds nothing called ${name}`, { expected: 'null, an empty list or an AdapterError', came: 'error' in outcome ? outcome.error : outcome.answer, todo: 'Use a Map, or Object.hasOwn, for lookups.' });
        }
      }
    },
  },
  {
    name: 'the locale may be any tag',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        for (const locale of ['zh-Hant-TW', 'sr-Latn-RS', 'de-DE-u-co-phonebk', '__proto__', 'x']) {
          const outcome = await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann', { locale })));
          hold('answer' in outcome || isAdapterError(outcome.error), `${capability} answers in ${locale}`, { expected: 'an answer in the nearest language', came: 'error' in outcome && outcome.error, todo: 'Fall back to the default language.' });
        }
      }, { writes: false }),
  },
  {
    name: 'what the adapter is given stays as it was',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        const input: unknown = sample(trial, capability);
        const before = structuredClone(input);
        await outcomeOf(trial.ask(capability, input, trial.context('ann')));
        same(input, before, `${capability} does not change its input`, 'The input is the caller’s: make a copy.');
      }),
  },
]);
