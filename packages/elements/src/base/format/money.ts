import type { Money } from '@aftercart/contract';
import { cached } from './cache.ts';
import { formatNumber } from './number.ts';

/** Minor units become the digits that the currency has. A made-up code is shown as it is. */
export function formatMoney(locale: string, { amount, currency }: Money): string {
  try {
    const digits = cached(Intl.NumberFormat, locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const whole = amount % 10 ** digits === 0;
    return formatNumber(locale, amount / 10 ** digits, { style: 'currency', currency, ...(whole && { minimumFractionDigits: 0 }) });
  } catch {
    return `${amount / 100} ${currency}`;
  }
}
