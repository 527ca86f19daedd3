/** Returns: the policy, the last day for an order, and the statutory withdrawal in its two steps. */
import { hold, outcomeOf, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Trial } from '../trial.ts';

/** Milliseconds after which no period of withdrawal is open: 90 days. */
const LONG_AFTER = 90 * 86_400_000;

/** First step of a withdrawal from Ann’s delivered order. */
async function declare(trial: Trial, shopper: string | null = 'ann') {
  const { number, email } = trial.order('delivered');
  const input = { step: 'declare' as const, orderNumber: number, name: 'Ann Ash', email };
  return { input, result: await trial.call('returns.withdraw', input, trial.context(shopper)) };
}

/** What has to be passed back to confirm. */
export async function confirmationOf(trial: Trial, shopper: string | null = 'ann'): Promise<string> {
  const { result } = await declare(trial, shopper);
  hold(result.step === 'confirm', 'the first step asks for confirmation', { expected: '`step: "confirm"`', came: result, todo: 'Nothing may be withdrawn before the shopper has confirmed (Art. 11a Directive 2011/83/EU).' });
  return result.confirmation;
}

export const returnsChecks = checksOf('returns', [
  {
    name: 'returns.policy is that of the country',
    needs: ['returns.policy'],
    async run(trial) {
      const { policies } = trial.world;
      if (!policies?.length) return trial.lacks('no return policy');
      for (const expected of policies) {
        const country = expected.applicableCountry[0];
        if (!country) continue;
        const policy = await trial.call('returns.policy', { country }, trial.context(null));
        const facts = (value: typeof policy) => ({
          days: value?.merchantReturnDays, category: value?.returnPolicyCategory, fees: value?.customerRemorseReturnFees, statutory: value?.statutory?.days,
          exclusions: value?.exclusions.map(({ label }) => label), outcomes: value?.outcomes.map(({ refundType }) => refundType),
        });
        same(facts(policy), facts(expected), `the policy for ${country} is that of the backend`, 'Money is in minor units, days are days, and the words are those of schema.org.');
      }
    },
  },
  {
    name: 'returns.policy is null where there is none',
    needs: ['returns.policy'],
    async run(trial) {
      const country = 'AQ';
      if (!trial.world.policies || trial.world.policies.some(({ applicableCountry }) => !applicableCountry.length || applicableCountry.includes(country))) return trial.lacks('a policy for every country');
      const policy = await trial.call('returns.policy', { country }, trial.context(null));
      same(policy, null, 'a country without a policy has none', 'Answer null, not the policy of another country.');
    },
  },
  {
    name: 'returns.deadline is about the order that was asked for',
    needs: ['returns.deadline'],
    async run(trial) {
      const { number, deliveredAt } = trial.order('delivered');
      const deadline = await trial.call('returns.deadline', { orderNumber: number }, trial.context('ann'));
      hold(deadline, 'an order of the shopper’s own has a deadline', { expected: 'a ReturnDeadline', came: deadline, todo: 'Find the order by the number that the shopper knows.' });
      same(deadline.orderNumber, number, 'the answer names the order', 'Answer the number as the shopper knows it.');
      const day = deliveredAt?.slice(0, 10);
      const nextDay = day && new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      hold(deadline.deliveredOn == null || [day, nextDay].includes(deadline.deliveredOn), '`deliveredOn` is the day of receipt', { expected: day, came: deadline.deliveredOn, todo: 'The day in the shop’s time zone; null when it is not known.' });
    },
  },
  {
    name: 'returns.deadline is null for an order that there is not',
    needs: ['returns.deadline'],
    async run(trial) {
      same(await trial.call('returns.deadline', { orderNumber: 'NO-SUCH-ORDER' }, trial.context('ann')), null, 'not found is null', 'Answer null, not an error.');
    },
  },
  {
    name: 'returns.deadline closes when its days are over',
    needs: ['returns.deadline'],
    uses: ['clock.advance'],
    async run(trial) {
      const look = () => trial.call('returns.deadline', { orderNumber: trial.order('delivered').number }, trial.context('ann'));
      if (!(await look())?.withdrawable) return trial.lacks('no order that can be withdrawn from');
      await trial.advance(LONG_AFTER);
      same((await look())?.withdrawable, false, 'after the last day nothing can be withdrawn', 'Compare the last day with today, the backend’s today.');
    },
  },
  {
    name: 'returns.withdraw withdraws nothing before it is confirmed',
    needs: ['returns.withdraw'],
    inspects: ['withdrawals'],
    async run(trial) {
      const { number } = trial.order('delivered');
      const { result } = await declare(trial);
      hold(result.step === 'confirm' && result.declaration.includes(number), 'the first step says what is about to be declared', { expected: `words that name ${number}`, came: result, todo: 'Word for word, as it will be sent.' });
      same(await trial.inspect.withdrawals(), [], 'nothing is withdrawn yet', 'Two steps: declare, then confirm (Art. 11a Directive 2011/83/EU).');
    },
  },
  {
    name: 'returns.withdraw gives a receipt for what was confirmed',
    needs: ['returns.withdraw'],
    inspects: ['withdrawals'],
    async run(trial) {
      const { number, email } = trial.order('delivered');
      const done = await trial.call('returns.withdraw', { step: 'confirm', confirmation: await confirmationOf(trial) }, trial.context('ann'));
      hold(done.step === 'done', 'the second step is the last', { expected: '`step: "done"` with a receipt', came: done, todo: 'Answer the receipt, for the shopper to keep.' });
      same([done.receipt.orderNumber, done.receipt.email, done.receipt.name], [number, email, 'Ann Ash'], 'the receipt says who withdraws from what', 'Time-stamped, and on a durable medium (Art. 11a(4)).');
      same(await trial.inspect.withdrawals(), [{ orderNumber: number, email }], 'the backend has the withdrawal', 'The backend must have it before the adapter answers.');
    },
  },
  {
    name: 'returns.withdraw refuses a confirmation that it never gave',
    needs: ['returns.withdraw'],
    inspects: ['withdrawals'],
    async run(trial) {
      await refuses(trial.ask('returns.withdraw', { step: 'confirm', confirmation: 'made-up' }, trial.context('ann')), ['INVALID_REQUEST', 'CONFLICT'], 'a made-up confirmation is refused', 'Answer INVALID_REQUEST.');
      same(await trial.inspect.withdrawals(), [], 'a refusal changes nothing', 'Check the confirmation in the backend.');
    },
  },
  {
    name: 'returns.withdraw is open to guests',
    needs: ['returns.withdraw'],
    inspects: ['withdrawals'],
    async run(trial) {
      const { number, email } = trial.order('delivered');
      const done = await outcomeOf(trial.ask('returns.withdraw', { step: 'confirm', confirmation: await confirmationOf(trial, null) }, trial.context(null)));
      hold('answer' in done, 'nobody has to sign in to withdraw', { expected: 'a receipt', came: 'error' in done && done.error, todo: 'The right is that of the consumer, with or without an account.' });
      same(await trial.inspect.withdrawals(), [{ orderNumber: number, email }], 'the backend has the withdrawal', 'The backend must have it before the adapter answers.');
    },
  },
]);
