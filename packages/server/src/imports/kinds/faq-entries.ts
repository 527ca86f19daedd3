/** Questions and answers: each in the place of the one with its id, or after the last. */
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { putEntries } from '../../faq/entries.ts';
import { isSame, NumberedEntry, toRow } from '../../faq/entry.ts';
import { canonical, LocaleTag } from '../../faq/merchant/parameters.ts';
import { required, several, text, time, whole } from '../columns.ts';
import { valuesOf } from '../read/entries.ts';
import type { CellRow, Column, Entry, Kind } from '../types.ts';
import { byLocale } from './by-locale.ts';

const ImportedEntry = z.strictObject({ locale: LocaleTag, ...NumberedEntry.shape });
type ImportedEntry = z.infer<typeof ImportedEntry>;

export const faqEntries: Kind<ImportedEntry> = {
  columns: {
    locale: required(text('the language as BCP 47: en, pt-BR')),
    id: required(text('the id of the entry, part of its deep link')),
    question: required(text('the question')),
    answer: required(text('the answer')),
    format: text('text or html; text when left out'),
    categoryId: text('the id of the category'),
    categoryName: text('the name of the category'),
    keywords: several('other words for the same thing'),
    popularity: whole('any whole number that grows with how often it helps'),
    contexts: several('kinds of page where it is worth suggesting, such as cart'),
    url: text('a page with the same answer'),
    updatedAt: time('when it last changed'),
  },
  schema: ImportedEntry,
  key: ({ locale, id }) => `The entry ${id} in ${canonical(locale)}`,
  gather: gatherCategory,
  async write(context, records) {
    const locales = byLocale(records);
    const changed = new Set<ImportedEntry>();
    for (const [locale, some] of locales) {
      const entries = await whatDiffers(context, locale, some.map(({ value }) => value));
      for (const entry of entries) changed.add(entry);
      if (entries.length > 0) await putEntries(context, locale, entries.map(({ locale: _, ...entry }) => entry));
    }
    return records.map(({ value }) => (changed.has(value) ? 'imported' : 'skipped'));
  },
};

async function whatDiffers({ db, now }: Context, locale: string, entries: readonly ImportedEntry[]): Promise<ImportedEntry[]> {
  const rows = await db.selectFrom('faq_entries').selectAll().where('locale', '=', locale).where('id', 'in', entries.map(({ id }) => id)).execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return entries.filter((entry) => {
    const before = known.get(entry.id);
    return !before || !isSame(before, toRow(entry, { locale, position: before.position, change: before.change, now }), entry);
  });
}

async function* gatherCategory(rows: AsyncIterable<CellRow>, columns: Readonly<Record<string, Column>>): AsyncGenerator<Entry, void, undefined> {
  for await (const { row, cells, trouble } of rows) {
    const { categoryId, categoryName, ...fields } = valuesOf(cells, columns);
    const category = categoryId === undefined && categoryName === undefined ? undefined : { id: categoryId, name: categoryName };
    const place = ([field, part]: readonly PropertyKey[]) => {
      if (field !== 'category') return { row, column: field === undefined ? null : String(field) };
      return { row, column: part === 'name' ? 'categoryName' : 'categoryId' };
    };
    yield { row, trouble, place, value: { ...fields, ...(category && { category }) } };
  }
}
