/** The FAQ service: entries for a page that searches itself, a search for one that does not. */
import type { ContactInfo, FaqEntries, FaqService } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import { invalid } from '../fail.ts';
import { DAY, instant } from '../time.ts';
import { lazily, localeOf, type Locale } from '../words.ts';
import { ENTRIES, type FaqWords } from './entries.ts';

const WORDS: Record<Locale, () => Promise<{ faq: FaqWords }>> = {
  en: () => import('./locales/en.ts'),
  el: () => import('./locales/el.ts'),
  ru: () => import('./locales/ru.ts'),
  zh: () => import('./locales/zh.ts'),
  es: () => import('./locales/es.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  ar: () => import('./locales/ar.ts'),
};

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

const contact = (words: FaqWords): ContactInfo => ({
  channels: [
    {
      kind: 'chat',
      label: words.contact.chat,
      url: '#chat?q={query}',
      openingHours: [{ days: [...WORKDAYS], opens: '09:00', closes: '20:00' }, { days: ['Saturday'], opens: '10:00', closes: '16:00' }],
      replyMinutes: 3,
    },
    { kind: 'email', label: 'help@northpine.example', url: 'mailto:help@northpine.example?subject={query}', replyMinutes: 240 },
    { kind: 'phone', label: '+30 21 0000 0000', url: 'tel:+302100000000', openingHours: [{ days: [...WORKDAYS], opens: '09:00', closes: '17:00' }], replyMinutes: 1 },
    { kind: 'store', label: words.contact.store, url: '#stores', openingHours: [{ days: [...WORKDAYS, 'Saturday'], opens: '10:00', closes: '21:00' }] },
  ],
  timeZone: 'Europe/Athens',
});

export const faq = (environment: Environment) => {
  const load = async (locale: string) => (await lazily(WORDS[localeOf(locale)])).faq;

  const entriesOf = (words: FaqWords, category?: string | null): FaqEntries => ({
    items: environment.isEmpty
      ? []
      : ENTRIES.filter((entry) => !category || entry.category === category).map((entry, i) => {
          const [question, answer, ...keywords] = words.entries[entry.id];
          return {
            id: entry.id,
            question,
            answer,
            format: 'html' in entry ? 'html' : 'text',
            category: { id: entry.category, name: words.categories[entry.category] },
            keywords,
            popularity: entry.popularity,
            contexts: [...(entry.contexts ?? [])],
            updatedAt: instant(environment.base - (12 + i * 7) * DAY),
          };
        }),
    synonyms: environment.isEmpty ? [] : words.synonyms.map((group) => [...group]),
  });

  return {
    entries: async ({ category }, context) => {
      await environment.enter(context);
      return entriesOf(await load(context.locale), category);
    },

    search: async ({ query, limit, context: page }, context) => {
      await environment.enter(context);
      const [words, { search }] = await Promise.all([load(context.locale), lazily(() => import('./search.ts'))]);
      return { items: search(entriesOf(words).items, query, limit ?? 10, page ?? '') };
    },

    // A vote is only counted; whose it was is nobody’s business.
    vote: (input, context) =>
      environment.write(context, 'anyone', 'faq.vote', input, () => {
        if (!environment.isEmpty && !ENTRIES.some(({ id }) => id === input.entryId)) throw invalid('There is no such entry.');
        return { recorded: !environment.isEmpty };
      }),

    contact: async (_, context) => {
      await environment.enter(context);
      return environment.isEmpty ? null : contact(await load(context.locale));
    },
  } satisfies FaqService;
};

