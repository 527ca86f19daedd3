/** Entries of a language: listed, written one by one or all at once. */
import { AdapterError } from '@aftercart/contract';
import { FaqEntry, id, list } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { DEFAULT_PAGE } from '../../database/page.ts';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';
import { deleteEntry, putEntry, readEntries, replaceEntries } from '../entries.ts';
import { EntryIn, NumberedEntry, toEntry } from '../entry.ts';
import { canonical, LocaleTag } from './parameters.ts';

/** Entries of one language that can be replaced at once, and the bytes that they may have. */
const MOST_ENTRIES = 100_000;
const MOST_BYTES = 128 * 1024 * 1024;

const one = z.object({ locale: LocaleTag, id: id() });
const all = z.object({ locale: LocaleTag });

const AllEntries = z.object({
  entries: list(NumberedEntry, MOST_ENTRIES)
    .superRefine((entries, check) => {
      const seen = new Set<string>();
      entries.forEach(({ id }, index) => {
        if (seen.has(id)) check.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} is the id of two entries` });
        seen.add(id);
      });
    })
    .describe('In the order in which they are to be shown.'),
});

const missing = (id: string, locale: string) => new AdapterError('INVALID_REQUEST', `There is no entry ${id} in ${locale}.`);

export const faqEntriesMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /faq/locales/{locale}/entries', {
    summary: 'Lists the entries of a language in their order.',
    parameters: z.object({
      locale: LocaleTag,
      category: id().optional(),
      cursor: z.string().regex(/^\d{1,9}$/, 'is none that this server gave: start without one').optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    answer: z.object({ items: list(FaqEntry, 500), nextCursor: z.string().nullable() }),
    async handle({ parameters: { locale, category, cursor, limit = DEFAULT_PAGE } }, { db }) {
      let rows = db.selectFrom('faq_entries').selectAll().where('locale', '=', canonical(locale)).orderBy('position').limit(limit + 1);
      if (category) rows = rows.where('category_id', '=', category);
      if (cursor) rows = rows.where('position', '>', Number(cursor));
      const found = await rows.execute();
      return { items: found.slice(0, limit).map(toEntry), nextCursor: found.length > limit ? String(found[limit - 1]!.position) : null };
    },
  }),

  merchantOperation('PUT /faq/locales/{locale}/entries', {
    summary: 'Makes these all the entries of a language; others are deleted.',
    parameters: all,
    body: AllEntries,
    answer: z.object({ size: z.int().describe('How many there are now.') }),
    mostBytes: MOST_BYTES,
    async handle({ parameters, body }, context) {
      await replaceEntries(context, canonical(parameters.locale), body.entries);
      return { size: body.entries.length };
    },
  }),

  merchantOperation('GET /faq/locales/{locale}/entries/{id}', {
    summary: 'Reads one entry.',
    parameters: one,
    answer: FaqEntry,
    async handle({ parameters: { locale, id } }, { db }) {
      const [entry] = await readEntries(db, canonical(locale), [id]);
      if (!entry) throw missing(id, locale);
      return entry;
    },
  }),

  merchantOperation('PUT /faq/locales/{locale}/entries/{id}', {
    summary: 'Writes one entry: in its place, or as the last.',
    parameters: one,
    body: EntryIn,
    answer: FaqEntry,
    async handle({ parameters, body }, context) {
      const locale = canonical(parameters.locale);
      await putEntry(context, locale, { id: parameters.id, ...body });
      const [entry] = await readEntries(context.db, locale, [parameters.id]);
      return entry!;
    },
  }),

  merchantOperation('DELETE /faq/locales/{locale}/entries/{id}', {
    summary: 'Deletes one entry.',
    parameters: one,
    async handle({ parameters: { locale, id } }, { db }) {
      if (!(await deleteEntry(db, canonical(locale), id))) throw missing(id, locale);
    },
  }),
];
