/** Languages of the questions and answers: which there are, which is the shop’s own, and what means the same in each. */
import { AdapterError } from '@aftercart/contract';
import { line, list } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';
import { readSynonyms } from '../entries.ts';
import { nextVersion } from '../locales.ts';
import { canonical, LocaleTag } from './parameters.ts';

const Synonyms = z.object({ synonyms: list(list(line().min(1), 50), 500).describe('Groups of words or phrases that mean the same in this shop.') });
const Locale = z.object({ locale: z.string(), size: z.int().describe('How many entries it has.'), isDefault: z.boolean(), version: z.int() });
const parameters = z.object({ locale: LocaleTag });

export const faqLocalesMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /faq/locales', {
    summary: 'Lists the languages that have questions and answers.',
    answer: z.object({ items: z.array(Locale) }),
    async handle(_, { db }) {
      const rows = await db.selectFrom('faq_locales').selectAll().orderBy('locale').execute();
      return { items: rows.map(({ locale, size, is_default, version }) => ({ locale, size, isDefault: is_default === 1, version })) };
    },
  }),

  merchantOperation('PUT /faq/locales/{locale}/default', {
    summary: 'Makes a language the one that is answered in where the shopper’s is missing.',
    parameters,
    async handle({ parameters }, { db }) {
      const locale = canonical(parameters.locale);
      const known = await db.updateTable('faq_locales').set({ is_default: 1 }).where('locale', '=', locale).returning('locale').executeTakeFirst();
      if (!known) throw new AdapterError('INVALID_REQUEST', `There are no entries in ${locale}: write some first.`);
      await db.updateTable('faq_locales').set({ is_default: 0 }).where('locale', '!=', locale).execute();
    },
  }),

  merchantOperation('GET /faq/locales/{locale}/synonyms', {
    summary: 'Reads what means the same.',
    parameters,
    answer: Synonyms,
    handle: async ({ parameters }, { db }) => ({ synonyms: await readSynonyms(db, canonical(parameters.locale)) }),
  }),

  merchantOperation('PUT /faq/locales/{locale}/synonyms', {
    summary: 'Replaces what means the same.',
    parameters,
    body: Synonyms,
    answer: Synonyms,
    async handle({ parameters, body }, { db }) {
      const locale = canonical(parameters.locale);
      await nextVersion(db, locale);
      await db.updateTable('faq_locales').set({ synonyms: JSON.stringify(body.synonyms) }).where('locale', '=', locale).execute();
      return body;
    },
  }),
];
