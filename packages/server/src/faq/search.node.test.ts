import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../http/app.ts';
import { openRuntime } from '../runtime.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { MOST_IN_MEMORY } from './search.ts';
import { QUESTIONS } from './test/questions.ts';

const LOCALES = ['en', 'el', 'ru', 'zh'] as const;
type Hit = { entry: { id: string; question: string }; highlights?: [number, number][] };

const QUERIES: [locale: string, query: string, id: string, marked: string][] = [
  ['en', 'refund', 'refund', 'refund'],
  ['en', 'refnud', 'refund', 'refund'],
  ['en', 'pasword', 'password', 'password'],
  ['en', 'deliv', 'delivery', 'delivery'],
  ['en', 'how long delivery', 'delivery', 'delivery'],
  ['en', 'courier', 'delivery', ''],
  ['el', 'κωδικος', 'password', 'κωδικό'],
  ['el', 'παραδωση', 'delivery', 'παράδοση'],
  ['el', 'ΧΡΗΜΑΤΑ', 'refund', 'χρήματά'],
  ['ru', 'пароль', 'password', 'пароль'],
  ['ru', 'дотсавка', 'delivery', 'доставка'],
  ['ru', 'деньги', 'refund', 'деньги'],
  ['zh', '密码', 'password', '密码'],
  ['zh', '退款', 'refund', '退款'],
  ['zh', '配送多久', 'delivery', '配送'],
];

describe.each(ENGINES)('search on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    for (const locale of LOCALES) await server.merchant('PUT', `/faq/locales/${locale}/entries`, { entries: QUESTIONS[locale] });
  });
  afterAll(() => server.close());
  const search = async (query: string, locale = 'en', more: object = {}): Promise<Hit[]> => (await server.call('faq.search', { query, ...more }, { locale })).items;
  const marked = ({ entry, highlights }: Hit) => (highlights ?? []).map(([start, end]) => entry.question.slice(start, end));

  it.each(QUERIES)('in %s finds “%s”', async (locale, query, id, highlight) => {
    const [best] = await search(query, locale);
    expect(best!.entry.id).toBe(id);
    if (highlight) expect(marked(best!)).toContain(highlight);
    else expect(marked(best!)).toEqual([]);
  });

  it('answers nothing to nothing, and keeps to its limit', async () => {
    expect(await search('  ')).toEqual([]);
    expect(await search('xylophone')).toEqual([]);
    expect(await search('i', 'en', { limit: 1 })).toHaveLength(1);
  });

  it('knows at once what the merchant changes', async () => {
    const put = (question: string) => server.merchant('PUT', '/faq/locales/en/entries/umbrella', { question, answer: 'Yes.' });
    expect(await search('umbrella')).toEqual([]);
    await put('Do you sell umbrellas?');
    expect((await search('umbrella')).map(({ entry }) => entry.id)).toEqual(['umbrella']);
    await put('Do you sell parasols?');
    expect(await search('umbrella')).toEqual([]);
    expect((await search('parasol'))[0]).toMatchObject({ entry: { question: 'Do you sell parasols?' } });
    await server.merchant('PUT', '/faq/locales/en/synonyms', { synonyms: [['parasol', 'brolly']] });
    expect((await search('brolly')).map(({ entry }) => entry.id)).toEqual(['umbrella']);
    await server.merchant('DELETE', '/faq/locales/en/entries/umbrella');
    expect(await search('parasol')).toEqual([]);
    expect((await search('refund'))[0]!.entry.id).toBe('refund');
  });

  it('is the same after many small changes as when made anew', async () => {
    const entries = Array.from({ length: 40 }, (_, i) => ({ id: `n${i}`, question: `Question ${['alpha', 'beta', 'gamma', 'delta'][i % 4]} ${i}?`, answer: `Answer ${i}` }));
    await server.merchant('PUT', '/faq/locales/sv/entries', { entries });
    await search('alpha', 'sv');
    for (const i of [3, 7, 11]) {
      await server.merchant('PUT', `/faq/locales/sv/entries/n${i}`, { question: `Changed omega ${i}?`, answer: 'Changed' });
      await search('omega', 'sv');
    }
    await server.merchant('DELETE', '/faq/locales/sv/entries/n3');
    const fresh = await openRuntime(server.runtime.config);
    try {
      const again = createApp(fresh);
      for (const query of ['omega', 'delta', 'alpha 4', 'changed', 'question']) {
        const body = await (await again.request('/v1/faq/search', post('sv', { query, limit: 50 }))).json();
        const round = (items: (Hit & { score?: number })[]) => items.map(({ entry, highlights }) => [entry.id, highlights]).sort();
        expect(round(await search(query, 'sv', { limit: 50 }))).toEqual(round(body.items));
      }
    } finally {
      await fresh.close();
    }
  });

  it('makes one index for many who ask at once, also while entries change', async () => {
    const entries = Array.from({ length: 500 }, (_, i) => ({ id: `m${i}`, question: `Frage ${i} zur Lieferung`, answer: 'Antwort' }));
    await server.merchant('PUT', '/faq/locales/de/entries', { entries });
    const change = async () => {
      for (let i = 0; i < 5; i++) await server.merchant('PUT', `/faq/locales/de/entries/m${i}`, { question: `Neue Frage ${i} zum Versand`, answer: 'Antwort' });
    };
    const [, ...answers] = await Promise.all([change(), ...Array.from({ length: 30 }, () => search('frage', 'de', { limit: 100 }))]);
    for (const items of answers) expect(items).toHaveLength(100);
    expect((await search('neue', 'de')).map(({ entry }) => entry.id).sort()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
  });
});

