import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type CallOptions, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { transactAsSystem } from '../transact.ts';
import { faqPrivacy } from './privacy.ts';
import { writeQuestions } from './questions/sweeps.ts';
import { QUESTIONS } from './test/questions.ts';

describe.each(ENGINES)('votes on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    for (const locale of ['en', 'el'] as const) await server.merchant('PUT', `/faq/locales/${locale}/entries`, { entries: QUESTIONS[locale] });
  });
  afterAll(() => server.close());
  const vote = (entryId: string, helpful: boolean, options: CallOptions = {}, comment?: string) => server.call('faq.vote', { entryId, helpful, comment }, options);
  const browser = (name: string): CallOptions => ({ headers: { 'user-agent': name } });
  const summary = async (query = '') => (await server.merchant('GET', `/faq/votes${query}`)).items;

  it('count once for each shopper and each guest’s client; the last counts', async () => {
    expect(await vote('refund', false, { as: 'ann' }, ' Which day? ')).toEqual({ recorded: true });
    await vote('refund', true, { as: 'ann' }, 'Found it.');
    await vote('refund', false, { as: 'bob', locale: 'el-GR' }, 'Πότε;');
    await vote('refund', true, browser('Firefox'));
    await vote('refund', true, browser('Firefox'));
    await vote('refund', false, browser('Chromium'));
    await vote('delivery', true, { as: 'ann' });
    expect(await summary()).toMatchObject([{ entryId: 'refund', helpful: 2, unhelpful: 2, comments: 2 }, { entryId: 'delivery', helpful: 1, unhelpful: 0, comments: 0 }]);
    expect(await summary('?locale=el')).toMatchObject([{ entryId: 'refund', helpful: 0, unhelpful: 1 }]);
    const { items } = await server.merchant('GET', '/faq/votes/refund');
    expect(items.map(({ comment }: { comment: string }) => comment).sort()).toEqual(['Found it.', 'Πότε;']);
  });

  it('are for entries that there are', async () => {
    await expect(vote('nothing', true)).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
  });

  it('keep no person, and are told and forgotten', async () => {
    const rows = await server.transact(({ db }) => db.selectFrom('faq_votes').selectAll().execute());
    expect(JSON.stringify(rows.map(({ comment: _, ...row }) => row))).not.toMatch(/ann|bob|Firefox/);
    const subject = { shopperId: 'ann', emailHash: null, pseudonym: 'erased-1' };
    const told = await transactAsSystem(server.runtime, (context) => faqPrivacy.export(context, subject));
    expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ entryId: 'refund', helpful: true, comment: 'Found it.' }), expect.objectContaining({ entryId: 'delivery' })]));
    await transactAsSystem(server.runtime, (context) => faqPrivacy.erase(context, subject));
    expect(await transactAsSystem(server.runtime, (context) => faqPrivacy.export(context, subject))).toEqual([]);
    expect(await summary()).toMatchObject([{ entryId: 'refund', helpful: 1, unhelpful: 2 }]);
  });
});

describe.each(ENGINES)('unanswered questions on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
    for (const locale of ['en', 'el'] as const) await server.merchant('PUT', `/faq/locales/${locale}/entries`, { entries: QUESTIONS[locale] });
  });
  afterAll(() => server.close());
  const type = async (query: string, as: string, locale = 'en') => {
    for (let i = 1; i <= query.length; i++) {
      await server.call('faq.search', { query: query.slice(0, i) }, { as, locale });
      server.advance({ seconds: 0.2 });
    }
  };
  const report = async (query = '') => {
    server.advance({ seconds: 6 });
    await writeQuestions(server.runtime);
    return (await server.merchant('GET', `/faq/questions${query}`)).items;
  };

  it('are counted once they are typed, most asked first, by language', async () => {
    for (const shopper of ['ann', 'bob', 'cat']) await type('xylophone', shopper);
    await type('  Xylophone!', 'dan');
    await type('zither', 'ann');
    await type('refund', 'ann');
    await type('ξυλόφωνο', 'eva', 'el');
    const items = await report();
    expect(items).toMatchObject([
      { locale: 'en', query: 'xylophone', asked: 4, nothing: 4, unhelpful: 0 },
      { locale: 'en', query: 'zither', asked: 1, nothing: 1 },
      { locale: 'el', query: 'ξυλόφωνο', asked: 1, nothing: 1 },
    ]);
    expect(await report('?locale=el')).toHaveLength(1);
    expect(await report('?limit=1')).toHaveLength(1);
  });

  it('are those too whose answer did not help', async () => {
    await type('refund', 'bob');
    await server.call('faq.vote', { entryId: 'refund', helpful: false }, { as: 'bob' });
    await server.call('faq.vote', { entryId: 'refund', helpful: false }, { as: 'bob' });
    await server.call('faq.vote', { entryId: 'refund', helpful: false }, { as: 'stranger' });
    expect(await report()).toContainEqual(expect.objectContaining({ query: 'refund', asked: 2, nothing: 0, unhelpful: 1 }));
  });

  it('are written once, however often they are', async () => {
    const before = await report();
    expect(await report()).toEqual(before);
  });
});
