import { readFile } from 'node:fs/promises';
import type { AdapterContext } from '@aftercart/contract';
import { FaqEntries, PointsProgram, ReferralProgram, ReturnPolicy } from '@aftercart/contract/schemas';
import { describe, expect, test, vi } from 'vitest';
import { staticAdapter, type StaticOptions } from './adapter.ts';
import type { Fetch } from './load.ts';

const context = (more: Partial<AdapterContext> = {}): AdapterContext => ({
  signal: new AbortController().signal, locale: 'en', token: async () => null, ...more,
});

const host = (files: Record<string, unknown>) =>
  vi.fn<Fetch>(async (url) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = files[path];
    if (file instanceof Response) return file.clone();
    if (file === undefined) return new Response('<h1>Not found</h1>', { status: 404 });
    return new Response(typeof file === 'string' ? file : JSON.stringify(file));
  });

const shop = (files: Record<string, unknown>, more: Partial<StaticOptions> = {}) => staticAdapter({ src: '/shop.json', fetch: host(files), ...more });

const fixture = async (name: string) => JSON.parse(await readFile(new URL(`./test/fixtures/${name}`, import.meta.url), 'utf8')) as Record<string, unknown>;
const fixtures = async () => ({
  '/shop.json': await fixture('shop.json'), '/faq.en.json': await fixture('faq.en.json'), '/faq.el.json': await fixture('faq.el.json'),
});

const problem = (call: Promise<unknown>) => call.then(() => 'no problem', (error: { code: string; message: string }) => `${error.code} ${error.message}`);

const entry = { id: 'a', question: 'A?', answer: 'B.' };

describe('a realistic shop', () => {
  test('every section passes zod', async () => {
    const { faq, returns, points, referrals } = shop(await fixtures());
    expect(FaqEntries.parse(await faq.entries({}, context())).items).toHaveLength(3);
    expect(PointsProgram.parse(await points.program({}, context())).rewards[0]!.eligibility).toEqual({ status: 'unknown' });
    expect(ReferralProgram.parse(await referrals.program({}, context()))).toMatchObject({ active: true });
    expect(ReturnPolicy.parse(await returns.policy({}, context())).id).toBe('eu');
    expect((await faq.contact({}, context()))!.channels).toHaveLength(2);
  });

  test('nobody is known', async () => {
    const { points, referrals } = shop(await fixtures());
    expect(await points.account({}, context())).toBeNull();
    expect(await referrals.link({}, context())).toBeNull();
  });

  test.each([
    [{ country: 'DE' }, 'eu'], [{ country: 'DE', tier: 'summit' }, 'eu-summit'], [{ country: 'JP', tier: 'summit' }, 'world'], [{ tier: 'trail' }, 'eu'],
    [{ country: 'DE', tier: 'summit', productId: 'gift-card' }, 'gift-card'], [{ productId: 'tent' }, 'eu'],
  ])('policy for %o is %s', async (input, id) => {
    expect((await shop(await fixtures()).returns.policy(input, context()))!.id).toBe(id);
  });

  test.each([['el', 'Πόσο'], ['el-CY', 'Πόσο'], ['ru', 'How'], ['en-GB', 'How']])('FAQ in %s', async (locale, start) => {
    const { items } = await shop(await fixtures()).faq.entries({}, context({ locale }));
    expect(items[0]!.question.startsWith(start)).toBe(true);
  });

  test('one category alone, one language of an inline section', async () => {
    const { faq, points } = shop(await fixtures());
    expect((await faq.entries({ category: 'gear' }, context())).items.map(({ id }) => id)).toEqual(['wash-merino']);
    expect((await points.program({}, context({ locale: 'el-GR' })))!.terminology!.other).toBe('μίλια');
  });
});

describe('the example in the README', () => {
  const example = async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    return JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)![1]!) as unknown;
  };

  test('works as it stands', async () => {
    const { faq, returns, points, referrals } = shop({ '/shop.json': await example() }, { now: () => Date.UTC(2026, 11, 28) });
    expect((await faq.entries({}, context())).items).toHaveLength(1);
    expect((await faq.contact({}, context()))!.channels).toHaveLength(2);
    expect((await returns.policy({ productId: 'parka' }, context()))!.id).toBe('winter-sale');
    expect((await returns.policy({ productId: 'parka', date: '2026-11-22' }, context()))!.id).toBe('eu');
    expect(await returns.policy({ country: 'JP' }, context())).toBeNull();
    expect((await points.program({}, context()))!.name).toBe('Trail Club');
    expect((await referrals.program({}, context()))!.friendOffer.title).toBe('€10 off');
  });
});

