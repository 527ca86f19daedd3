import type { Generated } from 'kysely';
import type { Flag, InstantText, JsonText } from '../database/columns.ts';

export interface FaqEntryTable {
  /** Row number, for the full-text index of SQLite. */
  number: Generated<number>;
  /** BCP 47, in its canonical form. */
  locale: string;
  id: string;
  /** Place among the entries of the locale. */
  position: number;
  question: string;
  answer: string;
  format: 'text' | 'html';
  category_id: string | null;
  category_name: string | null;
  keywords: JsonText;
  contexts: JsonText;
  popularity: number | null;
  url: string | null;
  updated_at: InstantText;
  /** Version of the locale with which it last changed. */
  change: number;
  /** Words of question and keywords, and of the answer, as `searchedWords` writes them. */
  title_words: string;
  body_words: string;
}

export interface FaqTables {
  /** What is known of each language. */
  faq_locales: {
    locale: string;
    /** Counts up with every change of its entries or synonyms, so that every process knows when its index is old. */
    version: number;
    /** How many entries there are. */
    size: number;
    /** Groups of words that mean the same in this shop. */
    synonyms: JsonText;
    /** Whether it is answered in where a shopper’s language is missing. */
    is_default: Flag;
  };
  faq_entries: FaqEntryTable;
  /** One vote for each voter and entry; the last one counts. */
  faq_votes: { entry_id: string; voter_hash: string; locale: string; helpful: Flag; comment: string | null; created_at: InstantText };
  /** What was searched for, without who searched: for the report of unanswered questions. */
  faq_questions: {
    locale: string;
    query: string;
    asked: number;
    /** How often nothing was found. */
    nothing: number;
    /** How often what was found did not help. */
    unhelpful: number;
    last_asked_at: InstantText;
  };
}
