/** Who the shopper is: the token says it, and nothing else does. */
import type { AdapterContext } from '@aftercart/contract';
import { isAdapterError } from '@aftercart/contract';
import { hold, outcomeOf, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Answer } from '../methods.ts';
import { sample } from '../samples.ts';
import type { Trial } from '../trial.ts';
import { everyMethod } from './every.ts';
import { openRequests, REVIEW, submit } from './reviews.ts';

type Personal = 'points.account' | 'points.history' | 'referrals.link' | 'referrals.list' | 'reviews.requests' | 'tracking.shipments';

const ids = (answer: { items: { id: string }[] } | null): unknown => answer?.items.map(({ id }) => id).toSorted();

/** Methods whose answer is about the shopper, as far as it is a fact and not a time. */
const PERSONAL: { [M in Personal]: (answer: Answer<M>) => unknown } = {
  'points.account': (account) => account && { state: account.state, balance: account.balance },
  'points.history': ids,
  'referrals.link': (link) => link?.code,
  'referrals.list': ids,
  'reviews.requests': ids,
  'tracking.shipments': ids,
};

const personalOf = (trial: Trial): Personal[] => (Object.keys(PERSONAL) as Personal[]).filter((method) => trial.has(method));

const factOf = async (trial: Trial, method: Personal, context: AdapterContext, more: object = {}): Promise<unknown> =>
  PERSONAL[method]((await trial.ask(method, { ...sample(trial, method), ...more }, context)) as never);

/** Each personal method’s facts about a shopper. */
const factsOf = async (trial: Trial, shopper: string) => {
  const facts: Record<string, unknown> = {};
  for (const method of personalOf(trial)) facts[method] = await factOf(trial, method, trial.context(shopper));
  return facts;
};

const isEmpty = (fact: unknown): boolean => fact == null || (Array.isArray(fact) && !fact.length);

/** Nothing that the one has is the other’s: ids and codes are of one shopper, and so are accounts where the balances differ. */
function areApart(trial: Trial, method: Personal, ann: unknown, ben: unknown): void {
  const isAlike = method === 'points.account' && trial.shopper('ann').balance === trial.shopper('ben').balance;
  if (isAlike || (isEmpty(ann) && isEmpty(ben))) return;
  hold(JSON.stringify(ann) !== JSON.stringify(ben), `${method} shows Ben what is Ben’s`, { expected: 'something else than what Ann was shown', came: ben, todo: 'Ask the backend with the token of the call, not with one that was kept.' });
}

function needPersonal(trial: Trial): void {
  if (!personalOf(trial).length) trial.lacks('no method whose answer is personal');
  trial.shopper('ann');
  trial.shopper('ben');
}