const post = (locale: string, body: object): RequestInit => ({
  method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': locale }, body: JSON.stringify(body),
});

describe('two processes on one PostgreSQL', () => {
  it('both answer from what either was told last', async () => {
    const server = await openTestServer('postgresql');
    const other = await openRuntime(server.runtime.config);
    try {
      const app = createApp(other);
      const there = async (query: string) => (await (await app.request('/v1/faq/search', post('en', { query }))).json()).items.map(({ entry }: Hit) => entry.id);
      const here = async (query: string) => (await server.call('faq.search', { query })).items.map(({ entry }: Hit) => entry.id);
      await server.merchant('PUT', '/faq/locales/en/entries', { entries: QUESTIONS.en });
      expect([await here('refund'), await there('refund')]).toEqual([['refund'], ['refund']]);
      for (let i = 0; i < 5; i++) {
        const word = `${'abcde'[i]}xylograph`;
        await server.merchant('PUT', '/faq/locales/en/entries/live', { question: `What is ${word}?`, answer: 'This.' });
        expect([await here(word), await there(word)]).toEqual([['live'], ['live']]);
      }
      await server.merchant('DELETE', '/faq/locales/en/entries/live');
      expect([await here('exylograph'), await there('exylograph')]).toEqual([[], []]);
    } finally {
      await other.close();
      await server.close();
    }
  });
});

describe.each(ENGINES)('more entries than a process keeps in memory, on %s', (engine) => {
  let server: TestServer;
  const many = MOST_IN_MEMORY + 1;
  const filler = (locale: (typeof LOCALES)[number], words: readonly string[]) =>
    Array.from({ length: many - 3 }, (_, i) => ({
      id: `f${i}`, question: `${words[i % words.length]} ${words[(i * 7 + 3) % words.length]} ${i}`, answer: `${words[(i * 3 + 1) % words.length]} ${locale}`,
    }));
  const WORDS = {
    en: ['carpet', 'window', 'table', 'lamp', 'garden', 'curtain', 'mirror', 'pillow'], el: ['χαλί', 'παράθυρο', 'τραπέζι', 'λάμπα', 'κήπος', 'κουρτίνα'],
    ru: ['ковёр', 'окно', 'стол', 'лампа', 'сад', 'штора'], zh: ['地毯', '窗户', '桌子', '台灯', '花园', '窗帘'],
  };
  const search = async (query: string, locale: string): Promise<Hit[]> => (await server.call('faq.search', { query }, { locale })).items;

  beforeAll(async () => {
    server = await openTestServer(engine);
    for (const locale of LOCALES) {
      const entries = filler(locale, WORDS[locale]);
      entries.splice(5_000, 0, ...(QUESTIONS[locale] as typeof entries));
      expect(await server.merchant('PUT', `/faq/locales/${locale}/entries`, { entries })).toEqual({ size: many });
    }
  }, 300_000);
  afterAll(() => server.close());

  it.each(QUERIES)('in %s finds “%s”', async (locale, query, id, highlight) => {
    const [best] = await search(query, locale);
    expect(best?.entry.id).toBe(id);
    const marked = (best!.highlights ?? []).map(([start, end]) => best!.entry.question.slice(start, end));
    if (highlight) expect(marked).toContain(highlight);
  });

  it('finds nothing where there is nothing, and takes any query', async () => {
    expect(await search('xylophone', 'en')).toEqual([]);
    for (const query of ['"', "' or 1=1 --", '* AND NOT', 'a:b', 'near(a b)', '(((', '!&|', '\\', '%_', 'or', 'the', '退', 'a b c d e f g h i j k l m n o p q r s t', '<->']) {
      for (const locale of LOCALES) expect(Array.isArray(await search(query, locale))).toBe(true);
    }
  });

  it('knows at once what changes, and searches in memory again when there are fewer', async () => {
    await server.merchant('PUT', '/faq/locales/en/entries/live', { question: 'What is an ocarina?', answer: 'An instrument.' });
    expect((await search('ocarina', 'en'))[0]!.entry.id).toBe('live');
    await server.merchant('PUT', '/faq/locales/en/entries', { entries: QUESTIONS.en });
    expect(await search('ocarina', 'en')).toEqual([]);
    expect((await search('refnud', 'en'))[0]!.entry.id).toBe('refund');
  });

  it('gives a page no more than the contract allows', async () => {
    expect((await server.call('faq.entries', {}, { locale: 'el' })).items).toHaveLength(MOST_IN_MEMORY);
  });
});
