import { FaqEntries, FaqHits } from '@aftercart/contract/schemas';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordpressAdapter, type WordpressOptions } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { openMock, type Mock } from './test/mock.ts';
import type { Filled, Question } from './test/questions.ts';

const delivery = { key: 'delivery', name: 'Delivery &amp; tracking' };
const QUESTIONS: Question[] = [
  { title: 'Where&#8217;s my parcel?', content: '<p>It &#8220;moves&#8221;.</p>\n', lang: 'en', topic: delivery, modified: '2026-11-20 10:00:00' },
  { title: 'Returns', content: '<p>With the label.</p>', lang: 'en', topic: { key: 'returns', name: 'Returns' } },
  { title: 'Πού είναι;', content: '<p>Στον δρόμο.</p>', lang: 'pt_BR' },
  { title: 'Secret parcel', content: 'Ours.', lang: 'en', password: 'sesame' },
  { title: 'A page of parcels', content: '', lang: 'en', type: 'page' },
];

let mock: Mock;
let filled: Filled;
beforeAll(async () => {
  mock = await openMock();
});
beforeEach(async () => {
  filled = await mock.fill(QUESTIONS);
  mock.asked.length = 0;
});
afterEach(() => Object.assign(mock, { instead: undefined, tellsPages: true }));
afterAll(() => mock.close());

const adapterOf = (options: Partial<WordpressOptions> = {}) => wordpressAdapter({ endpoint: `${mock.url}/wp-json`, postType: 'faq', ...options });
const entries = async (options: Partial<WordpressOptions> = {}, input = {}, locale = 'en') => FaqEntries.parse(await adapterOf(options).faq.entries!(input, contextOf({ locale }))).items;
const search = async (query: string, options: Partial<WordpressOptions> = {}, rest = {}) => FaqHits.parse(await adapterOf(options).faq.search({ query, ...rest }, contextOf())).items;
const parameters = () => mock.asked.map(({ url }) => Object.fromEntries(url.searchParams));

it('an entry is text where text is meant, and says that its answer is HTML', async () => {
  expect((await entries({ taxonomy: 'faq-topics' }))[0]).toEqual({
    id: String(filled.ids[0]), question: 'Where’s my parcel?', answer: '<p>It &#8220;moves&#8221;.</p>\n', format: 'html', url: `${mock.url}/faq/${filled.ids[0]}/`,
    updatedAt: '2026-11-20T10:00:00Z', category: { id: String(filled.topics['delivery']), name: 'Delivery & tracking' },
  });
});

it('nothing is asked for that is not used, and who asks is nobody', async () => {
  await adapterOf({ taxonomy: 'faq-topics' }).faq.entries!({}, contextOf({ token: async () => 'secret-token' }));
  expect(parameters().map(({ _fields }) => _fields).sort()).toEqual(['id,link,modified_gmt,title.rendered,content.rendered,content.protected,faq-topics', 'id,name']);
  for (const { url, headers } of mock.asked) {
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
    expect(url.href).not.toContain('secret-token');
  }
});

it('without a taxonomy no categories are asked for, and none are there', async () => {
  expect((await entries()).every(({ category }) => category === undefined)).toBe(true);
  expect(mock.asked).toHaveLength(1);
});

it('a post that wants a password is left out', async () => {
  expect((await entries({}, {}, 'en')).map(({ question }) => question)).not.toContain('Secret parcel');
  expect(await search('secret')).toEqual([]);
});

describe('search', () => {
  it('of one kind of post is one request, best first', async () => {
    const hits = await search('parcel', { languages: ['en'] }, { limit: 7 });
    expect(hits.map(({ entry }) => entry.question)).toEqual(['Where’s my parcel?']);
    expect(parameters()).toEqual([expect.objectContaining({ search: 'parcel', per_page: '7', orderby: 'relevance', lang: 'en' })]);
  });

  it('of all kinds asks for the hits, then once for each kind among them', async () => {
    const hits = await search('parcel', { postType: undefined! });
    expect(hits.map(({ entry, score }) => [entry.question, score])).toEqual([['Where’s my parcel?', 2], ['A page of parcels', 1]]);
    expect(mock.asked.map(({ url }) => url.pathname).sort()).toEqual(['/wp-json/wp/v2/faq', '/wp-json/wp/v2/pages', '/wp-json/wp/v2/search']);
  });

  it('for nothing finds nothing, and asks nobody', async () => {
    for (const query of ['', ' \n']) expect(await search(query)).toEqual([]);
    expect(mock.asked).toEqual([]);
  });

  it('hands on whatever was typed', async () => {
    const query = `50% & "more" <b> #1 + Ελλ ?lang=xx\\`;
    await search(query);
    expect(parameters()[0]!['search']).toBe(query);
  });

  it('leaves out hits that are nothing of wp/v2, and hits that are gone', async () => {
    const hits = [{ id: 1 }, { id: 2, _links: { self: [{ href: `${mock.url}/wp-json/other/v1/things/2` }] } }, { id: 3, _links: { self: [{ href: `${mock.url}/wp-json/wp/v2/faq/3` }] } }];
    const answers: object[][] = [hits, []];
    mock.instead = (response) => void response.end(JSON.stringify(answers.shift()));
    expect(await search('parcel', { postType: undefined! })).toEqual([]);
    expect(mock.asked).toHaveLength(2);
  });
});

