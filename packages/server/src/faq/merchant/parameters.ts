import { z } from 'zod';
import { canonicalLocale } from '../locales.ts';

/** BCP 47. */
export const LocaleTag = z.string().min(2).max(60).refine((tag) => canonicalLocale(tag) !== null, 'is no language tag (BCP 47), such as pt-BR');

/** The tag in the form in which it is kept. */
export const canonical = (tag: string): string => canonicalLocale(tag) ?? tag;
