import { sql, type Kysely } from 'kysely';
import type { Step } from '../database/migrations.ts';
import { POSTGRES_CONFIGS } from './full-text/configs.ts';

export const createFaq: Step = async (db, engine) => {
  await db.schema
    .createTable('faq_locales')
    .addColumn('locale', 'text', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('synonyms', 'text', (c) => c.notNull())
    .addColumn('is_default', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('faq_entries')
    .addColumn('number', engine === 'sqlite' ? 'integer' : 'bigserial', (c) => c.primaryKey())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('category_id', 'text')
    .addColumn('category_name', 'text')
    .addColumn('keywords', 'text', (c) => c.notNull())
    .addColumn('contexts', 'text', (c) => c.notNull())
    .addColumn('popularity', 'bigint')
    .addColumn('url', 'text')
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('change', 'integer', (c) => c.notNull())
    .addColumn('title_words', 'text', (c) => c.notNull())
    .addColumn('body_words', 'text', (c) => c.notNull())
    .addUniqueConstraint('faq_entries_id', ['locale', 'id'])
    .execute();
  await db.schema.createIndex('faq_entries_order').on('faq_entries').columns(['locale', 'position']).execute();
  await (engine === 'sqlite' ? indexOnSqlite(db) : indexOnPostgres(db));
  await db.schema
    .createTable('faq_votes')
    .addColumn('entry_id', 'text', (c) => c.notNull())
    .addColumn('voter_hash', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('helpful', 'integer', (c) => c.notNull())
    .addColumn('comment', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('faq_votes_pk', ['entry_id', 'voter_hash'])
    .execute();
  await db.schema.createIndex('faq_votes_voter').on('faq_votes').column('voter_hash').execute();
  await db.schema
    .createTable('faq_questions')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('query', 'text', (c) => c.notNull())
    .addColumn('asked', 'integer', (c) => c.notNull())
    .addColumn('nothing', 'integer', (c) => c.notNull())
    .addColumn('unhelpful', 'integer', (c) => c.notNull())
    .addColumn('last_asked_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('faq_questions_pk', ['locale', 'query'])
    .execute();
};

/** Three letters at a time (https://sqlite.org/fts5.html#the_trigram_tokenizer), kept in step by triggers. */
async function indexOnSqlite(db: Kysely<never>): Promise<void> {
  const add = 'insert into faq_search (rowid, title_words, body_words) values (new.number, new.title_words, new.body_words);';
  const remove = `insert into faq_search (faq_search, rowid, title_words, body_words) values ('delete', old.number, old.title_words, old.body_words);`;
  for (const statement of [
    "create virtual table faq_search using fts5 (title_words, body_words, content = 'faq_entries', content_rowid = 'number', tokenize = 'trigram')",
    `create trigger faq_entries_added after insert on faq_entries begin ${add} end`,
    `create trigger faq_entries_removed after delete on faq_entries begin ${remove} end`,
    `create trigger faq_entries_changed after update on faq_entries begin ${remove} ${add} end`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}

/** What PostgreSQL has no function for without an extension: every three neighbouring letters, spaces around words among them. */
const LETTERS = `
  create function faq_letters(words text) returns tsvector language sql immutable parallel safe as $$
    select coalesce(array_to_tsvector(array_agg(distinct three)), ''::tsvector)
    from (select substr(words, i, 3) as three from generate_series(1, length(words) - 2) as i) as threes
    where three not like '_ _'
  $$`;

/** Words in the stems of their language, and for typing errors the letters of the questions; both made by the database itself. */
async function indexOnPostgres(db: Kysely<never>): Promise<void> {
  const cases = Object.entries(POSTGRES_CONFIGS).map(([language, config]) => `when '${language}' then '${config}'::regconfig`);
  const config = `case split_part(locale, '-', 1) ${cases.join(' ')} else 'simple'::regconfig end`;
  const words = `setweight(to_tsvector(${config}, title_words), 'A') || setweight(to_tsvector(${config}, body_words), 'D')`;
  for (const statement of [
    LETTERS,
    `alter table faq_entries add column words tsvector generated always as (${words}) stored`,
    'alter table faq_entries add column letters tsvector generated always as (faq_letters(title_words)) stored',
    'create index faq_entries_words on faq_entries using gin (words)',
    'create index faq_entries_letters on faq_entries using gin (letters)',
  ]) {
    await sql.raw(statement).execute(db);
  }
}