describe('languages', () => {
  it.each([['pt-BR', 'pt_BR'], ['pt', 'pt_BR'], ['en-GB', 'en'], ['ru', 'en']])('of a page in %s, %s is asked for', async (locale, lang) => {
    await entries({ languages: ['en', 'pt_BR'] }, {}, locale);
    expect(parameters()[0]!['lang']).toBe(lang);
  });

  it('stand in the path where the site has them there', async () => {
    await entries({ endpoint: `${mock.url}/{language}/wp-json`, languages: ['en', 'el'] }, {}, 'el').catch(() => {});
    expect(mock.asked[0]!.url.pathname).toBe('/el/wp-json/wp/v2/faq');
    expect(parameters()[0]).not.toHaveProperty('lang');
  });

  it('are not asked for when the site has one', async () => {
    await entries();
    expect(parameters()[0]).not.toHaveProperty('lang');
  });
});

describe('pages', () => {
  const many = (count: number) => mock.fill(Array.from({ length: count }, (_, i) => ({ title: `Q${i}`, content: 'A' })));

  it('are read to the last', async () => {
    await many(23);
    expect((await entries({ perPage: 10 })).map(({ question }) => question)).toEqual(Array.from({ length: 23 }, (_, i) => `Q${i}`));
    expect(parameters().map(({ page }) => page)).toEqual(['1', '2', '3']);
    expect(parameters()[0]).toMatchObject({ orderby: 'id', order: 'asc', per_page: '10' });
  });

  it('of a site without questions are none', async () => {
    await many(0);
    expect(await entries()).toEqual([]);
  });

  it('whose number the page may not read are one, or an error that says what to do', async () => {
    mock.tellsPages = false;
    await many(9);
    expect(await entries({ perPage: 10 })).toHaveLength(9);
    await many(10);
    await expect(entries({ perPage: 10 })).rejects.toMatchObject({ code: 'INVALID_RESPONSE', message: expect.stringContaining('X-WP-TotalPages') as string });
  });

  it('end with an error before there are more than an element may hold', async () => {
    const page = JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ id })));
    mock.instead = (response) => void response.writeHead(200, { 'x-wp-totalpages': '999999' }).end(page);
    await expect(entries()).rejects.toMatchObject({ code: 'INVALID_RESPONSE', message: expect.stringContaining('10000') as string });
    expect(mock.asked).toHaveLength(100);
  });
});

it('categories narrow entries and hits, to those that were chosen at most', async () => {
  const topic = filled.topics['delivery']!;
  const options = { taxonomy: 'faq-topics', categories: [topic] };
  expect((await entries(options)).map(({ question }) => question)).toEqual(['Where’s my parcel?']);
  expect((await entries({ taxonomy: 'faq-topics' }, { category: String(topic) })).map(({ question }) => question)).toEqual(['Where’s my parcel?']);
  expect(await search('label', options)).toEqual([]);
  mock.asked.length = 0;
  for (const category of ['delivery', '999999']) expect(await entries(options, { category })).toEqual([]);
  expect(await entries({}, { category: '1' })).toEqual([]);
  expect(mock.asked).toEqual([]);
});

it('an answer that is no list is invalid', async () => {
  for (const body of ['{"code":"ok"}', 'null', '"text"']) {
    mock.instead = (response) => void response.end(body);
    await expect(entries()).rejects.toMatchObject({ name: 'AdapterError', code: 'INVALID_RESPONSE' });
  }
});

it('a post without what is expected of it is still one; what has no id is none', async () => {
  mock.instead = (response) => void response.writeHead(200, { 'x-wp-totalpages': '1' }).end('[null,7,{"title":"x"},{"id":1,"title":{"rendered":5}},{"id":2,"modified_gmt":null,"content":{}}]');
  expect(await entries()).toEqual([{ id: '1', question: '', answer: '', format: 'html' }, { id: '2', question: '', answer: '', format: 'html' }]);
});

it.each([
  [{ endpoint: '' }, 'endpoint="" is no address'],
  [{ endpoint: 'not an address' }, 'endpoint="not an address" is no address'],
  [{ endpoint: 'https://shop.example/{language}/wp-json' }, '`languages` must say which there are'],
  [{ perPage: 0 }, 'perPage=0 is no number from 1 to 100'],
  [{ perPage: 101 }, 'perPage=101 is no number from 1 to 100'],
  [{ postType: undefined!, categories: [1] }, '`categories` needs `postType`'],
])('%j is refused in one line', (options, message) => expect(() => adapterOf(options)).toThrow(message));
