import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { findCandidates } from './full-text/candidates.ts';
import { renewFaqWords } from './words-migration.ts';

describe.each(ENGINES)('the words that %s searches', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());

  it('are those of the index in memory, also of entries that were kept before', async () => {
    const { runtime } = server;
    const { db } = runtime.store;
    const found = async (query: string) => (await findCandidates({ db, runtime }, 'de', query, 'strict')).map(({ id }) => id);
    const many = Array.from({ length: 700 }, (_, i) => ({ id: `n${i}`, question: `Frage ${i}`, answer: 'Antwort' }));
    const entry = { id: 'size', question: 'Wie messe ich Smørbrød?', answer: '<p>Rück<b>sende</b>kosten</p><p>Nr.&nbsp;7</p>', format: 'html', keywords: ['Łódź'] };
    await server.merchant('PUT', '/faq/locales/de/entries', { entries: [...many, entry] });
    const words = () => db.selectFrom('faq_entries').select(['title_words', 'body_words']).where('id', '=', 'size').executeTakeFirstOrThrow();
    const wanted = { title_words: ' wie messe ich smorbrod lodz ', body_words: ' rucksendekosten nr 7 ' };
    expect(await words()).toEqual(wanted);

    await db.updateTable('faq_entries').set({ title_words: ' smørbrød ', body_words: ' rück ' }).execute();
    expect(await found('rucksendekosten')).toEqual([]);
    await renewFaqWords(db as unknown as Kysely<never>, engine);
    expect(await words()).toEqual(wanted);
    for (const query of ['rücksendekosten', 'SMORBROD', 'Lodz']) expect(await found(query)).toEqual(['size']);
    expect(await found('Frage 699')).toEqual(['n699']);
  });
});
