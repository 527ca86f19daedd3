/** Walks a list from its newest page to its oldest. */
import { hold } from '../assert.ts';
import type { Trial } from '../trial.ts';

/** More pages than any list of the kit has: a walk that comes so far goes in circles. */
const MOST_PAGES = 200;

interface Item {
  id: string;
  createdAt: string;
  delta?: number;
}

/**
 * @returns All items of all pages.
 * @throws Broken when an item comes twice, when the order is not newest first, or when the list never ends.
 */
export async function walk(trial: Trial, method: 'points.history' | 'referrals.list', limit: number): Promise<Item[]> {
  const seen: Item[] = [];
  let cursor: string | null | undefined;
  for (let page = 1; ; page++) {
    hold(page <= MOST_PAGES, `${method} comes to an end`, { expected: '`nextCursor: null` after the last page', came: `a cursor after ${MOST_PAGES} pages`, todo: 'A page that is the last has no next one.' });
    const { items, nextCursor }: { items: Item[]; nextCursor?: string | null | undefined } = await trial.call(method, { limit, cursor }, trial.context('ann'));
    hold(items.length <= limit, `${method} has at most ${limit} items on a page`, { expected: `at most ${limit}`, came: items.length, todo: 'Hand `limit` on to the backend.' });
    for (const item of items) {
      hold(!seen.some(({ id }) => id === item.id), `${method} tells every item once`, { expected: 'an item that was not on a page before', came: item, todo: 'The cursor must name the last item seen, not a number of items.' });
      const last = seen.at(-1);
      hold(!last || Date.parse(last.createdAt) >= Date.parse(item.createdAt), `${method} is newest first`, { expected: `none that is newer than ${last?.createdAt}`, came: item.createdAt, todo: 'Sort by time, newest first.' });
      seen.push(item);
    }
    if (nextCursor == null) return seen;
    cursor = nextCursor;
  }
}
