/** Texts as a database searches them: the words that the index in memory has, folded, and of scripts without spaces every pair of letters. */
import { plainText, tokenize } from '@aftercart/faq-index';
import type { FaqEntry } from '@aftercart/contract';

export const wordsOf = (text: string): string[] => tokenize(text).map(({ term }) => term);

/** As they are kept; the spaces around let a search by letters tell where a word begins. */
const kept = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** What of an entry the database searches. */
export const searchedWords = ({ question, keywords, answer, format }: Pick<FaqEntry, 'question' | 'keywords' | 'answer'> & { format?: string | null | undefined }) => ({
  title_words: kept([question, ...(keywords ?? [])].join(' ')),
  body_words: kept(format === 'html' ? plainText(answer) : answer),
});
