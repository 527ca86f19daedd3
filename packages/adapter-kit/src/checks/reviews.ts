/** Reviews: what may be reviewed, and what becomes of what was written. A review of any rating is treated alike. */
import type { ReviewRequest } from '@aftercart/contract';
import { hold, outcomeOf, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Trial } from '../trial.ts';

export const REVIEW = { rating: 4, title: 'Dry feet', body: 'They keep dry, even in snow.', displayName: 'A. A.' };

/** What Ann may review and has not. */
export async function openRequests(trial: Trial, wanted = 1): Promise<ReviewRequest[]> {
  const { items } = await trial.call('reviews.requests', {}, trial.context('ann'));
  const open = items.filter(({ review }) => !review);
  return open.length >= wanted ? open : trial.lacks(`fewer than ${wanted} products that Ann may review`);
}

export const submit = (trial: Trial, requestId: string, more: Partial<typeof REVIEW> = {}) =>
  trial.call('reviews.submit', { requestId, ...REVIEW, ...more, incentivised: false }, trial.context('ann'));

export const reviewsChecks = checksOf('reviews', [
  {
    name: 'reviews.requests has what the shopper was sent, and nothing else',
    needs: ['reviews.requests'],
    async run(trial) {
      const { items } = await trial.call('reviews.requests', {}, trial.context('ann'));
      const bought = trial.world.orders.filter(({ shopper, deliveredAt }) => shopper === 'ann' && deliveredAt).flatMap((order) => order.items.map(({ name }) => name));
      if (!bought.length) return trial.lacks('no order of Ann’s that has arrived');
      const names = items.map(({ product }) => product.name);
      hold(bought.every((name) => names.some((asked) => asked.includes(name))), 'every product that arrived may be reviewed', { expected: bought, came: names, todo: 'Ask for each line of a delivered order.' });
      same(new Set(items.map(({ id }) => id)).size, items.length, 'each request has an id of its own', 'An id of order and line makes a good one.');
      const strange = trial.world.orders.filter(({ shopper, deliveredAt }) => shopper !== 'ann' || !deliveredAt).flatMap((order) => order.items.map(({ name }) => name)).find((name) => names.includes(name) && !bought.includes(name));
      hold(!strange, 'nothing is asked for that has not arrived, or was sent to somebody else', { expected: bought, came: strange, todo: 'Filter by delivery, and by the shopper of the token.' });
    },
  },
  {
    name: 'reviews.requests is an empty list for who has bought nothing',
    needs: ['reviews.requests'],
    async run(trial) {
      trial.shopper('cleo');
      same(await trial.call('reviews.requests', {}, trial.context('cleo')), { items: [] }, 'nothing to review is an empty list', 'Answer `{ items: [] }`.');
    },
  },
  {
    name: 'reviews.submit keeps the review as it was written',
    needs: ['reviews.requests', 'reviews.submit'],
    inspects: ['reviews'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const before = (await trial.inspect.reviews('ann')).length;
      const review = await submit(trial, request!.id);
      same([review.requestId, review.rating, review.title, review.body], [request!.id, REVIEW.rating, REVIEW.title, REVIEW.body], 'the answer is the review', 'Translate the backend’s answer to the act.');
      const kept = await trial.inspect.reviews('ann');
      same(kept.length, before + 1, 'the backend has one review more', 'The backend must have it before the adapter answers.');
      const own = kept.find(({ id }) => id === review.id);
      same([own?.rating, own?.body], [REVIEW.rating, REVIEW.body], 'the backend has it under this id, as it was written', 'Answer the id that the backend knows, or the review can’t be changed.');
    },
  },
  {
    name: 'reviews.requests shows the review that was given',
    needs: ['reviews.requests', 'reviews.submit'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const { id } = await submit(trial, request!.id);
      const { items } = await trial.call('reviews.requests', {}, trial.context('ann'));
      same(items.find((item) => item.id === request!.id)?.review?.id, id, 'the request stays in the list and holds its review', 'Keep answered requests, after the open ones.');
    },
  },
  {
    name: 'reviews.submit treats one star as it treats five',
    needs: ['reviews.requests', 'reviews.submit'],
    async run(trial) {
      const [first, second] = await openRequests(trial, 2);
      const [bad, good] = [await submit(trial, first!.id, { rating: 1 }), await submit(trial, second!.id, { rating: 5 })];
      same([bad.status, bad.rating, good.rating], [good.status, 1, 5], 'the status does not depend on the rating', 'Reviews must not be sorted by stars (16 CFR 465, Directive 2005/29/EC Annex I 23b).');
    },
  },
  {
    name: 'reviews.submit is refused for a request that there is not',
    needs: ['reviews.submit'],
    inspects: ['reviews'],
    async run(trial) {
      const before = await trial.inspect.reviews('ann');
      await refuses(trial.ask('reviews.submit', { requestId: 'no-such-request', ...REVIEW, incentivised: false }, trial.context('ann')), ['INVALID_REQUEST', 'NOT_ELIGIBLE'], 'an unknown request is refused', 'Answer INVALID_REQUEST.');
      same(await trial.inspect.reviews('ann'), before, 'a refusal changes nothing', 'Let the backend decide first.');
    },
  },
  {
    name: 'reviews.submit keeps no rating that is none',
    needs: ['reviews.requests', 'reviews.submit'],
    inspects: ['reviews'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const before = await trial.inspect.reviews('ann');
      for (const rating of [0, 6, 2.5]) {
        const outcome = await outcomeOf(trial.ask('reviews.submit', { requestId: request!.id, ...REVIEW, rating, incentivised: false }, trial.context('ann')));
        hold('error' in outcome, `a rating of ${rating} is refused`, { expected: 'INVALID_REQUEST', came: outcome, todo: 'A rating is a whole number from 1 to 5. Don’t round what the shopper did not say.' });
      }
      same(await trial.inspect.reviews('ann'), before, 'a refusal changes nothing', 'Let the backend decide first.');
    },
  },
  {
    name: 'reviews.edit changes the review that it names',
    needs: ['reviews.requests', 'reviews.submit', 'reviews.edit'],
    inspects: ['reviews'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const { id } = await submit(trial, request!.id);
      const count = (await trial.inspect.reviews('ann')).length;
      const edited = await trial.call('reviews.edit', { reviewId: id, rating: 2, body: 'They leak now.' }, trial.context('ann'));
      const kept = await trial.inspect.reviews('ann');
      const own = kept.find((review) => review.id === edited.id);
      same([edited.id, edited.rating, edited.body], [id, 2, 'They leak now.'], 'the answer is the changed review', 'Answer the review as it is now.');
      same([kept.length, own?.rating, own?.body], [count, 2, 'They leak now.'], 'the backend has the changed review in place of the old one', 'Change it, don’t add another.');
    },
  },
  {
    name: 'reviews.withdraw takes the review back',
    needs: ['reviews.requests', 'reviews.submit', 'reviews.withdraw'],
    inspects: ['reviews'],
    async run(trial) {
      const [request] = await openRequests(trial);
      const { id } = await submit(trial, request!.id);
      const review = await trial.call('reviews.withdraw', { reviewId: id }, trial.context('ann'));
      same([review.id, review.status], [id, 'withdrawn'], 'the answer is the review, withdrawn', 'Answer the review with status `withdrawn`.');
      const kept = (await trial.inspect.reviews('ann')).find((known) => known.id === id);
      hold(!kept || kept.status === 'withdrawn', 'the backend shows it no more', { expected: 'status withdrawn, or no review', came: kept, todo: 'Call the backend’s own act for it.' });
    },
  },
]);
