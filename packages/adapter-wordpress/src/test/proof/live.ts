/** What a real WordPress gives. */
import { FaqEntries, FaqHits } from '@aftercart/contract/schemas';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordpressAdapter, type WordpressOptions } from '../../index.ts';
import { contextOf } from '../../../../tooling/src/adapters/context.ts';
import type { Filled, Question } from '../questions.ts';
import { fill, site } from '../site/fill.ts';

const delivery = { key: 'en-delivery', name: 'Delivery &amp; tracking' };
const returns = { key: 'en-returns', name: 'Returns' };
const QUESTIONS: Question[] = [
  { title: "Where's my parcel?", content: 'It "moves".\n\nSee <a href="https://shop.example/track">tracking</a>.', lang: 'en', topic: delivery, modified: '2026-11-20 10:00:00' },
  { title: 'How do I return <em>shoes</em>?', content: '<p>With the <b>label</b>.</p>', lang: 'en', topic: returns },
  { title: 'Πού είναι το δέμα μου;', content: 'Στον δρόμο.', lang: 'el', topic: { key: 'el-delivery', name: 'Αποστολή' } },
  { title: 'Secret parcel', content: 'For friends of the parcel.', lang: 'en', password: 'sesame' },
  { title: 'Draft parcel', content: 'Not yet.', lang: 'en', status: 'draft' },
  { title: 'Private parcel', content: 'Ours.', lang: 'en', status: 'private' },
  { title: 'Parcels: a page', content: 'About parcels.', lang: 'en', type: 'page' },
  { title: 'Parcel news', content: 'News about a parcel.', lang: 'en', type: 'post' },
];

const adapterOf = (options: Partial<WordpressOptions> = {}) =>
  wordpressAdapter({ endpoint: `${site()}/wp-json`, postType: 'faq', taxonomy: 'faq-topics', languages: ['en', 'el'], ...options });
const entries = async (options: Partial<WordpressOptions> = {}, input = {}, locale = 'en') => FaqEntries.parse(await adapterOf(options).faq.entries!(input, contextOf({ locale }))).items;
const search = async (query: string, options: Partial<WordpressOptions> = {}, locale = 'en') =>
  FaqHits.parse(await adapterOf(options).faq.search({ query }, contextOf({ locale }))).items.map(({ entry }) => entry);

describe('on its own', () => {
  let filled: Filled;
  beforeAll(async () => {
    filled = await fill(QUESTIONS);
  });

  it('an entry is what a reader sees', async () => {
    const [first, second] = await entries();
    expect(first).toEqual({
      id: String(filled.ids[0]), question: 'Where’s my parcel?', format: 'html', updatedAt: '2026-11-20T10:00:00Z', url: `${site()}/faq/wheres-my-parcel/`,
      answer: '<p>It &#8220;moves&#8221;.</p>\n<p>See <a href="https://shop.example/track">tracking</a>.</p>\n',
      category: { id: String(filled.topics['en-delivery']), name: 'Delivery & tracking' },
    });
    expect(second!.question).toBe('How do I return shoes?');
  });

  it('nothing is listed that is not public: drafts, private posts, posts with a password', async () => {
    expect((await entries()).map(({ question }) => question)).toEqual(['Where’s my parcel?', 'How do I return shoes?']);
    expect((await search('parcel')).map(({ question }) => question)).toEqual(['Where’s my parcel?']);
  });

  it('the language is that of the page, else the first', async () => {
    expect((await entries({}, {}, 'el-GR')).map(({ question, category }) => [question, category!.name])).toEqual([['Πού είναι το δέμα μου;', 'Αποστολή']]);
    expect(await entries({}, {}, 'ru')).toHaveLength(2);
    expect((await search('δέμα', {}, 'el')).map(({ question }) => question)).toEqual(['Πού είναι το δέμα μου;']);
    expect(await search('δέμα', {}, 'en')).toEqual([]);
  });

  it('categories narrow', async () => {
    const id = filled.topics['en-returns']!;
    for (const found of [await entries({}, { category: String(id) }), await entries({ categories: [id] })]) {
      expect(found.map(({ question }) => question)).toEqual(['How do I return shoes?']);
    }
    expect(await search('parcel', { categories: [id] })).toEqual([]);
    for (const category of ['nonsense', '999999']) expect(await entries({}, { category })).toEqual([]);
    expect(await entries({ categories: [id] }, { category: String(filled.topics['en-delivery']) })).toEqual([]);
  });

  it('without a kind of post, all public kinds are searched, in the order of the site', async () => {
    const found = await search('parcel', { postType: undefined!, taxonomy: undefined! });
    expect(found.map(({ question }) => question).toSorted()).toEqual(['Parcel news', 'Parcels: a page', 'Where’s my parcel?']);
    const order = (await (await fetch(`${site()}/wp-json/wp/v2/search?search=parcel&lang=en&type=post`)).json()) as { id: number }[];
    expect(found.map(({ id }) => Number(id))).toEqual(order.map(({ id }) => id).filter((id) => id !== filled.ids[3]));
  });

  it('plain permalinks do as well', async () => {
    const endpoint = `${site()}/?rest_route=/`;
    expect(await entries({ endpoint })).toEqual(await entries());
    expect(await search('parcel', { endpoint, postType: undefined! })).toHaveLength(3);
  });

  it('texts are handed on as they are, HTML too', async () => {
    const text = `<img src=x onerror="alert(1)"> "double" 'single' \\ back\\slash -- ... 2 < 3 &amp; &lt;b&gt; 👩🏽‍🚀 \u202egnp.exe\u202c a\u00a0b __proto__`;
    const html = '<p onclick="alert(1)">A<script>alert(2)</script></p>';
    await fill([{ title: Array.from(text, (character) => `&#${character.codePointAt(0)};`).join(''), content: `<!-- wp:html -->${html}<!-- /wp:html -->`, lang: 'en' }]);
    expect((await entries()).map(({ question, answer }) => [question, answer])).toEqual([[text, html]]);
    filled = await fill(QUESTIONS);
  });

  it('all pages are read', async () => {
    await fill(Array.from({ length: 23 }, (_, i) => ({ title: `Question ${i + 1}`, content: 'Answer.', lang: 'en' })));
    for (const perPage of [5, 23, 100]) expect((await entries({ perPage })).map(({ question }) => question)).toEqual(Array.from({ length: 23 }, (_, i) => `Question ${i + 1}`));
    filled = await fill(QUESTIONS);
  });

  it('any page may ask: the site reflects its origin, and lets it read the number of pages', async () => {
    const answer = await fetch(`${site()}/wp-json/wp/v2/faq`, { headers: { origin: 'https://shop.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-WP-TotalPages');
  });

  describe('what goes wrong', () => {
    it.each([
      ['a kind of post that there is not', { postType: 'nonsense' }, 'UNSUPPORTED'],
      ['an address below the API’s', { endpoint: '/wp-json/nowhere' }, 'UNSUPPORTED'],
    ])('%s', async (_, options, code) => {
      const endpoint = 'endpoint' in options ? site() + options.endpoint : `${site()}/wp-json`;
      await expect(entries({ ...options, endpoint })).rejects.toMatchObject({ name: 'AdapterError', code });
    });
  });
});
