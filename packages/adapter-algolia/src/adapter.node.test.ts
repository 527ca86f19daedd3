import { FaqHits } from '@aftercart/contract/schemas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { algoliaAdapter, type AlgoliaOptions } from './index.ts';
import { CLOSE, OPEN } from './highlights.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { APP, KEY, openMock, type Mock } from './test/mock.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await openMock();
});
beforeEach(() => {
  mock.instead = undefined;
  mock.asked.length = 0;
  mock.indexes = {
    faq: [
      { objectID: 'a', question: 'Where is my parcel?', answer: 'On its way.', topic: ['Delivery', 'Parcels'], topicId: 7, words: ['tracking'], helped: 12.4, link: 'https://shop.example/faq/a', changed: 1_795_000_000 },
      { objectID: 'b', question: 'Returning a parcel', answer: 'With the label.', changed: '2026-11-20T10:00:00+02:00' },
    ],
    faq_el: [{ objectID: 'c', text: { title: 'Πού είναι το δέμα;', body: '<p>Στον δρόμο.</p>' } }],
    all: [
      { objectID: 'd', lang: 'en', title_en: 'A parcel', answer: 'Yes.' },
      { objectID: 'e', lang: 'el', title_el: 'Ένα δέμα parcel', answer: 'Ναι.' },
    ],
  };
});
afterAll(() => mock.close());

const adapterOf = (options: Partial<AlgoliaOptions> = {}) => algoliaAdapter({ appId: APP, apiKey: KEY, index: 'faq', endpoint: mock.url, ...options });
const search = async (query: string, options: Partial<AlgoliaOptions> = {}, input = {}, locale = 'en') =>
  FaqHits.parse(await adapterOf(options).faq.search({ query, ...input }, contextOf({ locale }))).items;

it('finds, best first, and says what matched in the question', async () => {
  expect((await search('parcel')).map(({ entry, score, highlights }) => [entry.question, score, highlights])).toEqual([['Where is my parcel?', 2, [[12, 18]]], ['Returning a parcel', 1, [[12, 18]]]]);
  expect(mock.asked).toMatchObject([
    {
      method: 'POST', url: '/1/indexes/faq/query',
      body: { query: 'parcel', hitsPerPage: 10, attributesToRetrieve: ['question', 'answer'], attributesToHighlight: ['question'], highlightPreTag: OPEN, highlightPostTag: CLOSE },
    },
  ]);
});

it('the key is in a header and in no address, and who asks is nobody', async () => {
  await adapterOf().faq.search({ query: 'parcel' }, contextOf({ token: async () => 'secret-token' }));
  const [{ url, headers }] = mock.asked as [(typeof mock.asked)[0]];
  expect(headers).toMatchObject({ 'x-algolia-application-id': APP, 'x-algolia-api-key': KEY });
  expect(headers).not.toHaveProperty('authorization');
  expect(url).not.toContain(KEY);
  expect(JSON.stringify(mock.asked)).not.toContain('secret-token');
});

it('attributes are where the shop says', async () => {
  const attributes = { category: 'topic', categoryId: 'topicId', keywords: 'words', popularity: 'helped', url: 'link', updatedAt: 'changed' };
  expect((await search('parcel', { attributes })).map(({ entry }) => entry)).toEqual([
    {
      id: 'a', question: 'Where is my parcel?', answer: 'On its way.', format: 'text', category: { id: '7', name: 'Delivery' }, keywords: ['tracking'], popularity: 12, url: 'https://shop.example/faq/a',
      updatedAt: new Date(1_795_000_000_000).toISOString(),
    },
    { id: 'b', question: 'Returning a parcel', answer: 'With the label.', format: 'text', updatedAt: '2026-11-20T10:00:00+02:00' },
  ]);
});

it('attributes may be in others, and answers HTML', async () => {
  const [hit] = await search('δέμα', { index: 'faq_{locale}', locales: ['en', 'el'], attributes: { question: 'text.title', answer: 'text.body' }, format: 'html' }, {}, 'el-GR');
  expect(hit).toEqual({ entry: { id: 'c', question: 'Πού είναι το δέμα;', answer: '<p>Στον δρόμο.</p>', format: 'html' }, score: 1, highlights: [[13, 17]] });
});

describe('languages', () => {
  const options = { index: 'all', locales: ['en', 'el'], filters: 'lang:{locale}', attributes: { question: 'title_{locale}' } };

  it.each([['el', 'e'], ['el-CY', 'e'], ['en', 'd'], ['ru', 'd']])('of a page in %s', async (locale, id) => {
    expect((await search('parcel', options, {}, locale)).map(({ entry }) => entry.id)).toEqual([id]);
  });

  it.each([{ index: 'faq_{locale}' }, { filters: 'lang:{locale}' }, { attributes: { question: 'title_{locale}' } }])('must be told for %j', (given) => {
    expect(() => adapterOf(given)).toThrow('`locales` must say which there are');
  });
});

