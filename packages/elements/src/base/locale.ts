/** Which language an element speaks: that of the nearest ancestor with `lang`, across shadow roots. */

/** A string with `{name}` placeholders, or one for each plural category of the language, chosen by `{n}`. */
type Message = string | ({ readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string });
export type Strings = Readonly<Record<string, Message>>;
/** The strings of every element in one language, by tag without its prefix. */
export type Locale = Readonly<Record<string, Strings>>;

/** Loads of the shipped languages beside English; one chunk each. */
const LOCALES: Readonly<Record<string, () => Promise<{ default: Locale }>>> = {
  ar: () => import('../locales/ar.ts'),
  de: () => import('../locales/de.ts'),
  el: () => import('../locales/el.ts'),
  es: () => import('../locales/es.ts'),
  fr: () => import('../locales/fr.ts'),
  ru: () => import('../locales/ru.ts'),
  zh: () => import('../locales/zh.ts'),
};

/** The strings of a language, or undefined where English serves. */
export const loadLocale = (language: string): Promise<Locale> | undefined => LOCALES[language]?.().then((module) => module.default);

/** The BCP 47 tag that holds for an element; `en` where there is none or where it is malformed. */
export function languageOf(element: Element): string {
  let node: Node | null = element;
  while (node) {
    const found: Element | null = (node as Element).closest('[lang]');
    if (found) {
      const tag = found.getAttribute('lang')!;
      try {
        if (tag) return Intl.getCanonicalLocales(tag)[0]!;
      } catch {
        // A malformed tag says nothing.
      }
      break;
    }
    node = (node.getRootNode() as ShadowRoot).host;
  }
  return 'en';
}
