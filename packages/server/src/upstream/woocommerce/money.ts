/** Amounts as WooCommerce writes them: decimals in text, with more digits than the currency has. */
import { currencyExponent } from '@aftercart/contract';

/** Digits that are kept while adding. */
const DIGITS = 10;

/** `12.5` as 125_000_000_000; undefined for what is no decimal. */
function scaled(decimal: string): bigint | undefined {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal.trim()) ?? [];
  if (sign === undefined) return undefined;
  const value = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
  return sign ? -value : value;
}

/**
 * The sum of decimals, divided, in minor units: halves away from zero.
 *
 * @returns NaN when one is no decimal, so that whoever checks the order refuses it.
 */
export function minorUnits(decimals: readonly string[], currency: string, divisor = 1): number {
  const values = decimals.map(scaled);
  if (values.some((value) => value === undefined) || !/^[A-Z]{3}$/.test(currency)) return Number.NaN;
  const sum = (values as bigint[]).reduce((a, b) => a + b, 0n);
  const unit = 10n ** BigInt(DIGITS - currencyExponent(currency)) * BigInt(divisor);
  const size = sum < 0n ? -sum : sum;
  const rounded = Number((size * 2n + unit) / (unit * 2n));
  return sum < 0n ? -rounded : rounded;
}
