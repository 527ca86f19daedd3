/** Withdrawals that were received. */
import type { WithdrawalReceipt } from '@aftercart/contract';
import type { Database } from '../database/database.ts';
import type { OrderLineRow } from '../orders/tables.ts';
import type { WithdrawalRow } from './tables.ts';

/** Whoever signed in as the owner of the order. Others are known by the fingerprint of their e-mail. */
export const OWNER = 'owner';

export const toReceipt = (row: WithdrawalRow): WithdrawalReceipt => ({
  id: row.id,
  receivedAt: row.received_at,
  orderNumber: row.order_number,
  name: row.name ?? '',
  email: row.email ?? '',
  items: itemsOf(row),
  content: row.content,
});

export const itemsOf = ({ items }: Pick<WithdrawalRow, 'items'>): string[] | null => (items === null ? null : (JSON.parse(items) as string[]));

/**
 * What a claimant sees of an order’s withdrawals, oldest first: the owner all that match the order, anybody else only those with the same
 * e-mail, so that nobody learns of another’s.
 */
export function withdrawalsOf(db: Database, orderNumber: string, claimant: string): Promise<WithdrawalRow[]> {
  const rows = db.selectFrom('withdrawals').selectAll().where('order_number', '=', orderNumber).orderBy('received_at').orderBy('id');
  return (claimant === OWNER ? rows.where('match', '!=', 'none') : rows.where('claimant', '=', claimant)).execute();
}

/** An item as people write it, so that two writings of one are equal. */
const normalised = (item: string): string => item.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The items in one order and writing; empty for the whole order. */
export const keyOfItems = (items: readonly string[] | null): string =>
  items === null ? '' : JSON.stringify([...new Set(items.map(normalised))].sort());

export const labelOf = ({ name, variant }: OrderLineRow): string => (variant ? `${name}, ${variant}` : name);

/** Whether a line is among the items that were named. */
export const isNamed = (line: OrderLineRow, items: readonly string[]): boolean =>
  items.map(normalised).some((item) => item === normalised(line.name) || item === normalised(labelOf(line)));

/** Whether these items, or all lines when null, are withdrawn from already. The lines of the order are known to its owner only. */
export function isWithdrawn(before: readonly WithdrawalRow[], items: readonly string[] | null, lines: readonly OrderLineRow[]): boolean {
  const named = before.map(itemsOf);
  if (named.includes(null)) return true;
  const gone = named.flatMap((list) => list ?? []);
  if (items === null) return lines.length > 0 && lines.every((line) => isNamed(line, gone));
  const known = new Set(gone.map(normalised));
  return items.every((item) => known.has(normalised(item)));
}
