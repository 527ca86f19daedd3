/** Reading and writing entries. Many are read and written a few at a time, so that the process has time for others in between. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { EntriesInput, FaqEntries, FaqEntry } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { isSame, toEntry, toRow, type EntryIn, type NewRow } from './entry.ts';
import { countEntries, localeFor, nextVersion } from './locales.ts';

/** Of the contract: a page gets no more. Bigger collections are searched on the server. */
const MOST_ENTRIES = 10_000;
/** Entries that are read or written at once. */
const SLICE = 300;

export async function entries({ category }: EntriesInput, context: Context): Promise<FaqEntries> {
  const found = await localeFor(context);
  if (!found) return { items: [], synonyms: [] };
  let ids = context.db.selectFrom('faq_entries').select('id').where('locale', '=', found.locale).orderBy('position').orderBy('number').limit(MOST_ENTRIES);
  if (category) ids = ids.where('category_id', '=', category);
  const items = await readEntries(context.db, found.locale, (await ids.execute()).map(({ id }) => id));
  return { items, synonyms: await readSynonyms(context.db, found.locale) };
}

export async function readSynonyms(db: Database, locale: string): Promise<string[][]> {
  const row = await db.selectFrom('faq_locales').select('synonyms').where('locale', '=', locale).executeTakeFirst();
  return JSON.parse(row?.synonyms ?? '[]') as string[][];
}

/** The entries with these ids, in their order; those that are gone are left out. */
export async function readEntries(db: Database, locale: string, ids: readonly string[]): Promise<FaqEntry[]> {
  const read: FaqEntry[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    if (at > 0) await breathe();
    const slice = ids.slice(at, at + SLICE);
    const rows = new Map((await rowsOf(db, locale, slice)).map((row) => [row.id, row]));
    for (const id of slice) if (rows.has(id)) read.push(toEntry(rows.get(id)!));
  }
  return read;
}

const rowsOf = (db: Database, locale: string, ids: readonly string[]) =>
  db.selectFrom('faq_entries').selectAll().where('locale', '=', locale).where('id', 'in', ids).execute();

/** Writes one entry: in the place of the one with its id, or as the last. */
export const putEntry = (context: Pick<Context, 'db' | 'now'>, locale: string, entry: EntryIn): Promise<void> => putEntries(context, locale, [entry]);

/** Writes some entries: each in the place of the one with its id, or after the last. No more than fit into one statement. */
export async function putEntries(context: Pick<Context, 'db' | 'now'>, locale: string, list: readonly EntryIn[]): Promise<void> {
  const { db } = context;
  const change = await nextVersion(db, locale);
  const ids = list.map(({ id }) => id);
  const known = await db.selectFrom('faq_entries').select(['id', 'position']).where('locale', '=', locale).where('id', 'in', ids).execute();
  const places = new Map(known.map(({ id, position }) => [id, position]));
  const { last } = await db
    .selectFrom('faq_entries')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('locale', '=', locale)
    .executeTakeFirstOrThrow();
  for (const entry of list) if (places.has(entry.id)) await write(context, locale, change, [entry], places.get(entry.id)!);
  const added = list.filter(({ id }) => !places.has(id));
  if (added.length > 0) await write(context, locale, change, added, (last ?? -1) + 1);
  await countEntries(db, locale);
}

/** Makes these, in this order, the entries of a locale. Those that did not change stay as they are. */
export async function replaceEntries(context: Pick<Context, 'db' | 'now'>, locale: string, list: readonly EntryIn[]): Promise<void> {
  const { db } = context;
  const change = await nextVersion(db, locale);
  const wanted = new Set(list.map(({ id }) => id));
  const gone = (await db.selectFrom('faq_entries').select('id').where('locale', '=', locale).execute()).filter(({ id }) => !wanted.has(id));
  for (let at = 0; at < gone.length; at += SLICE) {
    await db.deleteFrom('faq_entries').where('locale', '=', locale).where('id', 'in', gone.slice(at, at + SLICE).map(({ id }) => id)).execute();
  }
  for (let at = 0; at < list.length; at += SLICE) {
    await breathe();
    await write(context, locale, change, list.slice(at, at + SLICE), at);
  }
  await countEntries(db, locale);
}

/** Whether there was one; when not, nothing is to be committed. */
export async function deleteEntry(db: Database, locale: string, id: string): Promise<boolean> {
  // In the order of every other change, so that two never wait for each other.
  await nextVersion(db, locale);
  const gone = await db.deleteFrom('faq_entries').where('locale', '=', locale).where('id', '=', id).returning('id').executeTakeFirst();
  await countEntries(db, locale);
  return gone !== undefined;
}

async function write({ db, now }: Pick<Context, 'db' | 'now'>, locale: string, change: number, list: readonly EntryIn[], position: number): Promise<void> {
  const known = new Map((await rowsOf(db, locale, list.map(({ id }) => id))).map((row) => [row.id, row]));
  const rows: NewRow[] = [];
  list.forEach((entry, index) => {
    const row = toRow(entry, { locale, position: position + index, change, now });
    const before = known.get(entry.id);
    if (!before || !isSame(before, row, entry)) rows.push(row);
  });
  if (!rows.length) return;
  await db
    .insertInto('faq_entries')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['locale', 'id']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        question: eb.ref('excluded.question'),
        answer: eb.ref('excluded.answer'),
        format: eb.ref('excluded.format'),
        category_id: eb.ref('excluded.category_id'),
        category_name: eb.ref('excluded.category_name'),
        keywords: eb.ref('excluded.keywords'),
        contexts: eb.ref('excluded.contexts'),
        popularity: eb.ref('excluded.popularity'),
        url: eb.ref('excluded.url'),
        updated_at: eb.ref('excluded.updated_at'),
        change: eb.ref('excluded.change'),
        title_words: eb.ref('excluded.title_words'),
        body_words: eb.ref('excluded.body_words'),
      })),
    )
    .execute();
}
