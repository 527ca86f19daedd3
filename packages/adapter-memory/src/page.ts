/** Pages of a list that is newest first. The cursor names the last item seen, so that new items shift nothing. */
import type { HistoryInput } from '@aftercart/contract';
import { invalid } from './fail.ts';

export function page<T extends { id: string }>(items: T[], { cursor, limit }: HistoryInput): { items: T[]; nextCursor: string | null } {
  const start = cursor ? items.findIndex(({ id }) => `after:${id}` === cursor) + 1 : 0;
  if (cursor && !start) throw invalid('The cursor is of no page of this list.');
  const end = start + Math.min(Math.max(limit ?? 10, 1), 200);
  return { items: items.slice(start, end), nextCursor: end < items.length ? `after:${items[end - 1]!.id}` : null };
}
