/** How the kit treats the backend and the author. */
import { expect, it } from 'vitest';
import { CHECKS, runChecks } from '../index.ts';
import { openSession } from '../session.ts';
import { shopSetup } from './shop/setup.ts';

const named = (name: string) => CHECKS.find((check) => check.name === name)!;
const READ = named('points.account answers a PointsAccount');
const OTHER_READ = named('points.program answers a PointsProgram');
const WRITE = named('points.enrol makes a member');

it('the backend is filled anew after a write, and not between reads', async () => {
  const setup = shopSetup();
  let seeds = 0;
  const session = openSession({
    ...setup,
    seed: (world) => {
      seeds++;
      return setup.seed(world);
    },
  });
  const seedsAfter: number[] = [];
  for (const check of [READ, OTHER_READ, WRITE, READ, named('faq.entries has all of a long list'), READ]) {
    await session.perform(check);
    seedsAfter.push(seeds);
  }
  expect(seedsAfter).toEqual([1, 1, 1, 2, 3, 4]);
});

it('checks that a runner starts together are made one after the other', async () => {
  const setup = shopSetup();
  let open = 0;
  let most = 0;
  const session = openSession({
    ...setup,
    async seed(world) {
      most = Math.max(most, ++open);
      const seeded = await setup.seed(world);
      open--;
      return seeded;
    },
  });
  const results = await Promise.all([WRITE, READ, WRITE, OTHER_READ].map((check) => session.perform(check)));
  expect(results.map(({ result }) => result.status)).toEqual(['passed', 'passed', 'passed', 'passed']);
  expect(most).toBe(1);
});

it('facts that the backend can’t hold, and questions that nobody answers, skip their checks and say so', async () => {
  const setup = shopSetup();
  const { results } = await runChecks(
    {
      ...setup,
      inspect: {},
      seed: async (world) => ({ ...(await setup.seed({ ...world, contact: undefined } as never)), world: { contact: undefined } }),
    },
    { only: ['faq.contact tells the channels, preferred first', 'faq.vote is counted under the entry', 'tracking.subscribe'] },
  );
  expect(results.map(({ status, reason }) => [status, reason])).toEqual([
    ['skipped', '`inspect.votes` is not there, so nobody could see the effect.'],
    ['skipped', 'The backend under test has no contact.'],
    ['passed', undefined],
  ]);
});

it('what the set-up does wrong is told as it is', async () => {
  const { results } = await runChecks({ ...shopSetup(), seed: () => Promise.reject(new Error('The database is not there.')) }, { only: ['points.account'] });
  expect(new Set(results.map(({ error }) => error))).toEqual(new Set(['The database is not there.']));
});
