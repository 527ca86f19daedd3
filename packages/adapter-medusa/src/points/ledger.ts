/** Transactions of a store credit account as a ledger. */
import { AdapterError, type HistoryInput, type LedgerEntry, type LedgerPage } from '@aftercart/contract';
import { listOf, numberOf, textOf, type Json } from '../read.ts';
import { minorUnits } from './currency.ts';

const PAGE = 20;

/** What a transaction was for, as the loyalty plugin’s workflows write it into `reference`. */
const KINDS: Readonly<Record<string, LedgerEntry['kind']>> = { 'debit cart': 'redemption', 'credit order': 'refund', 'credit user': 'adjustment', 'debit user': 'adjustment' };

function entryOf(transaction: Json, decimals: number): LedgerEntry {
  const type = textOf(transaction['type']) ?? '';
  const points = minorUnits(numberOf(transaction['amount']), decimals);
  const key = `${type} ${textOf(transaction['reference']) ?? ''}`;
  return {
    id: textOf(transaction['id']) ?? '',
    delta: type === 'debit' ? -points : points,
    // A transaction in Medusa is done or is not there.
    status: 'approved',
    kind: Object.hasOwn(KINDS, key) ? KINDS[key]! : 'other',
    description: textOf(transaction['note']),
    createdAt: textOf(transaction['created_at']) ?? '',
  };
}

/** Newest first; of the same moment by id, so that the order is always the same. */
const newestFirst = (a: LedgerEntry, b: LedgerEntry): number => (a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1);

/** Medusa gives all transactions at once; the cursor is the last one that was shown, so that new ones move nothing. */
export function pageOf(account: Json | undefined, decimals: number, { cursor, limit }: HistoryInput): LedgerPage {
  const entries = listOf(account?.['transactions']).map((transaction) => entryOf(transaction, decimals)).sort(newestFirst);
  const shown = cursor ? entries.findIndex(({ id }) => id === cursor) : -1;
  if (cursor && shown === -1) throw new AdapterError('INVALID_REQUEST', 'There is no such place in the ledger: begin again without a cursor.');
  const items = entries.slice(shown + 1, shown + 1 + (limit ?? PAGE));
  return { items, nextCursor: shown + 1 + items.length < entries.length ? (items.at(-1)?.id ?? null) : null };
}
