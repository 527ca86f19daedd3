import { cached } from './cache.ts';

export const formatNumber = (locale: string, value: number, options: Intl.NumberFormatOptions = {}): string =>
  cached(Intl.NumberFormat, locale, options).format(value);

export const pluralCategory = (locale: string, value: number): Intl.LDMLPluralRule =>
  cached(Intl.PluralRules, locale, {}).select(value);
