import {
  AdapterError, defineAdapter, guardContactInfo, guardFaqEntries, guardPointsProgram, guardReferralProgram,
  type AdapterContext, type FaqService, type PointsService, type ReferralsService, type ReturnsService,
} from '@aftercart/contract';
import { check } from './check.ts';
import { createLoad, type Fetch } from './load.ts';
import { policyOf } from './returns.ts';
import { isObject, section, type Section } from './section.ts';

export interface StaticOptions {
  /** Address of the JSON file, such as `/shop.json`. */
  src: string;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

const NO_LISTS = { decimals: 0, tiers: [], earningRules: [], rewards: [] };

/**
 * FAQ, return policy, points and referral program from JSON files on any host. Nobody is signed in here: there is no account
 * and no referral link, so elements show their invitation to guests.
 *
 * @throws TypeError when `src` is missing or no address.
 */
export function staticAdapter({ src, fetch = (url, init) => globalThis.fetch(url, init), now = Date.now }: StaticOptions) {
  if (!src) throw new TypeError('The static adapter needs `src`, the address of its JSON file.');
  if (!URL.canParse(src, globalThis.document?.baseURI ?? 'http://localhost/')) throw new TypeError(`src="${src}" is no address.`);
  const source = { src, load: createLoad(fetch) };

  const need = async (name: string, { locale, signal }: AdapterContext): Promise<Section> => {
    const found = await section(source, name, locale, signal);
    if (!found) throw new AdapterError('UNSUPPORTED', `${src} has no “${name}”.`);
    return found;
  };

  return defineAdapter({
    id: 'static',

    points: {
      account: async (_, context) => {
        await need('points', context);
        return null;
      },
      program: async (_, context) => {
        const { value, file, path } = await need('points', context);
        return check(guardPointsProgram, isObject(value) ? { ...NO_LISTS, ...value } : value, file, path);
      },
    } satisfies PointsService,

    referrals: {
      program: async (_, context) => {
        const { value, file, path } = await need('referrals', context);
        return check(guardReferralProgram, isObject(value) ? { active: true, ...value } : value, file, path);
      },
      link: async (_, context) => {
        await need('referrals', context);
        return null;
      },
    } satisfies ReferralsService,

    returns: {
      policy: async (input, context) => policyOf(await need('returns', context), input, now),
    } satisfies ReturnsService,

    faq: {
      entries: async ({ category }, context) => {
        const { value, file, path } = await need('faq', context);
        const { items, ...rest } = check(guardFaqEntries, value, file, path);
        return { ...rest, items: category ? items.filter((entry) => entry.category?.id === category) : items };
      },
      contact: async (_, context) => {
        const { value, file, path } = await need('faq', context);
        const contact = isObject(value) ? value['contact'] : undefined;
        return contact ? check(guardContactInfo, contact, file, path ? `${path}.contact` : 'contact') : null;
      },
    } satisfies FaqService,
  });
}
