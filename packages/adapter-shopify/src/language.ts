/** The page’s language in Shopify’s words, and the shop’s words in the page’s language. */

/** What LanguageCode has in both APIs, version 2026-04. One that is not among them would be refused. */
export const LANGUAGES =
  'AF AK AM AR AS AZ BE BG BM BN BO BR BS CA CE CKB CS CU CY DA DE DZ EE EL EN EO ES ET EU FA FF FI FIL FO FR FY GA GD GL GU GV HA HE HI HR HU HY IA ID ' +
  'IG II IS IT JA JV KA KI KK KL KM KN KO KS KU KW KY LB LG LN LO LT LU LV MG MI MK ML MN MR MS MT MY NB ND NE NL NN NO OM OR OS PA PL PS PT PT_BR ' +
  'PT_PT QU RM RN RO RU RW SA SC SD SE SG SI SK SL SN SO SQ SR SU SV SW TA TE TG TH TI TK TO TR TT UG UK UR UZ VI VO WO XH YI YO ZH ZH_CN ZH_TW ZU';

/** A LanguageCode for a BCP 47 tag; null, which asks for the shop’s own language, where there is none. */
export function languageCode(locale: string): string | null {
  const [language = '', region = ''] = locale.toUpperCase().split('-');
  // Chinese is told apart by its script, which region and tag may both stand for.
  const chinese = language === 'ZH' && (/HANT|TW|HK|MO/.test(locale.toUpperCase()) ? 'TW' : 'CN');
  return [`${language}_${chinese || region}`, language].find((code) => LANGUAGES.split(' ').includes(code)) ?? null;
}

/** Something that is the same in all languages, or a function of a BCP 47 tag. */
export type Localised<T> = T | ((locale: string) => T);

export const inLanguage = <T extends object | string>(value: Localised<T>, locale: string): T =>
  typeof value === 'function' ? (value as (locale: string) => T)(locale) : value;

/** The tag, where it is one; else that of the words in this package. */
export function validTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
