import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES } from '../../test/stores.ts';
import { openTestServer, type TestServer } from '../../test/server.ts';
import { forgetOldAnswers, once, type Act } from './idempotency.ts';

describe.each(ENGINES)('an act on %s', (engine) => {
  let server: TestServer;
  let runs = 0;
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(() => server.close());

  const act = (key: string, more: Partial<Act> = {}): Act => ({ scope: 'shopper:ann', key, method: 'faq.vote', input: { a: 1, b: [2] }, ...more });
  const run = (what: Act, effect = async () => ++runs) => server.transact((context) => once(context, what, effect));

  it('has one effect, and the same answer again', async () => {
    runs = 0;
    expect(await run(act('again-1'))).toBe(1);
    expect(await run(act('again-1', { input: { b: [2], a: 1 } }))).toBe(1);
    expect(runs).toBe(1);
  });

  it('has one effect however many arrive at once', async () => {
    runs = 0;
    const answers = await Promise.all(Array.from({ length: 50 }, () => run(act('at-once'))));
    expect(new Set(answers).size).toBe(1);
    expect(runs).toBe(1);
  });

  it('that failed may be tried again', async () => {
    runs = 0;
    await expect(run(act('failed'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run(act('failed'))).toBe(1);
  });

  it('with the key of another one is refused', async () => {
    await run(act('taken'));
    await expect(run(act('taken', { input: { a: 2 } }))).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(run(act('taken', { method: 'points.redeem' }))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('of another shopper with the same key is another act', async () => {
    runs = 0;
    await run(act('shared'));
    expect(await run(act('shared', { scope: 'shopper:bob' }))).toBe(2);
  });

  it('is forgotten after a week', async () => {
    runs = 0;
    await run(act('old'));
    server.advance({ days: 8 });
    await forgetOldAnswers(server.runtime.store.db, server.now());
    expect(await run(act('old'))).toBe(2);
  });
});
