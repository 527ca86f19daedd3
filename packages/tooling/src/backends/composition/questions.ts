/** The demo’s questions in every language, as a file of the static adapter. */
import { memoryAdapter } from '../../../../adapter-memory/src/index.ts';

const LOCALES = ['en', 'el', 'ru', 'zh', 'es', 'de', 'fr', 'ar'];

export async function questions(): Promise<object> {
  const { faq } = memoryAdapter({ latency: 0 });
  const locales = await Promise.all(
    LOCALES.map(async (locale) => {
      const context = { locale, signal: new AbortController().signal, token: () => Promise.resolve(null) };
      return [locale, { ...(await faq.entries({}, context)), contact: await faq.contact({}, context) }] as const;
    }),
  );
  return { defaultLocale: 'en', faq: { locales: Object.fromEntries(locales) } };
}
