/** What the law gives, whatever the shop says. */

/** Directive 2011/83/EU, Art. 9(1): days from receipt. */
export const EU_STATUTORY_DAYS = 14;

/** The European Union, and Iceland, Liechtenstein and Norway, where the directive applies through the EEA Agreement. */
const COUNTRIES = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

export const givesEuRight = (country: string): boolean => COUNTRIES.has(country);

/**
 * Days of the right of withdrawal; 0 where there is none. A shop may give more than the law, never less.
 *
 * @param agreed What the policy says; null when it says that the law excepts the goods.
 */
export function statutoryDays(agreed: { days: number } | null | undefined, country: string | null): number {
  if (agreed === null) return 0;
  return Math.max(agreed?.days ?? 0, country !== null && givesEuRight(country) ? EU_STATUTORY_DAYS : 0);
}
