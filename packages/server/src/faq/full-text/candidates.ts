/** Entries that may be meant, found by the database: for shops with more of them than a process should keep in its memory. */
import { sql, type Selectable } from 'kysely';
import type { Context } from '../../context.ts';
import type { FaqEntryTable } from '../tables.ts';
import { configOf } from './configs.ts';
import { wordsOf } from './words.ts';

/** How many are ranked again by the rules of the language. */
const MOST = 100;
const MOST_WORDS = 16;
/** Shorter words say little by a part of them. */
const LONG = 4;

export type FaqEntryRow = Selectable<FaqEntryTable>;

/** `strict`: all words, the last perhaps unfinished. `loose`: some of them, perhaps mistyped or inflected. */
export type Strictness = 'strict' | 'loose';

/** The likeliest entries of a locale, best first. */
export async function findCandidates(context: Pick<Context, 'db' | 'runtime'>, locale: string, query: string, strictness: Strictness): Promise<FaqEntryRow[]> {
  const { db, runtime } = context;
  const words = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
  if (!words.length) return [];
  const rows = db.selectFrom('faq_entries').selectAll('faq_entries').where('locale', '=', locale).limit(MOST);
  if (runtime.store.engine === 'postgresql') {
    const [column, wanted] = strictness === 'strict' ? [sql`words`, allWords(words, configOf(locale))] : [sql`letters`, someLetters(words)];
    return rows.where(sql<boolean>`${column} @@ ${wanted}`).orderBy(sql`ts_rank(${column}, ${wanted}, 1)`, 'desc').orderBy('number').execute();
  }
  const quoted = (phrases: readonly string[]) => phrases.map((phrase) => `"${phrase}"`);
  const wanted = strictness === 'strict' ? quoted(words.map(beginning)).join(' AND ') : quoted(letters(words)).join(' OR ');
  return rows
    .innerJoin(sql<{ rowid: number }>`faq_search`.as('faq_search'), (join) => join.onRef('faq_search.rowid', '=', 'faq_entries.number'))
    .where(sql<boolean>`faq_search match ${wanted}`)
    .orderBy(sql`bm25(faq_search, 5.0, 1.0)`)
    .execute();
}

function allWords(words: readonly string[], config: string) {
  const last = words.at(-1)!;
  const rest = words.slice(0, -1).join(' ');
  // The stem of an unfinished word may be none of its letters: also as it is written.
  const unfinished = sql`(to_tsquery(${config}::regconfig, ${`${last}:*`}) || to_tsquery('simple', ${`${last}:*`}))`;
  return sql`(websearch_to_tsquery(${config}::regconfig, ${rest}) && ${unfinished})`;
}

/** Nothing is to be stemmed here, so it is no text that is read as a query, but a query. */
const someLetters = (words: readonly string[]) => sql`cast(${letters(words).map((three) => `'${three}'`).join(' | ')} as tsquery)`;

/** The beginning of a word. Of its letters nothing shorter than three is indexed, a space among them. */
const beginning = (word: string): string => (word.length > 1 ? ` ${word}` : ` ${word} `);

/** Every three neighbouring letters of the longer words: most of them outlive a typing error. */
function letters(words: readonly string[]): string[] {
  const long = words.filter((word) => word.length >= LONG);
  if (!long.length) return words.map(beginning);
  return [...new Set(long.flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => ` ${word}`.slice(at, at + 3))))];
}