it('no more hits than are wanted', async () => {
  expect(await search('parcel', {}, { limit: 1 })).toHaveLength(1);
});

it('for nothing finds nothing, and asks nobody', async () => {
  for (const query of ['', ' \n']) expect(await search(query)).toEqual([]);
  expect(mock.asked).toEqual([]);
});

it('hands on whatever was typed, and whatever the index is called', async () => {
  mock.indexes['a/b?c'] = [];
  const query = '50% & "more" <b> #1 + Ελλ \\ \u{1F600}';
  await search(query, { index: 'a/b?c' });
  expect(mock.asked[0]).toMatchObject({ url: '/1/indexes/a%2Fb%3Fc/query', body: { query } });
});

describe('a record', () => {
  it('that is hostile is handed on as it is', async () => {
    const question = `<img src=x onerror="alert(1)"> ${OPEN}parcel${CLOSE} &amp; __proto__`;
    mock.indexes['faq'] = [{ objectID: 'x', question, answer: '<script>' }];
    expect(await search('parcel')).toEqual([{ entry: { id: 'x', question, answer: '<script>', format: 'text' }, score: 1 }]);
  });

  it('without a question or an answer is left out', async () => {
    mock.indexes['faq'] = [{ objectID: 'x', answer: 'parcel' }, { objectID: 'y', question: 'parcel' }, { objectID: 'z', question: 'A parcel', answer: 'Yes' }];
    expect((await search('parcel')).map(({ entry }) => entry.id)).toEqual(['z']);
  });

  it('of which none has them means that attributes are called otherwise, which is told', async () => {
    await expect(search('parcel', { attributes: { question: 'title' } })).rejects.toMatchObject({
      code: 'INVALID_RESPONSE', message: `No record of ${mock.url}/1/indexes/faq/query has the texts “title” and “answer”: set \`attributes\`.`,
    });
  });

  it('whose attributes are of other kinds has none of them', async () => {
    const odd = { words: 'one', helped: 'many', link: {}, changed: 'yesterday', topic: {} };
    mock.indexes['faq'] = [{ objectID: 'x', question: 'parcel', answer: 'A', ...odd }, { objectID: 'y', question: 'parcel', answer: 'A', helped: -4, changed: 1e300, words: [1, 'two'] }];
    const attributes = { category: 'topic', keywords: 'words', popularity: 'helped', url: 'link', updatedAt: 'changed' };
    const rest = { question: 'parcel', answer: 'A', format: 'text' };
    expect((await search('parcel', { attributes })).map(({ entry }) => entry)).toEqual([{ id: 'x', ...rest }, { id: 'y', ...rest, keywords: ['two'] }]);
  });

  it('of nothing is none', async () => {
    mock.instead = (response) => void response.end('{"hits":[null,7,{"objectID":"x","question":"Q","answer":"A","_highlightResult":null}]}');
    expect(await search('parcel')).toEqual([{ entry: { id: 'x', question: 'Q', answer: 'A', format: 'text' }, score: 1 }]);
  });
});

it.each([
  ['the wrong key', { apiKey: 'wrong' }, 'FORBIDDEN'],
  ['an index that there is not', { index: 'nothing' }, 'UNSUPPORTED'],
])('%s is told', async (_, options, code) => expect(search('parcel', options)).rejects.toMatchObject({ name: 'AdapterError', code }));

it('what is no answer of Algolia’s is invalid', async () => {
  for (const body of ['{}', '[]', 'null', '"text"', '{"hits":{}}']) {
    mock.instead = (response) => void response.end(body);
    await expect(search('parcel')).rejects.toMatchObject({ name: 'AdapterError', code: 'INVALID_RESPONSE' });
  }
});

it('asks Algolia’s own host of the application when told no other', async () => {
  const asked: string[] = [];
  const adapter = algoliaAdapter({
    appId: 'SHOPAPP', apiKey: KEY, index: 'faq',
    fetch: async (url) => {
      asked.push(url);
      return Response.json({ hits: [] });
    },
  });
  expect(await adapter.faq.search({ query: 'x' }, contextOf())).toEqual({ items: [] });
  expect(asked).toEqual(['https://shopapp-dsn.algolia.net/1/indexes/faq/query']);
});

it.each([
  [{ appId: '' }, 'The Algolia adapter needs `appId`.'],
  [{ apiKey: '' }, 'The Algolia adapter needs `apiKey`.'],
  [{ index: '' }, 'The Algolia adapter needs `index`.'],
  [{ endpoint: 'not an address' }, 'endpoint="not an address" is no address.'],
])('%j is refused in one line', (options, message) => expect(() => adapterOf(options)).toThrow(message));
