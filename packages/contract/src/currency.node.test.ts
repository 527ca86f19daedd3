import { expect, it } from 'vitest';
import { currencyExponent } from './index.ts';

it.each([['EUR', 2], ['HUF', 2], ['AFN', 2], ['XXX', 2], ['JPY', 0], ['VND', 0], ['KWD', 3], ['IQD', 3], ['CLF', 4]])('the minor unit of %s has %i decimals', (currency, decimals) => {
  expect(currencyExponent(currency)).toBe(decimals);
});
