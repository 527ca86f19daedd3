/** Referrals: what is offered, the advocate’s link, and friends who claim. */
import { hold, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Trial } from '../trial.ts';
import { walk } from './walk.ts';

/** Ann’s code, as friends get it. */
export async function codeOfAnn(trial: Trial): Promise<string> {
  const link = await trial.call('referrals.link', {}, trial.context('ann'));
  return link?.code ?? trial.lacks('no referral link for Ann');
}

export const friend = (name: string | number): string => `friend-${name}@friends.example`;

export const referralsChecks = checksOf('referrals', [
  {
    name: 'referrals.program tells both offers',
    needs: ['referrals.program'],
    async run(trial) {
      const { referrals } = trial.world;
      if (!referrals) return trial.lacks('no referral program');
      const program = await trial.call('referrals.program', {}, trial.context(null));
      same(
        [program?.active, program?.advocateOffer, program?.friendOffer],
        [referrals.active, referrals.advocateOffer, referrals.friendOffer],
        'each side’s offer is that of the backend', 'Money is in minor units; points are scaled by the points program’s `decimals`.',
      );
    },
  },
  {
    name: 'referrals.link has a code and a direct link that holds it',
    needs: ['referrals.link'],
    async run(trial) {
      const code = await codeOfAnn(trial);
      const { links } = (await trial.call('referrals.link', {}, trial.context('ann')))!;
      const direct = links.find(({ channel }) => channel === 'direct');
      hold(direct, 'there is a link for `direct`, which stands in for every other', { expected: 'a link with channel `direct`', came: links, todo: 'Add one.' });
      hold(decodeURIComponent(direct.url).includes(code), 'the link holds the code', { expected: `an address with ${code}`, came: direct.url, todo: 'The landing page finds the advocate by it.' });
      same(new Set(links.map(({ channel }) => channel)).size, links.length, 'each channel has one link', 'Leave out what is twice.');
      same(await codeOfAnn(trial), code, 'the code stays the same', 'A link that was shared must go on working.');
    },
  },
  {
    name: 'referrals.claim is known to the backend',
    needs: ['referrals.claim', 'referrals.link'],
    inspects: ['claims'],
    async run(trial) {
      const code = await codeOfAnn(trial);
      const before = (await trial.inspect.claims()).length;
      const claim = await trial.call('referrals.claim', { code, email: friend(1) }, trial.context(null));
      const claims = await trial.inspect.claims();
      same(claims.length, before + 1, 'the backend has one claim more', 'The backend must have it before the adapter answers.');
      hold(claims.some((known) => known.code === code), 'the claim is for the advocate’s code', { expected: code, came: claims, todo: 'Hand the code on as it is.' });
      const { referrals } = trial.world;
      if (referrals) same(claim.offer, referrals.friendOffer, 'the friend is told the friend’s offer', 'Not the advocate’s.');
    },
  },
  {
    name: 'referrals.claim gives the same friend the same code again',
    needs: ['referrals.claim', 'referrals.link'],
    inspects: ['claims'],
    async run(trial) {
      const code = await codeOfAnn(trial);
      const claim = () => trial.call('referrals.claim', { code, email: friend(1) }, trial.context(null));
      const first = await claim();
      const count = (await trial.inspect.claims()).length;
      const second = await claim();
      same([second.code, second.status], [first.code, first.status], 'a friend who comes again finds what was given', 'Look the claim up by the friend before making one.');
      same((await trial.inspect.claims()).length, count, 'and there is still one claim', 'Look the claim up by the friend before making one.');
    },
  },
  {
    name: 'referrals.claim is refused for a code that there is not',
    needs: ['referrals.claim'],
    inspects: ['claims'],
    async run(trial) {
      const before = (await trial.inspect.claims()).length;
      await refuses(trial.ask('referrals.claim', { code: 'UNKNOWN-CODE', email: friend(1) }, trial.context(null)), ['INVALID_REQUEST', 'REFERRAL_EXPIRED'], 'an unknown code is refused', 'Answer INVALID_REQUEST.');
      same((await trial.inspect.claims()).length, before, 'a refusal changes nothing', 'Let the backend decide first.');
    },
  },
  {
    name: 'referrals.claim is refused to the advocate',
    needs: ['referrals.claim', 'referrals.link'],
    inspects: ['claims'],
    async run(trial) {
      const code = await codeOfAnn(trial);
      const before = (await trial.inspect.claims()).length;
      await refuses(trial.ask('referrals.claim', { code, email: trial.shopper('ann').email }, trial.context('ann')), ['SELF_REFERRAL', 'ALREADY_CUSTOMER', 'INVALID_REFEREE', 'FRAUD_SUSPECTED'], 'nobody invites themselves', 'Translate the backend’s refusal.');
      same((await trial.inspect.claims()).length, before, 'a refusal changes nothing', 'Let the backend decide first.');
    },
  },
  {
    name: 'referrals.list has every friend once, newest first, and no address of theirs',
    needs: ['referrals.list', 'referrals.claim', 'referrals.link'],
    inspects: ['claims'],
    async run(trial) {
      const code = await codeOfAnn(trial);
      const before = await walk(trial, 'referrals.list', 100);
      const friends = [1, 2, 3, 4, 5].map(friend);
      for (const email of friends) await trial.call('referrals.claim', { code, email }, trial.context(null));
      const seen = await walk(trial, 'referrals.list', 2);
      same(seen.length, before.length + friends.length, `${friends.length} friends more are walked in pages of 2`, 'Hand the cursor of the backend on as it is.');
      const told = JSON.stringify(seen);
      const leaked = friends.find((email) => told.includes(email) || told.includes(email.split('@')[0]!));
      hold(!leaked, 'friends are masked', { expected: 'a label such as f•••1@f•••.example', came: leaked, todo: 'Mask the address in the backend if it can be, else in the adapter: it is somebody else’s.' });
    },
  },
  {
    name: 'referrals.list is an empty list for who has no friends',
    needs: ['referrals.list'],
    async run(trial) {
      trial.shopper('ben');
      const page = await trial.call('referrals.list', {}, trial.context('ben'));
      same(page, { items: [] }, 'no friends are an empty page without a next one', 'Answer `{ items: [], nextCursor: null }`.');
    },
  },
]);
