/** The demo’s words, one lazily loaded file per language. A language that is not there reads English. */
import { AdapterError, type PluralForms } from '@aftercart/contract';

/** A title, and what more there is to say. */
type Titled = readonly [title: string, description: string, terms?: string];

export interface Words {
  terminology: PluralForms;
  club: string;
  /** Name, then benefits. */
  tiers: Record<'trail' | 'ridge' | 'summit', readonly [name: string, ...benefits: string[]]>;
  rules: Record<'purchase' | 'sign_up' | 'review' | 'referral' | 'birthday' | 'repair', Titled>;
  rewards: Record<'five-off' | 'flexible' | 'ten-percent' | 'free-shipping' | 'mug' | 'gift-card' | 'guided-hike' | 'hut-night', Titled>;
  /** `{order}` and `{reward}` are replaced. */
  ledger: Record<'order' | 'cancelled' | 'declined' | 'returned' | 'welcome' | 'review' | 'referral' | 'birthday' | 'redemption' | 'revoked' | 'expiry' | 'goodwill', string>;
  estimate: string;
  referral: { advocate: string; friend: string; terms: string; message: string };
  reviews: {
    aspects: Record<'fit' | 'comfort' | 'quality' | 'size' | 'warmth' | 'brightness' | 'battery', string>;
    incentive: readonly [title: string, disclosure: string];
    refused: string;
    pending: readonly [title: string, body: string];
    published: readonly [title: string, body: string];
    rejected: readonly [title: string, body: string, reason: string];
  };
  returns: {
    conditions: string;
    exclusions: Record<'hygiene' | 'custom' | 'gift' | 'sale', string>;
    christmas: string;
    /** `{order}`, `{placed}`, `{items}`, `{name}`, `{email}` are replaced. */
    declaration: string;
    all: string;
  };
  tracking: {
    events: Record<'label' | 'picked' | 'hub' | 'arrived' | 'weather' | 'out' | 'address' | 'locker' | 'attempt' | 'delivered', string>;
    actions: Record<'address' | 'pickup', string>;
    places: Record<'warehouse' | 'leipzig' | 'thessaloniki' | 'athens', string>;
  };
}

export const LOCALES = ['en', 'el', 'ru', 'zh', 'es', 'de', 'fr', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** The shipped language nearest to a BCP 47 tag. */
export const localeOf = (tag: string): Locale => {
  const language = tag.toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language) ?? 'en';
};

// Written out, because a bundler only splits imports that it can read.
const WORDS: Record<Locale, () => Promise<{ words: Words }>> = {
  en: () => import('./locales/en.ts'),
  el: () => import('./locales/el.ts'),
  ru: () => import('./locales/ru.ts'),
  zh: () => import('./locales/zh.ts'),
  es: () => import('./locales/es.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** Loads a file of words; a file that does not come is a network failure like any other. */
export const lazily = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((cause: unknown) => {
    throw new AdapterError('NETWORK', 'The demo’s words could not be loaded.', { cause });
  });

export const loadWords = async (tag: string): Promise<Words> => (await lazily(WORDS[localeOf(tag)])).words;

/** Puts values in the place of their `{names}`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