describe('what is wrong is named', () => {
  const faq = (items: unknown, more: object = {}) => shop({ '/shop.json': { faq: { items }, ...more } }).faq;

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['a bad entry', () => faq([entry, { ...entry, question: 1 }]).entries({}, context()), /^INVALID_RESPONSE \/shop\.json: faq\.items\[1\]\.question should be text 0–300\.$/],
    ['two of them', () => faq([{}, entry]).entries({}, context()), /faq\.items\[0\]\.id should be .*, and 2 more\.$/],
    ['a section of the wrong kind', () => shop({ '/shop.json': { faq: 7 } }).faq.entries({}, context()), /faq should be object\.$/],
    ['a file of the wrong kind', () => shop({ '/shop.json': [] }).faq.entries({}, context()), /^INVALID_RESPONSE \/shop\.json: the file should be an object\.$/],
    ['a bad contact', () => shop({ '/shop.json': { faq: { items: [], contact: { channels: [{}] } } } }).faq.contact({}, context()), /faq\.contact\.channels\[0\]\.(kind|url) should be/],
    ['a further file', () => shop({ '/shop.json': { faq: 'a/faq.json' }, '/a/faq.json': { items: [{ id: 'a' }] } }).faq.entries({}, context()), /^INVALID_RESPONSE a\/faq\.json: items\[0\]\.question should be/],
    ['a policy', () => shop({ '/shop.json': { returns: { policies: [{ id: 'a' }] } } }).returns.policy({}, context()), /returns\.policies\[0\]\.applicableCountry should be list/],
    ['no policies', () => shop({ '/shop.json': { returns: [] } }).returns.policy({}, context()), /returns\.policies should be a list of policies\.$/],
    ['a language tag', () => faq([], { defaultLocale: 3 }).entries({}, context()), /defaultLocale should be a language tag/],
    ['a list of languages', () => faq([], { locales: 'en' }).entries({}, context()), /locales should be a list of language tags/],
    ['a default language that is not there', () => shop({ '/shop.json': { points: { locales: { el: {} } } } }).points.program({}, context()), /points\.locales\.en should be there/],
    ['no JSON', () => shop({ '/shop.json': '{' }).faq.entries({}, context()), /^INVALID_RESPONSE \/shop\.json: is not valid JSON/],
    ['a page', () => shop({ '/shop.json': '\n<!doctype html>' }).faq.entries({}, context()), /^INVALID_RESPONSE \/shop\.json: is an HTML page/],
    ['nothing', () => shop({}).faq.entries({}, context()), /^UNSUPPORTED \/shop\.json: there is no such file/],
    ['a further file that is not there', () => shop({ '/shop.json': { faq: 'faq.json' } }).faq.entries({}, context()), /^UNSUPPORTED faq\.json: there is no such file/],
    ['another section only', () => shop({ '/shop.json': {} }).points.account({}, context()), /^UNSUPPORTED \/shop\.json has no “points”/],
    ['a key of every object', () => shop({ '/shop.json': '{"__proto__":{"faq":{"items":[]}}}' }).faq.entries({}, context()), /^UNSUPPORTED/],
  ])('%s', async (_, call, message) => {
    expect(await problem(call())).toMatch(message);
  });

  const policy = { id: 'a', applicableCountry: [], returnPolicyCategory: 'MerchantReturnNotPermitted', windowStart: 'delivery', outcomes: [], customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], exclusions: [] };
  test.each([[{ productIds: 'a' }, 'productIds'], [{ from: 'May' }, 'from'], [{ until: 3 }, 'until']])('appliesTo %o', async (appliesTo, field) => {
    const call = shop({ '/shop.json': { returns: { policies: [{ ...policy, appliesTo }] } } }).returns.policy({}, context());
    expect(await problem(call)).toContain(`/shop.json: returns.policies[0].appliesTo.${field} should be`);
  });

  test('`src` is needed', () => {
    expect(() => staticAdapter({ src: '' })).toThrow(/needs `src`/);
    expect(() => staticAdapter({ src: 'http://[' })).toThrow(/src="http:\/\/\["/);
  });
});

