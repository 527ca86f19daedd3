import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { QUESTIONS } from './test/questions.ts';

describe.each(ENGINES)('questions and answers on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());
  const replace = (locale: string, entries: unknown[]) => server.merchant('PUT', `/faq/locales/${locale}/entries`, { entries });
  const ids = async (locale: string, input: object = {}) => (await server.call('faq.entries', input, { locale })).items.map(({ id }: { id: string }) => id);
  const firstIn = async (locale: string) => (await server.call('faq.entries', {}, { locale })).items[0].question;

  it('are none at first', async () => {
    expect(await server.call('faq.entries')).toEqual({ items: [], synonyms: [] });
    expect(await server.call('faq.search', { query: 'refund' })).toEqual({ items: [] });
    expect(await server.call('faq.contact')).toBe(null);
  });

  it('come as they were written, in their order, HTML untouched', async () => {
    expect(await replace('en', QUESTIONS.en)).toEqual({ size: 3 });
    const { items } = await server.call('faq.entries');
    expect(items).toEqual([
      { ...QUESTIONS.en[0], keywords: [], contexts: [], url: null, updatedAt: '2026-11-22T09:00:00.000Z' },
      { ...QUESTIONS.en[1], format: 'text', popularity: null, url: null, updatedAt: '2026-11-22T09:00:00.000Z' },
      { ...QUESTIONS.en[2], format: 'text', keywords: [], contexts: [], popularity: null, updatedAt: '2026-11-22T09:00:00.000Z' },
    ]);
    expect(await ids('en', { category: 'shipping' })).toEqual(['delivery']);
    expect(await ids('en', { category: 'nothing' })).toEqual([]);
  });

  it('come in the language, its parent, or the shop’s own', async () => {
    await replace('el', QUESTIONS.el);
    await replace('zh-hans', QUESTIONS.zh);
    const [english, greek, chinese] = [QUESTIONS.en[0]!.question, QUESTIONS.el[0]!.question, QUESTIONS.zh[0]!.question];
    expect(await firstIn('el')).toBe(greek);
    expect(await firstIn('el-CY')).toBe(greek);
    expect(await firstIn('zh-hans-cn')).toBe(chinese);
    expect(await firstIn('en-GB')).toBe(english);
    expect(await firstIn('fr')).toBe(english);
    expect(await firstIn('zh')).toBe(english);
    expect(await firstIn('el-1')).toBe(english);
    await server.merchant('PUT', '/faq/locales/el/default');
    expect(await firstIn('fr-CA')).toBe(greek);
    await server.merchant('PUT', '/faq/locales/ZH-hans/default');
    expect(await firstIn('fr')).toBe(chinese);
    expect(await server.merchant('GET', '/faq/locales')).toMatchObject({
      items: [{ locale: 'el', size: 3, isDefault: false }, { locale: 'en', size: 3, isDefault: false }, { locale: 'zh-Hans', size: 3, isDefault: true }],
    });
    // A language without entries is no answer.
    await replace('zh-Hans', []);
    expect(await firstIn('fr')).toBe(english);
    await expect(server.merchant('PUT', '/faq/locales/sv/default')).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
  });

  it('are written and deleted one by one', async () => {
    const { id: _, ...refund } = QUESTIONS.en[0]!;
    server.advance({ days: 1 });
    expect(await server.merchant('PUT', '/faq/locales/en/entries/refund', { ...refund, question: 'Where is my money?' })).toMatchObject({
      id: 'refund', question: 'Where is my money?', updatedAt: '2026-11-23T09:00:00.000Z',
    });
    await server.merchant('PUT', '/faq/locales/en/entries/gift', { question: 'Do you wrap gifts?', answer: 'Yes.' });
    expect(await ids('en')).toEqual(['refund', 'delivery', 'password', 'gift']);
    await server.merchant('DELETE', '/faq/locales/en/entries/delivery');
    expect(await ids('en')).toEqual(['refund', 'password', 'gift']);
    for (const verb of ['DELETE', 'GET']) {
      await expect(server.merchant(verb, '/faq/locales/en/entries/delivery')).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
    }
    expect(await server.merchant('GET', '/faq/locales/en/entries/gift')).toMatchObject({ question: 'Do you wrap gifts?' });
  });

  it('that did not change keep the day of their change when all are replaced', async () => {
    server.advance({ days: 1 });
    const before = (await server.call('faq.entries')).items;
    await replace('en', [...before.slice(0, 2), { ...before[2], answer: 'Of course.', updatedAt: undefined }]);
    const after = (await server.call('faq.entries')).items;
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toMatchObject({ answer: 'Of course.', updatedAt: server.now().toISOString() });
    await replace('en', after.toReversed());
    expect(await ids('en')).toEqual(['gift', 'password', 'refund']);
  });

  it('are listed a page at a time', async () => {
    const page = await server.merchant('GET', '/faq/locales/en/entries?limit=2');
    expect(page.items.map(({ id }: { id: string }) => id)).toEqual(['gift', 'password']);
    expect(await server.merchant('GET', `/faq/locales/en/entries?limit=2&cursor=${page.nextCursor}`)).toMatchObject({ items: [{ id: 'refund' }], nextCursor: null });
    expect((await server.merchant('GET', '/faq/locales/en/entries?category=returns')).items).toHaveLength(1);
  });

  it('that are wrong are refused as a whole', async () => {
    const good = QUESTIONS.en[0]!;
    for (const [entries, path] of [
      [[good, { ...good, id: 'b', question: '' }], '/entries/1/question'],
      [[good, good], '/entries/1/id'],
      [[{ ...good, awnser: 'x' }], '/entries/0/awnser'],
    ] as const) {
      await expect(replace('en', [...entries])).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST', errors: [expect.objectContaining({ path: expect.stringContaining(path) })] } });
    }
    await expect(server.merchant('GET', '/faq/locales/en/entries/a%00b')).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
    await expect(replace('no_language', [good])).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
    expect(await ids('en')).toEqual(['gift', 'password', 'refund']);
  });

  it('come with what means the same', async () => {
    const synonyms = [['store', 'shop', 'boutique']];
    expect(await server.merchant('PUT', '/faq/locales/en/synonyms', { synonyms })).toEqual({ synonyms });
    expect(await server.merchant('GET', '/faq/locales/en/synonyms')).toEqual({ synonyms });
    expect((await server.call('faq.entries')).synonyms).toEqual(synonyms);
  });

  it('tell how to reach people, in the shopper’s language', async () => {
    const body = {
      timeZone: 'Europe/Athens',
      channels: [
        { kind: 'chat', label: { en: 'Chat', el: 'Συνομιλία' }, url: '#chat?q={query}', openingHours: [{ days: ['Monday'], opens: '09:00', closes: '17:00' }], replyMinutes: 3 },
        { kind: 'email', url: 'mailto:help@shop.example' },
      ],
    };
    await server.merchant('PUT', '/faq/contact', { body, version: 0 });
    expect(await server.call('faq.contact', {}, { locale: 'el' })).toMatchObject({ timeZone: 'Europe/Athens', channels: [{ kind: 'chat', label: 'Συνομιλία', replyMinutes: 3 }, { kind: 'email' }] });
    expect(await server.merchant('GET', '/faq/contact')).toMatchObject({ version: 1, body });
    await expect(server.merchant('PUT', '/faq/contact', { body: { channels: [{ kind: 'pigeon', url: 'x' }] } })).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
  });
});
