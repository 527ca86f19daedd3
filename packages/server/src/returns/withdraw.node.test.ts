import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type CallOptions, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { transactAsSystem } from '../transact.ts';
import { returnsPrivacy } from './privacy.ts';
import { placeOrder, POLICIES } from './test/shop.ts';

const NOTICES = {
  en: 'I hereby give notice that I withdraw', el: 'υπαναχωρώ', ru: 'отказываюсь от договора', zh: '本人撤销', es: 'desisto de mi contrato', de: 'Hiermit widerrufe ich', fr: 'ma rétractation',
  ar: 'أعدل عن عقد',
};

describe.each(ENGINES)('withdrawal on %s', (engine) => {
  let server: TestServer;
  let number: string;
  let made = 0;
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hook', AFTERCART_WEBHOOK_SECRET: Buffer.alloc(32, 7).toString('base64'), AFTERCART_TRUSTED_PROXIES: '1' } });
    await server.merchant('PUT', '/returns/policies', { body: POLICIES });
  });
  beforeEach(async () => {
    server.setNow('2026-11-22T09:00:00Z');
    number = `NP-${++made}`;
    await placeOrder(server, { number, email: 'ann@example.com', delivered_at: '2026-11-17T10:00:00.000Z' }, ['mug', 'tent']);
  });
  afterAll(() => server.close());

  const withdraw = (input: object, options: CallOptions = {}) =>
    server.call('returns.withdraw', input, { ...options, headers: { 'x-forwarded-for': randomUUID(), ...options.headers } });
  const by = (more: object = {}) => ({ step: 'declare', orderNumber: number, name: 'Ann Lee', email: 'ann@example.com', ...more });
  const declare = (more: object = {}, options: CallOptions = {}) => withdraw(by(more), options);
  const confirm = (confirmation: string, options: CallOptions = {}) => withdraw({ step: 'confirm', confirmation }, options);
  const both = async (more: object = {}, options: CallOptions = {}) => (await confirm((await declare(more, options)).confirmation, options)).receipt;
  const listed = async (match?: string) =>
    (await server.merchant('GET', `/returns/withdrawals?orderNumber=${number}${match ? `&match=${match}` : ''}`)).items;
  const refused = (code: string) => ({ problem: { code } });
  const ann: CallOptions = { as: 'ann' };

  it('takes two steps, stores nothing before the second, and ends with a receipt and an event', async () => {
    const first = await declare({ reason: 'Too small' }, ann);
    expect(first).toMatchObject({ step: 'confirm' });
    expect(first.declaration.split('\n')).toEqual([
      'I hereby give notice that I withdraw from my contract of sale of the following goods.', `Order: ${number}`, 'Goods: the whole order', 'Ordered on: November 1, 2026',
      'Received on: November 17, 2026', 'Name: Ann Lee', 'E-mail: ann@example.com', 'Date: November 22, 2026',
    ]);
    expect(await listed()).toEqual([]);
    server.advance({ hours: 1 });
    const { step, receipt } = await confirm(first.confirmation, ann);
    expect(step).toBe('done');
    expect(receipt).toEqual({
      id: expect.any(String), receivedAt: '2026-11-22T10:00:00.000Z', orderNumber: number, name: 'Ann Lee', email: 'ann@example.com', items: null, content: first.declaration,
    });
    expect(await server.call('returns.deadline', { orderNumber: number }, ann)).toMatchObject({ withdrawable: false, receipt });
    const seen = { id: receipt.id, match: 'owner', shopperId: 'ann', reason: 'Too small', content: first.declaration, statutoryUntil: '2026-12-01', isLate: false };
    expect(await listed('owner')).toMatchObject([seen]);
    expect(await server.merchant('GET', `/returns/withdrawals/${receipt.id}`)).toMatchObject(seen);
    const events = await server.transact(({ db }) => db.selectFrom('outbox').select('body').where('type', '=', 'withdrawal.received').execute());
    const [event] = events.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.id === receipt.id);
    expect(event.data).toEqual({ id: receipt.id, orderNumber: number, shopperId: 'ann', match: 'owner', receivedAt: receipt.receivedAt });
  });

  it.each(Object.entries(NOTICES))('declares in %s', async (locale, notice) => {
    const { declaration } = await declare({ items: ['Mug'] }, { as: 'ann', locale });
    expect(declaration).toContain(notice);
    for (const fact of [number, 'Mug', 'Ann Lee', 'ann@example.com']) expect(declaration).toContain(fact);
    expect(declaration.split('\n')).toHaveLength(8);
    expect(await both({ items: ['Mug'] }, { as: 'ann', locale })).toMatchObject({ content: declaration });
  });

  it('declares in English where it has no words, in the language where the rest of the tag says nothing', async () => {
    expect((await declare({}, { locale: 'pt-BR' })).declaration).toContain(NOTICES.en);
    expect((await declare({}, { locale: 'zh-Hant-TW' })).declaration).toContain(NOTICES.zh);
    expect((await declare({}, { locale: 'de-1' })).declaration).toContain(NOTICES.de);
  });

  it('confirmed twice is one withdrawal, and so is the same declaration from a second tab', async () => {
    const [first, second] = [await declare({}, ann), await declare({}, ann)];
    const receipt = (await confirm(first.confirmation, ann)).receipt;
    expect((await confirm(first.confirmation, ann)).receipt).toEqual(receipt);
    expect((await confirm(second.confirmation, ann)).receipt).toEqual(receipt);
    server.advance({ days: 3 });
    expect((await confirm(first.confirmation, ann)).receipt).toEqual(receipt);
    expect(await listed()).toHaveLength(1);
  });

  it('is one withdrawal however many confirm at once', async () => {
    const tabs = await Promise.all(Array.from({ length: 6 }, (_, i) => declare({ name: `Ann ${i % 3}` }, ann)));
    const attempts = tabs.flatMap(({ confirmation }) => [confirmation, confirmation]);
    const answers = await Promise.allSettled(attempts.map((confirmation) => confirm(confirmation, ann)));
    const receipts = new Set(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.receipt.id] : [])));
    expect(receipts.size).toBe(1);
    // Two tabs with each name, each confirmed twice.
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(refused('ALREADY_WITHDRAWN'));
    expect(await listed()).toHaveLength(1);
  });

  it('refuses the same order again, but not its other items', async () => {
    await both({ items: ['The mug'] }, ann);
    await expect(declare({ items: [' the  MUG '] }, ann)).rejects.toMatchObject(refused('ALREADY_WITHDRAWN'));
    expect(await server.call('returns.deadline', { orderNumber: number }, ann)).toMatchObject({ withdrawable: true, receipt: { items: ['The mug'] } });
    const rest = await declare({ items: ['The mug', 'The tent'] }, ann);
    await both({ items: ['The tent'] }, ann);
    await expect(confirm(rest.confirmation, ann)).rejects.toMatchObject(refused('ALREADY_WITHDRAWN'));
    await expect(declare({}, ann)).rejects.toMatchObject(refused('ALREADY_WITHDRAWN'));
    expect(await server.call('returns.deadline', { orderNumber: number }, ann)).toMatchObject({ withdrawable: false });
  });

  it('is refused to the owner once the days are over, in either step', async () => {
    const { confirmation } = await declare({}, ann);
    server.setNow('2026-12-01T21:59:59Z');
    const last = await declare({}, ann);
    server.setNow('2026-12-01T22:00:00Z');
    await expect(declare({}, ann)).rejects.toMatchObject(refused('RETURN_WINDOW_CLOSED'));
    await expect(confirm(last.confirmation, ann)).rejects.toMatchObject(refused('RETURN_WINDOW_CLOSED'));
    await expect(confirm(confirmation, ann)).rejects.toMatchObject(refused('INVALID_REQUEST'));
    // In her own words it may be anything: the merchant reads it.
    expect(await declare({ items: ['That green thing'] }, ann)).toMatchObject({ step: 'confirm' });
    expect(await listed()).toEqual([]);
  });

  it('is open to the owner before receipt', async () => {
    await placeOrder(server, { number: `${number}-WAY` });
    expect(await both({ orderNumber: `${number}-way` }, ann)).toMatchObject({ orderNumber: `${number}-WAY` });
  });

  describe('of a guest', () => {
    it('needs no login, and tells the merchant whether the e-mail is that of the order', async () => {
      const right = await both({ email: 'Ann@Example.com' });
      const wrong = await both({ email: 'eve@example.com', name: 'Eve' });
      expect((await listed('email')).map(({ id }: { id: string }) => id)).toEqual([right.id]);
      expect((await listed('none')).map(({ id }: { id: string }) => id)).toEqual([wrong.id]);
      expect(await server.call('returns.deadline', { orderNumber: number }, ann)).toMatchObject({ withdrawable: false, receipt: { id: right.id } });
    });

    it('answers the same for an order that is right, one of another and one that there is not', async () => {
      const shape = async (orderNumber: string, email: string, options: CallOptions = {}) => {
        const first = await declare({ orderNumber, email }, options);
        const { receipt } = await confirm(first.confirmation, options);
        await expect(declare({ orderNumber, email }, options)).rejects.toMatchObject(refused('ALREADY_WITHDRAWN'));
        return { ...receipt, id: '', content: receipt.content.replaceAll(orderNumber, '#').replaceAll(email, '@'), orderNumber: '', email: '' };
      };
      const right = await shape(number, 'ann@example.com');
      expect(right.content).not.toContain('2026-11-17');
      expect(await shape(`${number}`, 'eve@example.com')).toEqual(right);
      expect(await shape(`${number}-NONE`, 'ann@example.com')).toEqual(right);
      expect(await shape(`${number}-NOT`, 'bob@example.com', { as: 'bob' })).toEqual(right);
      await placeOrder(server, { number: `${number}-ANN` });
      expect(await shape(`${number}-ANN`, 'bob@example.com', { as: 'bob' })).toEqual(right);
    });

    it('can’t be kept from the owner by a stranger, nor learn that she withdrew', async () => {
      await both({ email: 'eve@example.com' });
      expect(await server.call('returns.deadline', { orderNumber: number }, ann)).toMatchObject({ withdrawable: true, receipt: null });
      await both({}, ann);
      expect(await declare({ email: 'bob@example.com' })).toMatchObject({ step: 'confirm' });
      expect(await declare()).toMatchObject({ step: 'confirm' });
    });

    it('is taken after the days too, and marked as late', async () => {
      server.advance({ days: 60 });
      await both();
      expect(await listed()).toMatchObject([{ match: 'email', statutoryUntil: '2026-12-01', isLate: true }]);
    });
  });

  describe('a confirmation', () => {
    it.each([
      ['made up', (text: string) => `x${text}x`], ['cut', (text: string) => text.slice(0, -3)], ['changed', (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`)],
      ['without its signature', (text: string) => text.split('.')[0]!], ['longer', (text: string) => `${text}.x`],
    ])('that is %s is none', async (_, spoil) => {
      const { confirmation } = await declare({}, ann);
      await expect(confirm(spoil(confirmation), ann)).rejects.toMatchObject(refused('INVALID_REQUEST'));
      expect(await listed()).toEqual([]);
    });

    it('of another server is none', async () => {
      const other = await openTestServer('sqlite');
      try {
        const { confirmation } = await other.call('returns.withdraw', by());
        await expect(confirm(confirmation)).rejects.toMatchObject(refused('INVALID_REQUEST'));
      } finally {
        await other.close();
      }
    });

    it('of a shopper is hers alone', async () => {
      const { confirmation } = await declare({}, ann);
      await expect(confirm(confirmation)).rejects.toMatchObject(refused('INVALID_REQUEST'));
      await expect(confirm(confirmation, { as: 'bob' })).rejects.toMatchObject(refused('INVALID_REQUEST'));
      expect(await confirm(confirmation, ann)).toMatchObject({ step: 'done' });
      await expect(confirm(confirmation, { as: 'bob' })).rejects.toMatchObject(refused('INVALID_REQUEST'));
    });

    it('expires after some hours', async () => {
      const { confirmation } = await declare();
      server.advance({ hours: 4, seconds: 1 });
      await expect(confirm(confirmation)).rejects.toMatchObject(refused('INVALID_REQUEST'));
    });

    it('is short enough for the contract, or the items are refused in words', async () => {
      const names = Array.from({ length: 20 }, (_, i) => `Ανοξείδωτο παγούρι ${i}`);
      const reason = Array.from({ length: 150 }, () => randomUUID()).join(' ').slice(0, 5_000);
      const receipt = await both({ items: names, reason }, { locale: 'el' });
      expect(receipt).toMatchObject({ items: names });
      // A reason is never needed: what is too long to be carried is cut.
      expect((await listed())[0].reason).toBe(reason.slice(0, 200));
      await expect(declare({ items: Array.from({ length: 150 }, () => randomUUID()) })).rejects.toMatchObject(refused('INVALID_REQUEST'));
    });
  });

  it.each([['no name', { name: ' ' }], ['no address', { email: 'ann at home' }], ['no order', { orderNumber: ' # ' }]])('is refused with %s', async (_, wrong) => {
    await expect(declare(wrong)).rejects.toMatchObject(refused('INVALID_REQUEST'));
  });

  it('is limited by client', async () => {
    const flood = Array.from({ length: 61 }, (_, i) => declare({ orderNumber: `FLOOD-${i}` }, { headers: { 'x-forwarded-for': '203.0.113.7' } }));
    const answers = await Promise.allSettled(flood);
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: refused('RATE_LIMITED') }]);
  });

  it('is listed a page at a time', async () => {
    for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) await both({ email });
    const page = await server.merchant('GET', `/returns/withdrawals?orderNumber=${number}&limit=2`);
    const rest = await server.merchant('GET', `/returns/withdrawals?orderNumber=${number}&limit=2&cursor=${page.nextCursor}`);
    expect([...page.items, ...rest.items].map(({ email }) => email)).toEqual(['c@x.example', 'b@x.example', 'a@x.example']);
    expect(rest.nextCursor).toBe(null);
    await expect(server.merchant('GET', '/returns/withdrawals/none')).rejects.toMatchObject(refused('INVALID_REQUEST'));
  });

  it('is exported, and kept without the person when erased', async () => {
    const mine = await both({ items: ['The mug'] }, ann);
    const guest = await both({ email: 'ann@example.com', name: 'A. Lee' });
    const subject = { shopperId: 'ann', emailHash: server.runtime.fingerprints.email('ann@example.com'), pseudonym: 'erased-1' };
    expect(await transactAsSystem(server.runtime, (context) => returnsPrivacy.export(context, subject))).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: mine.id }), expect.objectContaining({ id: guest.id })]),
    );
    await transactAsSystem(server.runtime, (context) => returnsPrivacy.erase(context, subject));
    const kept = await listed();
    expect(kept).toHaveLength(2);
    for (const row of kept) {
      expect(row).toMatchObject({ name: null, email: null, shopperId: null, reason: null });
      expect(row.content).toContain(number);
      expect(JSON.stringify(row)).not.toMatch(/lee|ann@/i);
    }
    expect(await transactAsSystem(server.runtime, (context) => returnsPrivacy.export(context, subject))).toEqual([]);
  });
});
