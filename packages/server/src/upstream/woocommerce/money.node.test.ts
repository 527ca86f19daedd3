import { expect, it } from 'vitest';
import { minorUnits } from './money.ts';

it.each([
  [['12.40'], 'EUR', 1, 1_240],
  [['10', '2.4'], 'EUR', 1, 1_240],
  [['4.166667', '0.833333'], 'EUR', 1, 500],
  [['0.1', '0.2'], 'EUR', 1, 30],
  [['1.005'], 'EUR', 1, 101],
  [['-1.005'], 'EUR', 1, -101],
  [['1.0049999999999'], 'EUR', 1, 100],
  [['24.80'], 'EUR', 2, 1_240],
  [['10.00'], 'EUR', 3, 333],
  [['1500'], 'JPY', 1, 1_500],
  [['1500.5'], 'JPY', 1, 1_501],
  [['1.2345'], 'KWD', 1, 1_235],
  [[], 'EUR', 1, 0],
  [['99999999999.99'], 'EUR', 1, 9_999_999_999_999],
] as const)('%j %s by %i is %i', (decimals, currency, divisor, minor) => expect(minorUnits(decimals, currency, divisor)).toBe(minor));

it.each([[['1,50'], 'EUR'], [[''], 'EUR'], [['1e3'], 'EUR'], [['NaN'], 'EUR'], [['1.00'], 'euros'], [['1.00'], '']] as const)('%j %s is none', (decimals, currency) => {
  expect(minorUnits(decimals, currency)).toBeNaN();
});
