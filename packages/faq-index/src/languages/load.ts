import type { Language } from '../types.ts';

const LANGUAGES: Record<string, () => Promise<{ language: Language }>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ru: () => import('./ru.ts'),
  zh: () => import('./zh.ts'),
};

/** The rules of a language; none for a language that has none, which is then searched as it is written. */
export async function loadLanguage(locale: string): Promise<Language> {
  const name = locale.split(/[-_]/)[0]!.toLowerCase();
  return Object.hasOwn(LANGUAGES, name) ? (await LANGUAGES[name]!()).language : {};
}
