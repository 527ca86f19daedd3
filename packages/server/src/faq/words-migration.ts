import type { Kysely } from 'kysely';
import type { Step } from '../database/migrations.ts';
import { searchedWords } from './full-text/words.ts';
import type { FaqEntryTable } from './tables.ts';

/** Entries that are read at once. */
const SLICE = 300;

/** What the database searches, made anew: it is now split and folded as the index in memory does it. The full-text indexes follow by themselves. */
export const renewFaqWords: Step = async (untyped) => {
  const db = untyped as unknown as Kysely<{ faq_entries: FaqEntryTable }>;
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('faq_entries')
      .select(['number', 'question', 'answer', 'format', 'keywords'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(SLICE)
      .execute();
    for (const { number, keywords, ...row } of rows) {
      await db.updateTable('faq_entries').set(searchedWords({ ...row, keywords: JSON.parse(keywords) as string[] })).where('number', '=', number).execute();
    }
    if (rows.length < SLICE) return;
    last = rows.at(-1)!.number;
  }
};
