import type { Seeded, World } from '@aftercart/adapter-kit';
import type { Mock } from './mock.ts';

const LOCALES: Readonly<Record<string, string>> = { en: 'en-us' };

/** Writes the questions of a world into the Help Center: a section for each category of each language. An answer is kept as it is, as what Zendesk takes for HTML. */
export function seed(mock: Mock, { faq = {}, shoppers }: World): Seeded {
  const ids: Record<string, string> = {};
  let made = 100;
  Object.assign(mock, { articles: [], sections: [], categories: [] });
  for (const [language, entries] of Object.entries(faq)) {
    const locale = LOCALES[language] ?? language;
    for (const { id, question, answer, category, keywords } of entries) {
      const name = category?.name ?? 'General';
      const known = mock.sections.find((section) => section.locale === locale && section.name === name);
      const section = known ?? { id: ++made, locale, name, category_id: 1 };
      if (!known) mock.sections.push(section);
      const article = { id: ++made, locale, title: question, body: answer, section_id: section.id, label_names: [...(keywords ?? [])] };
      mock.articles.push(article);
      ids[id] ??= String(article.id);
    }
  }
  return { tokens: Object.fromEntries(shoppers.map(({ name }) => [name, `token-of-${name}`])), orders: {}, faq: ids };
}
