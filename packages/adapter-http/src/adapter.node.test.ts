import { capabilities, CONTRACT_VERSION, defineAdapter } from '@aftercart/contract';
import { OPERATIONS } from '@aftercart/contract/protocol';
import { describe, expect, it, vi } from 'vitest';
import { httpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';

const endpoint = 'https://shop.example/aftercart';
const recording = () => vi.fn(async (_url: string, _init: RequestInit) => new Response(null, { status: 204 }));
type Call = (input: object, context: unknown) => unknown;

describe('the table of methods', () => {
  it('has every method of the contract, and the shape of an adapter', () => {
    const adapter = httpAdapter({ endpoint });
    expect(capabilities(adapter)).toEqual(OPERATIONS.map(({ method }) => method));
    expect(() => defineAdapter({ ...adapter })).not.toThrow();
    expect(adapter).toMatchObject({ id: 'http', contract: CONTRACT_VERSION });
  });

  it.each(OPERATIONS.map(({ method, verb, path }) => [method, verb, path] as const))('asks %s by %s %s', async (method, verb, path) => {
    const fetch = recording();
    const [service, name] = method.split('.') as ['points', 'account'];
    const answer = (httpAdapter({ endpoint, fetch })[service][name] as Call)({}, contextOf());
    // A stream asks when it is read; that 204 is none is not what this is about.
    if (Symbol.asyncIterator in (answer as object)) await (answer as AsyncGenerator).next().catch(() => {});
    else await answer;
    const [url, { method: used = 'GET' }] = fetch.mock.calls[0]!;
    expect([used, url]).toEqual([verb, endpoint + path]);
  });
});

describe('a request', () => {
  const headersOf = ({ headers }: RequestInit) => headers as Record<string, string>;

  it('of a guest for something public needs no preflight and no cookies', async () => {
    const fetch = recording();
    await httpAdapter({ endpoint, fetch }).points.account({}, contextOf({ locale: 'el' }));
    const [, init] = fetch.mock.calls[0]!;
    expect(headersOf(init)).toEqual({ 'accept-language': 'el' });
    expect(init.credentials).toBe('omit');
    expect(init.body).toBeUndefined();
  });

  it('has the input of a GET in the query, without what is not known', async () => {
    const fetch = recording();
    await httpAdapter({ endpoint, fetch }).points.history({ cursor: 'a&b=ü', limit: null }, contextOf());
    expect(fetch.mock.calls[0]![0]).toBe(`${endpoint}/v1/points/history?cursor=a%26b%3D%C3%BC`);
  });

  it('has the input of a POST in the body, the token and the key in headers', async () => {
    const fetch = recording();
    const { signal } = new AbortController();
    await httpAdapter({ endpoint, fetch }).points.redeem({ rewardId: 'five-off' }, contextOf({ signal, token: async () => 's3cret', idempotencyKey: 'key-0001' }));
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).not.toContain('s3cret');
    expect(headersOf(init)).toEqual({
      'accept-language': 'en', authorization: 'Bearer s3cret', 'content-type': 'application/json', 'idempotency-key': 'key-0001',
    });
    expect(JSON.parse(init.body as string)).toEqual({ rewardId: 'five-off' });
    expect(init.signal).toBe(signal);
  });

  it('is not made without the token that was promised', async () => {
    const fetch = recording();
    const failure = Object.assign(new Error('no token'), { [Symbol.for('aftercart.AdapterError')]: true, code: 'UNAVAILABLE' });
    await expect(httpAdapter({ endpoint, fetch }).points.account({}, contextOf({ token: () => Promise.reject(failure) }))).rejects.toBe(failure);
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('the endpoint', () => {
  it.each([
    ['https://shop.example', 'https://shop.example/v1/faq/entries'],
    ['https://shop.example/', 'https://shop.example/v1/faq/entries'],
    ['https://shop.example/aftercart//', 'https://shop.example/aftercart/v1/faq/entries'],
  ])('%s leads to %s', async (given, url) => {
    const fetch = recording();
    await httpAdapter({ endpoint: given, fetch }).faq.entries({}, contextOf());
    expect(fetch.mock.calls[0]![0]).toBe(url);
  });

  it('may be relative to the page', async () => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/en/cart?step=2' });
    const fetch = recording();
    await httpAdapter({ endpoint: '/aftercart', fetch }).faq.entries({}, contextOf());
    await httpAdapter({ endpoint: 'api', fetch }).faq.entries({}, contextOf());
    vi.unstubAllGlobals();
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['https://shop.example/aftercart/v1/faq/entries', 'https://shop.example/en/api/v1/faq/entries']);
  });

  it.each([undefined, '', 'https://', '/relative/to/nothing'])('%s is refused by name', (given) => {
    expect(() => httpAdapter({ endpoint: given! })).toThrow(new TypeError(`endpoint="${given}" is no address`));
  });
});

describe('capabilities', () => {
  it('leave out what is not named', () => {
    const adapter = httpAdapter({ endpoint, capabilities: ' faq  points.account points.program\nfaq' });
    expect(capabilities(adapter)).toEqual(['points.account', 'points.program', 'faq.entries', 'faq.search', 'faq.vote', 'faq.contact']);
    expect(adapter).not.toHaveProperty('tracking');
  });

  it('are all when nothing is named', () => {
    expect(capabilities(httpAdapter({ endpoint, capabilities: '' }))).toHaveLength(OPERATIONS.length);
  });

  it.each(['pionts', 'points.acount', 'faq.entries.x', 'points/account', 'constructor', '.', 'faq.'])('%s is refused by name', (name) => {
    expect(() => httpAdapter({ endpoint, capabilities: `faq ${name}` })).toThrow(new TypeError(`capabilities="${name}" is none`));
  });
});
