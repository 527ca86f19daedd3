import { pickPolicy, type PolicyInput, type ReturnPolicy } from '@aftercart/contract';

/** Return policies in one language. */
export type PolicySource = readonly ReturnPolicy[] | ((locale: string) => readonly ReturnPolicy[] | Promise<readonly ReturnPolicy[]>);

/** What Medusa has no place for. */
export interface MedusaReturns {
  /** The shop’s policies, or a function that gives them in a language. For a country and a tier the narrowest one is taken. */
  policies: PolicySource;
  /** Country of delivery where a page does not say which (ISO 3166-1 alpha-2). */
  country?: string;
  /** IANA zone of the days; that of the shop, not of the shopper. UTC when left out. */
  timeZone?: string;
  /** Public holidays (`2026-12-25`): a period that ends on one, or on a weekend, ends with the next working day. */
  holidays?: readonly string[];
}

export const policiesOf = async ({ policies }: MedusaReturns, locale: string): Promise<readonly ReturnPolicy[]> =>
  typeof policies === 'function' ? policies(locale) : policies;

/** The one that is meant. */
export const pick = (policies: readonly ReturnPolicy[], input: PolicyInput): ReturnPolicy | null => pickPolicy(policies.map((policy) => ({ policy })), input);