export const identityChecks = checksOf('identity', [
  {
    name: 'each token sees its own shopper, in any order',
    needs: [],
    async run(trial) {
      needPersonal(trial);
      const ann = await factsOf(trial, 'ann');
      const ben = await factsOf(trial, 'ben');
      for (const method of personalOf(trial)) areApart(trial, method, ann[method], ben[method]);
      same(await factsOf(trial, 'ann'), ann, 'after Ben, Ann sees what is Ann’s', 'Keep nothing between two calls.');
    },
  },
  {
    name: 'calls at the same time don’t mix their shoppers',
    needs: [],
    async run(trial) {
      needPersonal(trial);
      for (const method of personalOf(trial)) {
        const [ann, ben] = [await factOf(trial, method, trial.context('ann')), await factOf(trial, method, trial.context('ben'))];
        const together = await Promise.all(['ann', 'ben', 'ann', 'ben'].map((shopper) => factOf(trial, method, trial.context(shopper))));
        same(together, [ann, ben, ann, ben], `${method} keeps calls apart`, 'Keep token and shopper in variables of the call, not of the adapter.');
      }
    },
  },
  {
    name: 'the token is asked for in every call',
    needs: ['points.account'],
    async run(trial) {
      needPersonal(trial);
      const tokens = [trial.seeded.tokens['ann']!, trial.seeded.tokens['ben']!];
      const context = trial.context('ann', { token: () => Promise.resolve(tokens.length > 1 ? tokens.shift()! : tokens[0]!) });
      const [ann, ben] = [await factOf(trial, 'points.account', context), await factOf(trial, 'points.account', context)];
      areApart(trial, 'points.account', ann, ben);
      same([ann, ben], [await factOf(trial, 'points.account', trial.context('ann')), await factOf(trial, 'points.account', trial.context('ben'))], 'another token is another shopper, though the context is the same', 'Call `context.token()` in each call: core renews it.');
    },
  },
  {
    name: 'a shopper named in the input changes nothing',
    needs: [],
    async run(trial) {
      needPersonal(trial);
      const { email } = trial.shopper('ben');
      const strangers = Object.fromEntries(['customerId', 'customer_id', 'customer', 'shopper', 'shopperId', 'userId', 'user', 'memberId', 'sub'].map((key) => [key, 'ben']));
      for (const method of personalOf(trial)) {
        const expected = await factOf(trial, method, trial.context('ann'));
        const outcome = await outcomeOf(factOf(trial, method, trial.context('ann'), { ...strangers, email, token: trial.seeded.tokens['ben'] }));
        // To refuse what it does not know is a backend’s right.
        if ('error' in outcome) hold(isAdapterError(outcome.error), `${method} refuses in the contract’s words`, { expected: 'an AdapterError', came: outcome.error, todo: 'Take from the input what the contract names.' });
        else same(outcome.answer, expected, `${method} is about the shopper of the token`, 'Take from the input what the contract names, and identity from the token.');
      }
    },
  },
  {
    name: 'nobody sees an order of somebody else',
    needs: [],
    async run(trial) {
      const { number } = trial.order('bens');
      trial.shopper('ann');
      if (!trial.has('returns.deadline') && !trial.has('tracking.shipments')) return trial.lacks('no method that is about an order');
      if (trial.has('returns.deadline')) same(await trial.call('returns.deadline', { orderNumber: number }, trial.context('ann')), null, 'returns.deadline of Ben’s order is null to Ann', 'Look the order up among those of the token’s shopper.');
      if (trial.has('tracking.shipments')) same(await trial.call('tracking.shipments', { orderNumber: number }, trial.context('ann')), null, 'tracking.shipments of Ben’s order is null to Ann', 'Look the order up among those of the token’s shopper.');
    },
  },
  {
    name: 'nobody gives back what somebody else redeemed',
    needs: ['points.redeem', 'points.revoke'],
    inspects: ['redemptions', 'balance'],
    async run(trial) {
      const { id } = await trial.call('points.redeem', { rewardId: trial.reward('small').id }, trial.context('ann'));
      const balances = async () => [await trial.inspect.balance('ann'), await trial.inspect.balance('ben')];
      const before = await balances();
      await refuses(trial.ask('points.revoke', { redemptionId: id }, trial.context('ben')), [], 'Ben can’t give Ann’s redemption back', 'Look it up among those of the token’s shopper.');
      same(await balances(), before, 'and nothing has changed', 'Look it up among those of the token’s shopper.');
    },
  },
  {
    name: 'nobody changes what somebody else wrote',
    needs: ['reviews.requests', 'reviews.submit'],
    inspects: ['reviews'],
    async run(trial) {
      trial.shopper('ben');
      if (!trial.has('reviews.edit') && !trial.has('reviews.withdraw')) return trial.lacks('no method that changes a review');
      const [request, other] = await openRequests(trial);
      const { id } = await submit(trial, request!.id);
      const before = await trial.inspect.reviews('ann');
      if (trial.has('reviews.edit')) await refuses(trial.ask('reviews.edit', { reviewId: id, rating: 1, body: 'Ben was here.' }, trial.context('ben')), [], 'Ben can’t edit Ann’s review', 'Look it up among those of the token’s shopper.');
      if (trial.has('reviews.withdraw')) await refuses(trial.ask('reviews.withdraw', { reviewId: id }, trial.context('ben')), [], 'Ben can’t withdraw Ann’s review', 'Look it up among those of the token’s shopper.');
      if (other) await refuses(trial.ask('reviews.submit', { requestId: other.id, ...REVIEW, incentivised: false }, trial.context('ben')), [], 'Ben can’t review what Ann bought', 'Look the request up among those of the token’s shopper.');
      same(await trial.inspect.reviews('ann'), before, 'and nothing has changed', 'Look it up among those of the token’s shopper.');
    },
  },
  {
    name: 'a guest has no account and sees nothing personal',
    needs: [],
    async run(trial) {
      const methods = personalOf(trial);
      if (!methods.length) return trial.lacks('no method whose answer is personal');
      for (const method of methods) {
        const outcome = await outcomeOf(trial.ask(method, sample(trial, method), trial.context(null)));
        if ('error' in outcome) {
          hold(isAdapterError(outcome.error) && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(outcome.error.code), `${method} of a guest`, { expected: 'UNAUTHENTICATED', came: outcome.error, todo: 'The element then invites to sign in.' });
          continue;
        }
        const answer = outcome.answer as { state?: string; balance?: number; items?: unknown[] } | null;
        const isNothing = answer === null || answer.items?.length === 0 || (answer.state === 'guest' && answer.balance === 0);
        hold(isNothing, `${method} of a guest`, { expected: 'UNAUTHENTICATED, null, an empty list, or an account of state `guest`', came: answer, todo: '`token()` is null: nobody is signed in.' });
      }
    },
  },
  {
    name: 'a guest changes nothing that is a shopper’s',
    needs: ['points.redeem'],
    async run(trial) {
      await refuses(trial.ask('points.redeem', sample(trial, 'points.redeem'), trial.context(null)), ['UNAUTHENTICATED', 'FORBIDDEN'], 'a guest redeems nothing', 'Answer UNAUTHENTICATED: the element then invites to sign in.');
    },
  },
  {
    name: 'a token that can’t be had is a failure, not a guest',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        let isAsked = false;
        const token = () => {
          isAsked = true;
          return Promise.reject(new Error('The shop’s token endpoint is down.'));
        };
        const outcome = await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann', { token })));
        hold(!isAsked || 'error' in outcome, `${capability} fails when the token can’t be had`, { expected: 'a rejection', came: outcome, todo: 'Let what `token()` rejects with through: the shopper is signed in and would be shown nothing.' });
      }),
  },
]);
