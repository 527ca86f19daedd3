/** The returns section: several policies, and what they are for. */
import { guardReturnPolicy, pickPolicy, type PolicyCandidate, type PolicyInput, type PolicyScope, type ReturnPolicy } from '@aftercart/contract';
import { check } from './check.ts';
import { isObject, wrong, type Section } from './section.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;

function appliesTo(value: unknown, file: string, path: string): PolicyScope {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw wrong(file, path, 'an object');
  const { productIds, from, until } = value as Record<'productIds' | 'from' | 'until', unknown>;
  if (productIds && !(Array.isArray(productIds) && productIds.every((id) => typeof id === 'string'))) throw wrong(file, `${path}.productIds`, 'a list of product ids');
  for (const [name, day] of [['from', from], ['until', until]] as const) {
    if (day && !(typeof day === 'string' && DATE.test(day))) throw wrong(file, `${path}.${name}`, 'a date such as 2026-11-22');
  }
  return value as PolicyScope;
}

function candidates({ value, file, path }: Section): { list: PolicyCandidate[]; home: string | undefined } {
  const at = path && `${path}.`;
  if (!isObject(value) || !Array.isArray(value['policies'])) throw wrong(file, `${at}policies`, 'a list of policies');
  const home = value['defaultCountry'];
  if (home !== undefined && !(typeof home === 'string' && /^[A-Z]{2}$/.test(home))) throw wrong(file, `${at}defaultCountry`, 'an ISO 3166-1 code such as “GR”');
  const list = value['policies'].map((policy: unknown, i): PolicyCandidate => {
    const where = `${at}policies[${i}]`;
    return {
      policy: check(guardReturnPolicy, policy, file, where),
      appliesTo: appliesTo((policy as Record<string, unknown>)['appliesTo'], file, `${where}.appliesTo`),
    };
  });
  return { list, home };
}

export function policyOf(found: Section, input: PolicyInput, now: () => number): ReturnPolicy | null {
  const { list, home } = candidates(found);
  return pickPolicy(list, { ...input, country: input.country ?? home, date: input.date ?? new Date(now()).toISOString().slice(0, 10) });
}
