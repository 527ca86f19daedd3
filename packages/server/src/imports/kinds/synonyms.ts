/** Words that mean the same in this shop: a record is a group of them. Groups are added to those that are there. */
import { line, list } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { readSynonyms } from '../../faq/entries.ts';
import { nextVersion } from '../../faq/locales.ts';
import { canonical, LocaleTag } from '../../faq/merchant/parameters.ts';
import { required, several, text } from '../columns.ts';
import type { Kind, Outcome } from '../types.ts';
import { byLocale } from './by-locale.ts';

/** Groups of a language, by the contract. */
const MOST_GROUPS = 500;

const ImportedGroup = z.strictObject({ locale: LocaleTag, words: list(line().min(1), 50).min(2, 'needs at least two words') });
type ImportedGroup = z.infer<typeof ImportedGroup>;

const keyOf = (words: readonly string[]): string => [...words].sort().join('|');

export const synonyms: Kind<ImportedGroup> = {
  columns: { locale: required(text('the language as BCP 47: en, pt-BR')), words: required(several('words or phrases that mean the same')) },
  schema: ImportedGroup,
  key: ({ locale, words }) => `The group ${keyOf(words)} in ${canonical(locale)}`,
  async write({ db }, records) {
    const outcomes = new Map<ImportedGroup, Outcome>();
    for (const [locale, some] of byLocale(records)) {
      const groups = await readSynonyms(db, locale);
      const known = new Set(groups.map(keyOf));
      const added = some.filter(({ value }) => !known.has(keyOf(value.words)));
      const room = MOST_GROUPS - groups.length;
      for (const { value } of some) outcomes.set(value, 'skipped');
      for (const [index, { row, value }] of added.entries()) {
        outcomes.set(value, index < room ? 'imported' : { row, column: null, problem: `There is room for ${MOST_GROUPS} groups in ${locale}.`, mend: 'Join groups, or take some out.' });
      }
      if (added.length === 0) continue;
      await nextVersion(db, locale);
      const all = [...groups, ...added.slice(0, Math.max(0, room)).map(({ value }) => value.words)];
      await db.updateTable('faq_locales').set({ synonyms: JSON.stringify(all) }).where('locale', '=', locale).execute();
    }
    return records.map(({ value }) => outcomes.get(value)!);
  },
};
