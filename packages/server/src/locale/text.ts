/** Texts that a merchant writes: one for all, or one by language. */
import { z } from 'zod';

const MOST = 20_000;

/** `"Free delivery"`, or `{ "en": "Free delivery", "el": "Δωρεάν αποστολή" }` with at least one language (BCP 47). */
export const LocalisedText = z
  .union([z.string().max(MOST), z.record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().max(MOST)).refine((texts) => Object.keys(texts).length > 0, 'needs at least one language')])
  .meta({ id: 'LocalisedText', description: 'A text, or one by BCP 47 language.' });

/** One whose text is at most so long in every language: what the contract calls a line (300) or a paragraph (5,000). */
export const localisedText = (most: number) =>
  LocalisedText.refine(
    (text) => (typeof text === 'string' ? [text] : Object.values(text)).every((words) => words.length > 0 && words.length <= most),
    `must have 1 to ${most} characters in every language`,
  );

export type LocalisedText = z.infer<typeof LocalisedText>;

/** In the wanted language: that, its parent (`zh` for `zh-Hans-CN`), English, or the first there is. */
export const say = (text: LocalisedText, locale: string): string => (typeof text === 'string' ? text : choose(text, locale));

/** Of things by language, the one to give: as `say` chooses. */
export function choose<T>(byLanguage: Readonly<Record<string, T>>, locale: string): T {
  for (let tag = locale; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (Object.hasOwn(byLanguage, tag)) return byLanguage[tag]!;
  }
  return byLanguage['en'] ?? Object.values(byLanguage)[0]!;
}

export const sayMaybe = (text: LocalisedText | null | undefined, locale: string): string | undefined => (text == null ? undefined : say(text, locale));
