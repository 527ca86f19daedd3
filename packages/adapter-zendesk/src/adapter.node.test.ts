import { FaqEntries, FaqHits } from '@aftercart/contract/schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zendeskAdapter, type ZendeskOptions } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { HOST, openMock, type Mock } from './test/mock.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await openMock();
});
beforeEach(() => {
  mock.instead = undefined;
  mock.asked.length = 0;
  mock.categories = [{ id: 1, locale: 'en-us', name: 'Orders' }, { id: 2, locale: 'el', name: 'Παραγγελίες' }];
  mock.sections = [{ id: 11, locale: 'en-us', name: 'Delivery', category_id: 1 }, { id: 12, locale: 'en-us', name: 'Returns', category_id: 1 }, { id: 21, locale: 'el', name: 'Αποστολή', category_id: 2 }];
  mock.articles = [
    { id: 360001234567, locale: 'en-us', title: 'Where’s my parcel?', body: '<p>On its way.</p>', section_id: 11, label_names: ['tracking'], vote_sum: 12 },
    { id: 102, locale: 'en-us', title: 'Returning a parcel', body: '<p>With the label.</p>', section_id: 12, vote_sum: -3 },
    { id: 103, locale: 'en-us', title: 'Only a parcel’s title', body: null, section_id: 12 },
    { id: 201, locale: 'el', title: 'Πού είναι το δέμα μου;', body: '<p>Στον δρόμο.</p>', section_id: 21 },
  ];
});
afterAll(() => mock.close());

const adapterOf = (options: Partial<ZendeskOptions> = {}) => zendeskAdapter({ endpoint: mock.url, locales: ['en-us', 'el'], ...options });
const entries = async (options: Partial<ZendeskOptions> = {}, input = {}, locale = 'en') => FaqEntries.parse(await adapterOf(options).faq.entries(input, contextOf({ locale }))).items;
const search = async (query: string, input = {}, locale = 'en') => FaqHits.parse(await adapterOf().faq.search({ query, ...input }, contextOf({ locale }))).items;
const titles = (items: readonly { question: string }[]) => items.map(({ question }) => question);
const parameters = () => mock.asked.map(({ url }) => Object.fromEntries(url.searchParams));

it('an entry is an article with its section, labels, votes and address', async () => {
  expect(await entries()).toEqual([
    {
      id: '360001234567', question: 'Where’s my parcel?', answer: '<p>On its way.</p>', format: 'html', category: { id: '11', name: 'Delivery' }, keywords: ['tracking'], popularity: 12,
      url: `${HOST}/hc/en-us/articles/360001234567`, updatedAt: '2026-11-20T10:00:00Z',
    },
    expect.objectContaining({ id: '102', popularity: 0, category: { id: '12', name: 'Returns' } }),
  ]);
});

it('or with its category, which holds sections', async () => {
  expect((await entries({ by: 'categories' })).map(({ category }) => category)).toEqual([{ id: '1', name: 'Orders' }, { id: '1', name: 'Orders' }]);
});

it('an article that is only a title is left out', async () => {
  expect(titles(await entries())).not.toContain('Only a parcel’s title');
});

it('who asks is nobody', async () => {
  await adapterOf().faq.entries({}, contextOf({ token: async () => 'secret-token' }));
  await adapterOf().faq.search({ query: 'parcel' }, contextOf({ token: async () => 'secret-token' }));
  for (const { url, headers } of mock.asked) {
    expect(headers).not.toHaveProperty('authorization');
    expect(url.href).not.toContain('secret-token');
  }
});

it.each([['en-US', 'en-us'], ['en', 'en-us'], ['el-GR', 'el'], ['ru', 'en-us']])('a page in %s gets what is in %s', async (locale, wanted) => {
  const items = await entries({}, {}, locale);
  expect(mock.asked[0]!.url.pathname).toBe(`/api/v2/help_center/${wanted}/articles`);
  expect(items).toHaveLength(wanted === 'el' ? 1 : 2);
  await search('x', {}, locale);
  expect(parameters()[1]).toMatchObject({ locale: wanted });
});

describe('search', () => {
  it('finds, best first, with categories', async () => {
    const hits = await search('parcel', { limit: 5 });
    expect(hits.map(({ entry, score }) => [entry.question, score, entry.category?.name])).toEqual([['Where’s my parcel?', 2, 'Delivery'], ['Returning a parcel', 1, 'Returns']]);
    expect(parameters()).toEqual([{ query: 'parcel', locale: 'en-us', per_page: '5', include: 'sections,categories' }]);
  });

  it('for nothing finds nothing, and asks nobody', async () => {
    for (const query of ['', ' \n']) expect(await search(query)).toEqual([]);
    expect(mock.asked).toEqual([]);
  });

  it('hands on whatever was typed', async () => {
    const query = '50% & "more" <b> #1 + Ελλ ?locale=xx\\';
    await search(query);
    expect(parameters()[0]!['query']).toBe(query);
  });
});

