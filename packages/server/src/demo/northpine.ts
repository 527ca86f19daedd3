/** The demo shop, asked in each of its languages, so that its texts exist once. */
import { memoryAdapter, type Links } from '@aftercart/adapter-memory';
import { LOCALES, type Locale } from '@aftercart/adapter-memory/demo';
import type { AdapterContext } from '@aftercart/contract';
import type { LocalisedText } from '../locale/text.ts';

export type Northpine = ReturnType<typeof memoryAdapter>;

const PAGES: Partial<Links> = { shop: '/index.html', product: '/product.html?id={id}', image: '/images/{id}.svg' };

/** Where the demo storefront shows a product, and its picture. */
export const pageOf = (productId: string): string => PAGES.product!.replace('{id}', productId);
export const pictureOf = (productId: string): string => PAGES.image!.replace('{id}', productId);

/** Northpine as its best customer sees it at a moment. */
export const northpineAt = (now: Date): Northpine => memoryAdapter({ latency: 0, now: () => now.getTime(), links: PAGES });

/** An answer in every language of the shop. */
export interface Told<T> {
  /** For all that is no text. */
  en: T;
  by: Readonly<Record<Locale, T>>;
  /** One text of the answers, by language. */
  text(pick: (answer: T) => string): LocalisedText;
  /** One that there may not be. */
  maybe(pick: (answer: T) => string | null | undefined): LocalisedText | null;
}

const inLocale = (locale: Locale): AdapterContext => ({ signal: new AbortController().signal, locale, token: () => Promise.resolve(null) });

/** Asks the same in every language. What the shop does not have is a mistake here. */
export async function ask<T>(question: (context: AdapterContext) => Promise<T | null>): Promise<Told<T>> {
  const answers = await Promise.all(LOCALES.map(async (locale) => [locale, await question(inLocale(locale))] as const));
  for (const [locale, answer] of answers) if (answer === null) throw new TypeError(`Northpine answers nothing in ${locale}.`);
  const by = Object.fromEntries(answers) as Record<Locale, T>;
  const text: Told<T>['text'] = (pick) => Object.fromEntries(LOCALES.map((locale) => [locale, pick(by[locale])]));
  return {
    en: by.en, by, text,
    maybe: (pick) => (pick(by.en) == null ? null : text((answer) => pick(answer) ?? '')),
  };
}
