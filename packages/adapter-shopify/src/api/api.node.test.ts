import { capabilities } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { shopifyAdapter, type ShopifyOptions } from '../index.ts';
import { refusing, SHOP, throttled } from '../test/host.ts';
import { adapterOf, MARIA, openNorthpine, order } from '../test/northpine.ts';

const json = (body: unknown) => () => new Response(JSON.stringify(body));
const asked = (refusal: () => Response) => {
  const shop = openNorthpine({ orders: [order()] });
  shop.host.refusal = refusal;
  return adapterOf(shop).tracking!.shipments({}, shop.maria).then((answer) => expect.unreachable(`answered ${JSON.stringify(answer)}`), (error: unknown) => error);
};
const error = (code: string, message = 'Why.') => json({ errors: [{ message, extensions: { code } }] });

describe('what Shopify refuses', () => {
  it.each([
    ['THROTTLED', 'RATE_LIMITED'], ['ACCESS_DENIED', 'FORBIDDEN'], ['SHOP_INACTIVE', 'FORBIDDEN'], ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE'], ['UNAUTHORIZED', 'UNAUTHENTICATED'],
    ['TIMEOUT', 'TIMEOUT'], ['undefinedField', 'INVALID_REQUEST'], ['constructor', 'INVALID_REQUEST'],
  ])('%s in a good answer is %s', async (code, expected) => expect(await asked(error(code))).toMatchObject({ name: 'AdapterError', code: expected, message: 'Shopify: Why.' }));

  it('may be a mere text, or nothing at all', async () => {
    expect(await asked(json({ errors: 'Not today.' }))).toMatchObject({ code: 'INVALID_REQUEST', message: 'Shopify: Not today.' });
    expect(await asked(json({ errors: [{}] }))).toMatchObject({ code: 'INVALID_REQUEST', message: 'Shopify: refused' });
  });

  it.each([[401, 'UNAUTHENTICATED'], [403, 'FORBIDDEN'], [404, 'UNSUPPORTED'], [429, 'RATE_LIMITED'], [430, 'INVALID_RESPONSE'], [500, 'UNAVAILABLE'], [503, 'UNAVAILABLE']])('%i is %s', async (status, code) => {
    expect(await asked(refusing(status))).toMatchObject({ code });
  });

  it('for too many points says when to come again', async () => {
    expect(await asked(throttled)).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 5, retryable: true });
    expect(await asked(error('THROTTLED'))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: undefined });
    expect(await asked(refusing(429, { 'retry-after': '17' }))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 17 });
  });

  it.each([[{}], [{ data: null }], [{ data: {} }], [null], [[]], ['text']])('no data in %j is no answer', async (body) => expect(await asked(json(body))).toMatchObject({ code: 'INVALID_RESPONSE' }));
});

describe('a request', () => {
  it('has the shopper’s token as Shopify wants it, and nowhere else', async () => {
    const shop = openNorthpine({ orders: [order()] });
    await adapterOf(shop).tracking!.shipments({}, shop.maria);
    const [{ url, headers, variables }] = shop.host.asked as [(typeof shop.host.asked)[number]];
    expect(headers.get('authorization')).toBe(MARIA);
    expect(url + JSON.stringify(variables)).not.toContain(MARIA);
  });

  it('of a shopper who is not known any more is refused', async () => {
    const shop = openNorthpine({ orders: [order()] });
    await expect(adapterOf(shop).tracking!.shipments({}, { ...shop.maria, token: async () => 'shcat_gone' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends with its signal', async () => {
    const shop = openNorthpine({ orders: [order()] });
    await expect(adapterOf(shop).tracking!.shipments({}, { ...shop.maria, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('is the page’s own `fetch` unless told otherwise', async () => {
    const fetch = vi.fn(async () => new Response('{"data":{"metaobjects":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}'));
    vi.stubGlobal('fetch', fetch);
    await shopifyAdapter({ shop: SHOP, storefrontToken: 'public', faq: { type: 'faq' } }).faq!.entries!({}, openNorthpine().guest);
    vi.unstubAllGlobals();
    expect(fetch).toHaveBeenCalledWith('https://northpine.myshopify.com/api/2026-04/graphql.json', expect.objectContaining({ method: 'POST', credentials: 'omit' }));
  });
});

describe('the options', () => {
  const public_: ShopifyOptions = { shop: SHOP, storefrontToken: 'public' };

  it.each<[Partial<ShopifyOptions>, RegExp]>([
    [{ shop: '' }, /shop="" is no domain/],
    [{ shop: 'https://northpine.myshopify.com' }, /is no domain: give it as “northpine\.myshopify\.com”/],
    [{ shop: 'northpine' }, /shop="northpine" is no domain/],
    [{ storefrontToken: '' }, /storefrontToken is missing/],
    [{ storefrontToken: 'shpat_0123456789' }, /storefrontToken is a private one/],
    [{ returns: { policies: [], timeZone: 'Athens' } }, /returns\.timeZone="Athens" is no IANA time zone/],
  ])('%o is refused by name', (wrong, message) => expect(() => shopifyAdapter({ ...public_, ...wrong })).toThrow(message));

  it('decide what the adapter can do', () => {
    const has = (options: Partial<ShopifyOptions>) => capabilities(shopifyAdapter({ ...public_, ...options }));
    const returns = { policies: [] };
    expect(has({})).toEqual([]);
    expect(has({ faq: { type: 'faq' }, returns })).toEqual(['returns.policy', 'faq.entries']);
    expect(has({ customerApi: '/shopify', returns, pointsFromStoreCredit: { currency: 'EUR', name: 'Credit' } })).toEqual([
      'points.account', 'points.program', 'points.history', 'returns.policy', 'returns.deadline', 'tracking.shipments',
    ]);
  });
});