describe('a category', () => {
  it('has its own articles', async () => {
    expect(titles(await entries({}, { category: '12' }))).toEqual(['Returning a parcel']);
    expect(titles(await entries({ by: 'categories' }, { category: '1' }))).toHaveLength(2);
    expect(mock.asked.map(({ url }) => url.pathname)).toEqual(['/api/v2/help_center/en-us/sections/12/articles', '/api/v2/help_center/en-us/categories/1/articles']);
  });

  it('that there is not has none', async () => {
    expect(await entries({}, { category: '999' })).toEqual([]);
    mock.asked.length = 0;
    expect(await entries({}, { category: '../../users' })).toEqual([]);
    expect(mock.asked).toEqual([]);
  });
});

describe('pages', () => {
  const many = (count: number) => {
    mock.articles = Array.from({ length: count }, (_, i) => ({ id: i + 1, locale: 'en-us', title: `Q${i}`, body: 'A', section_id: 11 }));
  };

  it('are read to the last, all from the host that was given, though Zendesk names its own', async () => {
    many(23);
    expect(titles(await entries({ perPage: 10 }))).toEqual(Array.from({ length: 23 }, (_, i) => `Q${i}`));
    expect(parameters().map(({ page }) => page)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['to a page before', `${HOST}/api/v2/help_center/en-us/articles?page=1`],
    ['nowhere', 'nowhere'],
    ['to no page', `${HOST}/api/v2/help_center/en-us/articles?page=evil`],
    ['to what is no address', 7],
  ])('that lead %s are the last', async (_, next) => {
    mock.instead = (response) => void response.end(JSON.stringify({ articles: [{ id: 1, title: 'Q', body: 'A' }], next_page: next }));
    expect(await entries()).toHaveLength(1);
    expect(mock.asked).toHaveLength(1);
  });

  it('on another host are asked for from this one', async () => {
    const asked: string[] = [];
    const answers = [{ articles: [], next_page: 'https://evil.example/steal?page=2' }, { articles: [], next_page: null }];
    await entries({
      fetch: async (url) => {
        asked.push(url);
        return Response.json(answers.shift());
      },
    });
    expect(asked.map((url) => new URL(url).origin)).toEqual([mock.url, mock.url]);
  });

  it('end with an error before there are more than an element may hold', async () => {
    let page = 1;
    const articles = Array.from({ length: 100 }, (_, i) => ({ id: i, title: 'Q', body: 'A' }));
    mock.instead = (response) => void response.end(JSON.stringify({ articles, next_page: `${HOST}/?page=${++page}` }));
    await expect(entries()).rejects.toMatchObject({ code: 'INVALID_RESPONSE', message: expect.stringContaining('10000') as string });
    expect(mock.asked).toHaveLength(100);
  });
});

it('too many requests say how long to wait', async () => {
  mock.instead = (response) => void response.writeHead(429, { 'retry-after': '93' }).end('{"error":"APIRateLimitExceeded"}');
  await expect(search('parcel')).rejects.toMatchObject({ name: 'AdapterError', code: 'RATE_LIMITED', retryAfter: 93, retryable: true });
});

it('a language that the Help Center has not is an error, not an empty list', async () => {
  await expect(entries({ locales: ['xx'] })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
});

it('an answer without articles is invalid, and what has no id is no article', async () => {
  for (const body of ['{}', '[]', 'null', '"text"', '{"articles":{}}']) {
    mock.instead = (response) => void response.end(body);
    await expect(entries()).rejects.toMatchObject({ name: 'AdapterError', code: 'INVALID_RESPONSE' });
  }
  mock.instead = (response) => void response.end('{"articles":[null,7,{"title":"x"},{"id":5,"title":null,"body":"A","vote_sum":null,"label_names":null,"html_url":null,"updated_at":null}]}');
  expect(await entries()).toEqual([{ id: '5', question: '', answer: 'A', format: 'html' }]);
});

it.each([
  [{ endpoint: '' }, 'endpoint="" is no address'],
  [{ endpoint: 'not an address' }, 'endpoint="not an address" is no address'],
  [{ locales: [] }, '`locales` must say which languages'],
  [{ perPage: 101 }, 'perPage=101 is no number from 1 to 100'],
])('%j is refused in one line', (options, message) => expect(() => adapterOf(options)).toThrow(message));
