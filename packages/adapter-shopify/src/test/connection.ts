/** A list behind cursors, as both of Shopify’s APIs give it. */
export interface ListArguments {
  first?: number;
  after?: string | null;
  reverse?: boolean;
}

/** Shopify’s limit. */
const MOST_PER_PAGE = 250;

const cursorOf = (index: number): string => Buffer.from(`at ${index}`).toString('base64url');

/** @throws Error for a cursor that is none, and for more than 250 items, as Shopify does. */
export function connection<T>(list: readonly T[], { first = 0, after, reverse }: ListArguments) {
  if (first < 1 || first > MOST_PER_PAGE) throw new Error(`first must be between 1 and ${MOST_PER_PAGE}`);
  const ordered = reverse ? list.toReversed() : list;
  const start = after == null ? 0 : ordered.findIndex((_, index) => cursorOf(index) === after) + 1;
  if (after != null && start === 0) throw new Error('Invalid cursor for current pagination sort.');
  const nodes = ordered.slice(start, start + first);
  const end = start + nodes.length;
  return { nodes, pageInfo: { hasNextPage: end < ordered.length, hasPreviousPage: start > 0, startCursor: null, endCursor: nodes.length ? cursorOf(end - 1) : null } };
}
