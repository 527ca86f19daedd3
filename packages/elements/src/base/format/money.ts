import { currencyExponent, type Money } from '@aftercart/contract';
import { formatNumber } from './number.ts';

/** An amount as people write it. A made-up code is shown as it is. */
export function formatMoney(locale: string, { amount, currency }: Money): string {
  const value = amount / 10 ** currencyExponent(currency);
  try {
    return formatNumber(locale, value, { style: 'currency', currency, ...(Number.isInteger(value) && { minimumFractionDigits: 0 }) });
  } catch {
    return `${value} ${currency}`;
  }
}
