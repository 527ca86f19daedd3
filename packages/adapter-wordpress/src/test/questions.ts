/** Questions as a shop keeps them in WordPress, and the world of the conformance kit as such. */
import type { World } from '@aftercart/adapter-kit';

export interface Question {
  /** HTML, as WordPress keeps it. */
  title: string;
  content: string;
  lang?: string;
  topic?: { key: string; name: string };
  type?: 'faq' | 'post' | 'page';
  status?: 'publish' | 'draft' | 'private';
  password?: string;
  /** UTC: `2026-11-20 10:00:00`. */
  modified?: string;
}

export interface Filled {
  /** In the order of the questions. */
  ids: number[];
  /** Ids of topics by their keys. */
  topics: Record<string, number>;
}

/** Throws away what is there and writes these. */
export type Fill = (questions: readonly Question[]) => Promise<Filled>;

/** Text as an editor’s HTML, written so that WordPress does not set it anew: it makes “ of " and — of --. */
const htmlOf = (text: string): string => text.replace(/[&<>"'`\\-]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A block of HTML is left as it is; other text gets paragraphs. */
const blockOf = (html: string): string => `<!-- wp:html -->${html}<!-- /wp:html -->`;

export const questionsOf = ({ faq = {} }: World): (Question & { id: string })[] =>
  Object.entries(faq).flatMap(([lang, entries]) =>
    entries.map(({ id, question, answer, format, category, updatedAt }) => ({
      id,
      lang,
      title: htmlOf(question),
      content: blockOf(format === 'html' ? answer : htmlOf(answer)),
      ...(category && { topic: { key: `${lang}-${category.id}`, name: htmlOf(category.name) } }),
      ...(updatedAt && { modified: new Date(updatedAt).toISOString().slice(0, 19).replace('T', ' ') }),
    })),
  );
