import { z } from 'zod';

/** Words for shoppers: in one language, or by Vendure’s language code (`{ en: 'Member', de: 'Mitglied' }`). */
export type Text = string | Readonly<Record<string, string>>;

export const Text = z.union([z.string().min(1), z.record(z.string(), z.string()).refine((words) => Object.keys(words).length > 0, 'no language')]);

/** In a language, else in English, else in the first that there is. */
export function say(text: Text, languageCode: string): string {
  if (typeof text === 'string') return text;
  const code = [languageCode, languageCode.replace(/_.*$/, ''), 'en'].find((candidate) => Object.hasOwn(text, candidate));
  return code === undefined ? Object.values(text)[0]! : text[code]!;
}

export const sayMaybe = (text: Text | undefined, languageCode: string): string | null => (text === undefined ? null : say(text, languageCode));
