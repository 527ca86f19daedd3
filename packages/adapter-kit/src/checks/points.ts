/** Points: what an account has, what a program offers, and what spending does. */
import { hold, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import { longLedger, SMALL_ENTRIES } from '../worlds/large.ts';
import { hears } from './live.ts';
import { walk } from './walk.ts';

export const pointsChecks = checksOf('points', [
  {
    name: 'points.account tells the balance that the backend has',
    needs: ['points.account'],
    inspects: ['balance'],
    async run(trial) {
      const account = await trial.call('points.account', {}, trial.context('ann'));
      same(account?.balance, await trial.inspect.balance('ann'), 'the balance is that of the backend, scaled by `decimals`', 'Check the unit: points are integers, `decimals` says where the point is.');
    },
  },
  {
    name: 'points.account is of zeros for who has nothing',
    needs: ['points.account'],
    async run(trial) {
      trial.shopper('cleo');
      const account = await trial.call('points.account', {}, trial.context('cleo'));
      hold(account === null || (account.balance === 0 && account.state !== 'member'), 'a shopper without a ledger has zeros, not an error', {
        expected: 'null, or state `candidate` and balance 0', came: account, todo: 'Treat “no such customer in the program” as a candidate with zeros.',
      });
    },
  },
  {
    name: 'points.program offers the rewards of the backend at their price',
    needs: ['points.program'],
    async run(trial) {
      const program = await trial.call('points.program', {}, trial.context('ann'));
      const { points } = trial.world;
      if (!points) return trial.lacks('no points program');
      hold(program, 'there is a program', { expected: 'a PointsProgram', came: program, todo: 'null means that the shop has no program.' });
      same(program.decimals, points.decimals, '`decimals` is that of the program', 'Say how points are scaled; 0 for whole points.');
      const offered = program.rewards.filter((reward) => Object.values(trial.seeded.rewards ?? {}).includes(reward.id));
      const expected = Object.keys(trial.seeded.rewards ?? {}).map((name) => {
        const { id, title, points: price } = trial.reward(name);
        return { id, title, points: price };
      });
      const came = offered.map(({ id, title, cost }) => ({ id, title, points: cost.type === 'fixed' ? cost.points : cost.min }));
      const byId = (list: { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      same(byId(came), byId(expected), 'each reward has its id, title and price in points', 'Translate the rewards of the backend one to one.');
    },
  },
  {
    name: 'points.history has every entry once, newest first',
    needs: ['points.history'],
    inspects: ['ledger'],
    world: longLedger,
    async run(trial) {
      const ledger = await trial.inspect.ledger('ann');
      if (ledger.length < 8) return trial.lacks('fewer than eight ledger entries');
      const seen = await walk(trial, 'points.history', 5);
      same(seen.map(({ id }) => id).toSorted(), ledger.map(({ id }) => id).toSorted(), `${ledger.length} entries are walked in pages of 5, each once (the world asked for ${SMALL_ENTRIES} and more)`, 'Hand the cursor of the backend on as it is.');
      const deltas = new Map(ledger.map(({ id, delta }) => [id, delta]));
      const wrong = seen.find(({ id, delta }) => deltas.get(id) !== delta);
      hold(!wrong, '`delta` is what the entry changed', { expected: deltas.get(wrong?.id ?? ''), came: wrong, todo: 'Spent points are negative.' });
    },
  },
  {
    name: 'points.history has no more entries than asked for',
    needs: ['points.history'],
    world: longLedger,
    async run(trial) {
      const page = await trial.call('points.history', { limit: 3 }, trial.context('ann'));
      hold(page.items.length <= 3, '`limit` is the most that is wanted', { expected: 'at most 3 entries', came: page.items.length, todo: 'Hand `limit` on to the backend.' });
    },
  },
  {
    name: 'points.history is an empty list for who has none',
    needs: ['points.history'],
    inspects: ['ledger'],
    async run(trial) {
      trial.shopper('cleo');
      if ((await trial.inspect.ledger('cleo')).length) return trial.lacks('entries for a shopper who asked for none');
      const page = await trial.call('points.history', {}, trial.context('cleo'));
      same(page, { items: [] }, 'an empty ledger is an empty page without a next one', 'Answer `{ items: [], nextCursor: null }`.');
    },
  },
  {
    name: 'points.estimate is a whole number that grows with the cart',
    needs: ['points.estimate'],
    async run(trial) {
      const estimate = async (quantity: number) =>
        (await trial.call('points.estimate', { lines: [{ quantity, price: { amount: 1_000, currency: 'EUR' } }] }, trial.context('ann')))?.points;
      const [one, ten] = [await estimate(1), await estimate(10)];
      if (one === undefined || ten === undefined) return trial.lacks('no estimate for a line of which only the price is known');
      hold(ten >= one, 'ten cost more than one and earn no less', { expected: `at least ${one}`, came: ten, todo: 'Count the quantity. The price is in minor units (cents).' });
    },
  },
  {
    name: 'points.redeem takes the points that the reward costs',
    needs: ['points.redeem'],
    inspects: ['balance', 'redemptions'],
    async run(trial) {
      const reward = trial.reward('small');
      const [balance, before] = [await trial.inspect.balance('ann'), await trial.inspect.redemptions('ann')];
      const redemption = await trial.call('points.redeem', { rewardId: reward.id }, trial.context('ann'));
      same({ rewardId: redemption.rewardId, points: redemption.pointsSpent }, { rewardId: reward.id, points: reward.points }, 'the redemption tells what was redeemed and what it cost', 'Translate the backend’s answer to the act.');
      same(await trial.inspect.balance('ann'), balance - reward.points, 'the points are gone', 'The backend must book the redemption before the adapter answers.');
      const made = (await trial.inspect.redemptions('ann')).filter(({ id }) => !before.some((known) => known.id === id));
      same(made.map(({ id, rewardId }) => ({ id, rewardId })), [{ id: redemption.id, rewardId: reward.id }], 'the backend has this redemption, under this id', 'Answer the id that the backend knows, or it can’t be given back.');
    },
  },
  {
    name: 'points.redeem is refused to who has too few points',
    needs: ['points.redeem'],
    inspects: ['balance', 'redemptions'],
    async run(trial) {
      const reward = trial.reward('big');
      const [balance, redemptions] = [await trial.inspect.balance('ann'), await trial.inspect.redemptions('ann')];
      if (balance >= reward.points) return trial.lacks('no reward that is too expensive');
      await refuses(trial.ask('points.redeem', { rewardId: reward.id }, trial.context('ann')), ['INSUFFICIENT_POINTS'], 'a reward that costs too much is refused', 'Translate the backend’s refusal: the element says how many points are missing.');
      same([await trial.inspect.balance('ann'), await trial.inspect.redemptions('ann')], [balance, redemptions], 'a refusal changes nothing', 'Let the backend decide before it books.');
    },
  },
  {
    name: 'points.redeem is refused for a reward that there is not',
    needs: ['points.redeem'],
    inspects: ['balance'],
    async run(trial) {
      const balance = await trial.inspect.balance('ann');
      await refuses(trial.ask('points.redeem', { rewardId: 'no-such-reward' }, trial.context('ann')), ['INVALID_REQUEST', 'NOT_ELIGIBLE'], 'an unknown reward is refused', 'Answer INVALID_REQUEST.');
      same(await trial.inspect.balance('ann'), balance, 'a refusal changes nothing', 'Let the backend decide before it books.');
    },
  },
  {
    name: 'points.redeem is refused when the codes have run out',
    needs: ['points.redeem'],
    inspects: ['balance'],
    async run(trial) {
      const { id, codes } = trial.reward('last');
      if (codes.length !== 1) return trial.lacks('no reward with a single code');
      await trial.call('points.redeem', { rewardId: id }, trial.context('ann'));
      const balance = await trial.inspect.balance('ben');
      await refuses(trial.ask('points.redeem', { rewardId: id }, trial.context('ben')), ['REWARD_OUT_OF_STOCK'], 'what is gone is refused', 'Translate the backend’s “no codes left”.');
      same(await trial.inspect.balance('ben'), balance, 'a refusal changes nothing', 'Let the backend decide before it books.');
    },
  },
  {
    name: 'points.redeem is refused to who is no member',
    needs: ['points.redeem'],
    inspects: ['enrolled'],
    async run(trial) {
      trial.shopper('cleo');
      if (await trial.inspect.enrolled('cleo')) return trial.lacks('nobody who is no member');
      await refuses(trial.ask('points.redeem', { rewardId: trial.reward('last').id }, trial.context('cleo')), ['CUSTOMER_NOT_ENROLLED', 'INSUFFICIENT_POINTS', 'NOT_ELIGIBLE'], 'only members redeem', 'Answer CUSTOMER_NOT_ENROLLED: the element then invites to join.');
    },
  },
  {
    name: 'points.revoke gives the points back, once',
    needs: ['points.redeem', 'points.revoke'],
    inspects: ['balance', 'redemptions'],
    async run(trial) {
      const balance = await trial.inspect.balance('ann');
      const { id, revocable } = await trial.call('points.redeem', { rewardId: trial.reward('small').id }, trial.context('ann'));
      if (!revocable) return trial.lacks('no redemption that can be given back');
      const back = await trial.call('points.revoke', { redemptionId: id }, trial.context('ann'));
      same({ id: back.id, revocable: back.revocable }, { id, revocable: false }, 'what was given back can’t be given back again', 'Answer the redemption as it is now.');
      // A second act, with a key of its own.
      await trial.ask('points.revoke', { redemptionId: id }, trial.context('ann')).catch(() => {});
      same(await trial.inspect.balance('ann'), balance, 'all points are back, and no more', 'The backend must know that this redemption was given back.');
      same((await trial.inspect.redemptions('ann')).find((known) => known.id === id)?.revoked, true, 'the backend has it as given back', 'Call the backend’s own act for it.');
    },
  },
  {
    name: 'points.revoke is refused for a redemption that there is not',
    needs: ['points.revoke'],
    async run(trial) {
      await refuses(trial.ask('points.revoke', { redemptionId: 'no-such-redemption' }, trial.context('ann')), ['INVALID_REQUEST', 'CONFLICT', 'NOT_ELIGIBLE'], 'an unknown redemption is refused', 'Answer INVALID_REQUEST.');
    },
  },
  {
    name: 'points.enrol makes a member',
    needs: ['points.enrol'],
    inspects: ['enrolled'],
    async run(trial) {
      trial.shopper('cleo');
      same(await trial.inspect.enrolled('cleo'), false, 'she was none before', '`seed` must leave her out, or `inspect.enrolled` is wrong.');
      const account = await trial.call('points.enrol', {}, trial.context('cleo'));
      same([account.state, await trial.inspect.enrolled('cleo')], ['member', true], 'the answer and the backend say that she is a member', 'Answer the account after the act.');
    },
  },
  {
    name: 'points.subscribe tells what changed, and ends when it is told to',
    needs: ['points.subscribe', 'points.redeem', 'points.revoke'],
    inspects: ['balance'],
    async run(trial) {
      const { id } = trial.reward('small');
      let redeemed: string | undefined;
      const change = async () => {
        // There and back again, so that it can be done as often as it takes.
        if (redeemed !== undefined) await trial.call('points.revoke', { redemptionId: redeemed }, trial.context('ann'));
        redeemed = redeemed === undefined ? (await trial.call('points.redeem', { rewardId: id }, trial.context('ann'))).id : undefined;
      };
      await hears(trial, 'points.subscribe', change, async (told) => (told as { balance: number }).balance === (await trial.inspect.balance('ann')));
    },
  },
]);
