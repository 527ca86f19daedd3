/** Shopify’s decimals as integer minor units. */
import { currencyExponent } from '@aftercart/contract';

/** `12.5` euros are 1250, `1200.0` yen are 1200. A part of a minor unit is rounded; what is no number is 0. */
export function minorUnits(decimal: string, currency: string): number {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? ['', '', '0'];
  const digits = currencyExponent(currency);
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, '0')) + (Number(fraction[digits] ?? 0) >= 5 ? 1 : 0);
  return sign ? -amount || 0 : amount;
}
