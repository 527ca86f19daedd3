/** The languages that the shop has answers in, and which of them a shopper reads. */
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';

export interface FaqLocale {
  locale: string;
  version: number;
  size: number;
}

/** `zh-hans-cn` and `zh-Hans-CN` are one. Null for what is no BCP 47 tag. */
export function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The language to answer in: the shopper’s, its parent (`zh` for `zh-Hans-CN`), the shop’s own, English, or the first there is. */
export async function localeFor({ db, locale }: Pick<Context, 'db' | 'locale'>): Promise<FaqLocale | undefined> {
  const known = await db.selectFrom('faq_locales').select(['locale', 'version', 'size', 'is_default']).where('size', '>', 0).orderBy('locale').execute();
  for (let tag = canonicalLocale(locale) ?? ''; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = known.find((candidate) => candidate.locale === tag);
    if (found) return found;
  }
  return known.find((candidate) => candidate.is_default) ?? known.find((candidate) => candidate.locale === 'en') ?? known[0];
}

/** Begins a change of a locale: the version that it is part of. Others who change the same locale wait. */
export async function nextVersion(db: Database, locale: string): Promise<number> {
  const { version } = await db
    .insertInto('faq_locales')
    .values({ locale, version: 1, size: 0, synonyms: '[]', is_default: 0 })
    .onConflict((conflict) => conflict.column('locale').doUpdateSet((eb) => ({ version: eb('faq_locales.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Ends a change of entries. */
export async function countEntries(db: Database, locale: string): Promise<void> {
  await db
    .updateTable('faq_locales')
    .set((eb) => ({ size: eb.selectFrom('faq_entries').select((count) => count.fn.countAll<number>().as('size')).where('locale', '=', locale) }))
    .where('locale', '=', locale)
    .execute();
}
