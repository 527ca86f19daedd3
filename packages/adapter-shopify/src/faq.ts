/** Questions kept as metaobjects: https://shopify.dev/docs/apps/build/metaobjects */
import type { ContactInfo, FaqEntry, FaqService } from '@aftercart/contract';
import { ask, everyPage, stopIf, type Api, type Connection } from './api/api.ts';
import { inLanguage, languageCode, type Localised } from './language.ts';
import { QUESTIONS } from './queries/questions.ts';
import { richTextHtml } from './rich-text.ts';

export interface FaqOptions {
  /** Type of the metaobjects, such as `faq`. */
  type: string;
  /** Keys of their fields, where they are called otherwise. `answer` may be text or rich text, `category` text or a reference, `keywords` text or a list. */
  keys?: Partial<Record<'question' | 'answer' | 'category' | 'keywords', string>>;
  /** How to reach people; Shopify has no such facts. */
  contact?: Localised<ContactInfo>;
}

interface Metaobject {
  handle: string;
  updatedAt: string;
  onlineStoreUrl: string | null;
  question: { value: string | null } | null;
  answer: { type: string; value: string | null } | null;
  category: { value: string | null; reference: { handle?: string; name?: { value: string | null } | null } | null } | null;
  keywords: { value: string | null } | null;
}

export const faq = (storefront: Api, { type, keys = {}, contact }: FaqOptions): FaqService => ({
  async entries({ category }, context) {
    const variables = { type, question: 'question', answer: 'answer', category: 'category', keywords: 'keywords', ...keys, language: languageCode(context.locale) };
    const found = await everyPage(async (after) => {
      const { metaobjects } = await ask<{ metaobjects: Connection<Metaobject> }>(storefront, QUESTIONS, { ...variables, after }, context);
      return metaobjects;
    });
    const items = found.flatMap(entryOf);
    return { items: category ? items.filter((entry) => entry.category?.id === category) : items };
  },
  ...(contact && {
    contact: async (_, { locale, signal }) => {
      stopIf(signal);
      return inLanguage(contact, locale);
    },
  }),
});

/** One without a question or an answer is not finished. */
function entryOf({ handle, updatedAt, onlineStoreUrl, question, answer, category, keywords }: Metaobject): FaqEntry[] {
  if (!question?.value || !answer?.value) return [];
  const isRich = answer.type === 'rich_text_field';
  return [
    {
      id: handle,
      question: question.value,
      answer: isRich ? richTextHtml(answer.value) : answer.value,
      format: isRich ? 'html' : 'text',
      category: categoryOf(category),
      keywords: listOf(keywords?.value),
      url: onlineStoreUrl,
      updatedAt,
    },
  ];
}

function categoryOf(category: Metaobject['category']): FaqEntry['category'] {
  const { handle, name } = category?.reference ?? {};
  if (handle) return { id: handle, name: name?.value || handle };
  return category?.value ? { id: category.value, name: category.value } : null;
}

/** A list of texts is JSON; anything else is one text. */
function listOf(value: string | null | undefined): string[] {
  if (!value) return [];
  try {
    const list: unknown = JSON.parse(value);
    if (Array.isArray(list)) return list.filter((item) => typeof item === 'string');
  } catch {}
  return [value];
}
