/** A currency as the unit of a points program. */
import { currencyExponent, type PluralForms } from '@aftercart/contract';

/**
 * Decimal places of a currency (ISO 4217 exponent): 2 for EUR, 0 for JPY.
 *
 * @throws TypeError
 */
export function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError(`pointsFromStoreCredit.currency="${currency}" is no ISO 4217 code.`);
  return currencyExponent(currency);
}

/** Medusa’s amounts are decimal numbers of the main unit: 12.5 is €12.50. */
export const minorUnits = (amount: number, decimals: number): number => Math.round(amount * 10 ** decimals);

/** Numbers that between them reach every plural category of every language (CLDR). */
const SAMPLES = [0, 1, 2, 3, 6, 11, 20, 100, 1_000_000, 0.5, 1.5];

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** What one unit is called in a language: “euro” and “euros”, „Euro“, «евро». */
export function nameOf(currency: string, tag: string): PluralForms {
  const locale = isTag(tag) ? tag : 'en';
  const rules = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name', minimumFractionDigits: 0 });
  const named = (sample: number): string => format.formatToParts(sample).find(({ type }) => type === 'currency')?.value ?? currency;
  const forms = Object.fromEntries(SAMPLES.map((sample) => [rules.select(sample), named(sample)]));
  return { ...forms, other: forms['other'] ?? currency };
}