describe('what the host answers', () => {
  const answer = (status: number, headers = {}) =>
    shop({ '/shop.json': new Response('', { status, headers }) }).faq.entries({}, context()).catch((error: unknown) => error);

  test.each([[401, 'UNAUTHENTICATED'], [403, 'FORBIDDEN'], [404, 'UNSUPPORTED'], [408, 'TIMEOUT'], [410, 'INVALID_RESPONSE'], [429, 'RATE_LIMITED'], [500, 'UNAVAILABLE'], [503, 'UNAVAILABLE']])('%i → %s', async (status, code) => {
    expect(await answer(status)).toMatchObject({ code, message: expect.stringContaining('/shop.json') });
  });

  test('Retry-After comes along, as a number or a date', async () => {
    expect(await answer(503, { 'retry-after': '7' })).toMatchObject({ retryAfter: 7, retryable: true });
    expect(await answer(429, { 'retry-after': new Date(Date.now() + 9_500).toUTCString() })).toMatchObject({ retryAfter: expect.closeTo(9, -1) });
  });

  test('no connection', async () => {
    const fetch = async () => { throw new TypeError('Failed to fetch'); };
    expect(await problem(shop({}, { fetch }).faq.entries({}, context()))).toMatch(/^NETWORK \/shop\.json/);
    vi.stubGlobal('navigator', { onLine: false });
    expect(await problem(shop({}, { fetch }).faq.entries({}, context()))).toMatch(/^OFFLINE/);
    vi.unstubAllGlobals();
  });

  test('a language without a file reads the default, any other failure does not', async () => {
    const files = { '/shop.json': { faq: '/f/{locale}.json' }, '/f/en.json': { items: [entry] }, '/f/ru.json': new Response('', { status: 500 }) };
    expect((await shop(files).faq.entries({}, context({ locale: 'de-AT' }))).items).toHaveLength(1);
    expect(await problem(shop(files).faq.entries({}, context({ locale: 'ru' })))).toMatch(/^UNAVAILABLE \/f\/ru\.json/);
    expect(await problem(shop({ '/shop.json': files['/shop.json'] }).faq.entries({}, context({ locale: '../x' })))).toMatch(/^UNSUPPORTED \/f\/en\.json/);
  });
});

describe('one request', () => {
  const files = { '/shop.json': { faq: { items: [entry] }, points: {} } };

  test('is shared while it is under way, and asked again afterwards', async () => {
    const fetch = host(files);
    const { faq, points } = shop({}, { fetch });
    await Promise.all([faq.entries({}, context()), faq.contact({}, context()), points.program({}, context())]);
    expect(fetch).toHaveBeenCalledTimes(1);
    await faq.entries({}, context());
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test('sets nothing that a preload hint would not fit', async () => {
    const fetch = host(files);
    await shop({}, { fetch }).faq.entries({}, context());
    expect(fetch.mock.calls[0]![0]).toBe('/shop.json');
    expect(Object.keys(fetch.mock.calls[0]![1])).toEqual(['signal']);
  });

  test('goes on while one of two waits, and ends with the last', async () => {
    const signals: AbortSignal[] = [];
    const fetch: Fetch = (_, { signal }) => {
      signals.push(signal);
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        setTimeout(() => resolve(new Response(JSON.stringify(files['/shop.json']))), 10);
      });
    };
    const { faq } = shop({}, { fetch });
    const [one, two] = [new AbortController(), new AbortController()];
    const calls = [faq.entries({}, context({ signal: one.signal })), faq.entries({}, context({ signal: two.signal }))];
    one.abort();
    expect(await problem(calls[0]!)).toMatch(/^ABORTED/);
    expect(await calls[1]).toMatchObject({ items: [entry] });
    expect(signals[0]!.aborted).toBe(false);

    const alone = new AbortController();
    const call = faq.entries({}, context({ signal: alone.signal }));
    alone.abort();
    expect(await problem(call)).toMatch(/^ABORTED/);
    expect(signals[1]!.aborted).toBe(true);
    expect(await problem(faq.entries({}, context({ signal: alone.signal })))).toMatch(/^ABORTED/);
  });
});
