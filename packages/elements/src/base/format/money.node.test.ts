import { expect, it } from 'vitest';
import { formatMoney } from './money.ts';

it.each([
  ['en', 1_250, 'EUR', '€12.50'],
  ['en', 1_000, 'EUR', '€10'],
  ['en', 1_000, 'JPY', '¥1,000'],
  ['en', 12_500, 'KWD', 'KWD 12.500'],
  // Forints are written without fillér, and kept with them.
  ['en', 50_000, 'HUF', 'HUF 500'],
  ['en', -1_250, 'USD', '-$12.50'],
  ['en', 1_250, 'made up', '12.5 made up'],
])('%s: %i of %s is %s', (locale, amount, currency, words) => {
  expect(formatMoney(locale, { amount, currency }).replaceAll('\u00a0', ' ')).toBe(words);
});
