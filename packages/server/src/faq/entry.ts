/** An entry as the merchant writes it, as it is kept and as shoppers get it. */
import type { FaqEntry } from '@aftercart/contract';
import { count, id, instant, line, list, url } from '@aftercart/contract/schemas';
import type { Insertable } from 'kysely';
import { z } from 'zod';
import type { FaqEntryRow } from './full-text/candidates.ts';
import { searchedWords } from './full-text/words.ts';
import type { FaqEntryTable } from './tables.ts';

const fields = {
  question: line().min(1),
  answer: z.string().min(1).max(20_000).describe('In `format`.'),
  format: z.enum(['text', 'html']).nullish().describe('`text` when left out. HTML is kept as it is: the page sanitises.'),
  category: z.strictObject({ id: id(), name: line().min(1) }).nullish(),
  keywords: list(line(), 50).nullish().describe('Other words for the same thing.'),
  popularity: count().nullish().describe('Any number that grows with how often it helps.'),
  contexts: list(line(), 20).nullish().describe('Kinds of page where it is worth suggesting, such as `cart`.'),
  url: url().nullish().describe('Page with the same answer.'),
  updatedAt: instant().nullish().describe('Now, if anything changed, when left out.'),
};

export const EntryIn = z.strictObject(fields).meta({ id: 'FaqEntryIn', description: 'A question and its answer in one language, as the merchant writes it.' });
export const NumberedEntry = z.strictObject({ id: id(), ...fields });
export type EntryIn = z.infer<typeof NumberedEntry>;

export type NewRow = Insertable<FaqEntryTable>;

export const toRow = (entry: EntryIn, place: { locale: string; position: number; change: number; now: Date }): NewRow => ({
  locale: place.locale,
  id: entry.id,
  position: place.position,
  question: entry.question,
  answer: entry.answer,
  format: entry.format ?? 'text',
  category_id: entry.category?.id ?? null,
  category_name: entry.category?.name ?? null,
  keywords: JSON.stringify(entry.keywords ?? []),
  contexts: JSON.stringify(entry.contexts ?? []),
  popularity: entry.popularity ?? null,
  url: entry.url ?? null,
  updated_at: new Date(entry.updatedAt ?? place.now).toISOString(),
  change: place.change,
  ...searchedWords(entry),
});

/** Whether nothing changed that anybody could notice. */
export function isSame(known: FaqEntryRow, row: NewRow, entry: EntryIn): boolean {
  const compared = ['position', 'question', 'answer', 'format', 'category_id', 'category_name', 'keywords', 'contexts', 'popularity', 'url'] as const;
  return compared.every((column) => known[column] === row[column]) && (entry.updatedAt == null || known.updated_at === row.updated_at);
}

export const toEntry = (row: FaqEntryRow): FaqEntry => ({
  id: row.id,
  question: row.question,
  answer: row.answer,
  format: row.format,
  category: row.category_id === null ? null : { id: row.category_id, name: row.category_name ?? row.category_id },
  keywords: JSON.parse(row.keywords) as string[],
  popularity: row.popularity,
  contexts: JSON.parse(row.contexts) as string[],
  url: row.url,
  updatedAt: row.updated_at,
});
