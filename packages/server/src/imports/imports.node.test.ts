import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runProcess } from '../test/process.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { importFile, type ImportReport } from './run.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const JSON_TYPE = 'application/json';
const CSV = 'text/csv';

const ORDERS = `number;shopper;email;country;currency;total;coupon codes;placed_at;paidAt;lineId;productId;name;quantity;unitPrice
NP-1;ann;ann@shop.example;GR;EUR;5000;TEN | VIP;2026-11-20T10:00:00+02:00;2026-11-20T10:05:00+02:00;a;mug;"Mug; ""blue""";2;1500
NP-1;;;;;;;;;b;tea;Τσάι;1;2000

NP-2;;bob@shop.example;DE;EUR;999;;2026-11-21T10:00:00Z;;;cup;Cup;1;999
`;

const PROGRAM = {
  earningRules: [{ id: 'buy', title: 'Buy', kind: 'purchase', rates: [{ points: 1, per: { amount: 100, currency: 'EUR' } }] }],
};

describe.each(ENGINES)('imports on %s', (engine) => {
  let server: TestServer;
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-imports-'));
  beforeAll(async () => {
    server = await openTestServer(engine);
  });
  afterAll(async () => {
    await server.close();
    rmSync(dir, { recursive: true });
  });

  /** Posts a file; answers the report, of a refusal too. */
  async function post(kind: string, body: string | Uint8Array | object[], { type = CSV, query = '' } = {}): Promise<{ status: number; report: ImportReport; detail?: string }> {
    const isList = Array.isArray(body);
    const response = await server.app.request(`/merchant/v1/imports/${kind}${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.runtime.secrets.merchantKey}`, 'content-type': isList ? JSON_TYPE : type },
      body: isList ? JSON.stringify(body) : (body as string),
    });
    const answer: any = await response.json();
    return { status: response.status, report: answer.report ?? answer, detail: answer.detail };
  }

  /** Everything that is stored, to see whether anything changed. */
  async function everything(): Promise<string> {
    const { db } = server.runtime.store;
    const tables = await db.introspection.getTables();
    const rows = [];
    for (const { name } of tables) rows.push([name, (await db.selectFrom(name as 'orders').selectAll().execute()).map((row) => JSON.stringify(row)).sort()]);
    return JSON.stringify(rows);
  }

  it('imports orders from a spreadsheet, a row for each line, and again without any change', async () => {
    const first = await post('orders', `\uFEFF${ORDERS.replaceAll('\n', '\r\n')}`);
    expect(first).toMatchObject({ status: 200, report: { kind: 'orders', dryRun: false, imported: 2, skipped: 0, wrong: 0, troubles: [] } });
    expect(await server.merchant('GET', '/orders/NP-1')).toMatchObject({
      shopper: 'ann', known: { email: true, postcode: false }, total: 5_000, couponCodes: ['TEN', 'VIP'], placedAt: '2026-11-20T08:00:00.000Z', paidAt: '2026-11-20T08:05:00.000Z',
      lines: [{ id: 'a', name: 'Mug; "blue"', quantity: 2, unitPrice: 1_500 }, { id: 'b', name: 'Τσάι', quantity: 1 }],
    });
    expect(await server.merchant('GET', '/orders/NP-2')).toMatchObject({ shopper: null, country: 'DE', paidAt: null });
    const before = await everything();
    expect((await post('orders', ORDERS)).report).toMatchObject({ imported: 0, skipped: 2 });
    expect(await everything()).toBe(before);
  });

  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ])('finds that the delimiter is %s', async (_, delimiter) => {
    const csv = `code,pool\nX${delimiter.codePointAt(0)}A,"p"\n`.replaceAll(',', delimiter);
    expect((await post('coupon-codes', csv, { type: delimiter === '\t' ? 'text/tab-separated-values' : CSV })).report).toMatchObject({ imported: 1 });
  });

  it('imports nothing when anything is wrong, and says what, where and how to mend it', async () => {
    const before = await everything();
    const bad = `number,currency,total,placedAt,productId,name,quantity,unitPrice,email,shopper
B-1,EUR,1000,2026-11-20T10:00:00Z,mug,Mug,1,1000,,
B-2,EUR,10.00,2026-11-20T10:00:00Z,mug,Mug,1,1000,,
B-3,EURO,1000,2026-11-20,mug,Mug,1,1000,,
B-4,EUR,1000,2026-11-20T10:00:00Z,mug,Mug,1,1000,,
B-4,EUR,1000,2026-11-20T10:00:00Z,tea,Tea,zero,1000,,
B-4,USD,1000,2026-11-20T10:00:00Z,tea,Tea,1,1000,,
B-5,EUR,1000,2026-11-20T10:00:00Z,mug,,1,1000,not-an-address,
B-1,EUR,1000,2026-11-20T10:00:00Z,mug,Mug,1,1000,,
B-6,EUR,1000,2026-11-20T10:00:00Z,mug,Mug, large,1,1000,a@shop.example,ann
`;
    const { status, report, detail } = await post('orders', bad);
    expect(status).toBe(422);
    expect(detail).toBe(`Nothing was imported: ${report.wrong} things are wrong, see \`report\`.`);
    expect(report).toMatchObject({ imported: 0, skipped: 0 });
    const lines = report.troubles.map(({ row, column, problem }) => [row, column, problem]);
    expect(lines).toEqual([
      [3, 'total', '“10.00”: must be a whole number.'],
      [4, 'currency', expect.stringContaining('“EURO”')],
      [4, 'placedAt', expect.stringContaining('“2026-11-20”')],
      [7, 'currency', '“USD” differs from row 5 of the same order.'],
      [8, 'email', expect.stringContaining('must be an e-mail address')],
      [8, 'name', 'It is missing.'],
      [9, null, 'The order B-1 is in row 2 already.'],
      [10, null, 'The row has 11 cells, the header 10.'],
    ]);
    expect(report.troubles[0]!.mend).toContain('5000 for 50.00');
    expect(await everything()).toBe(before);
  });

  it('tells the row of a wrong line of an order', async () => {
    const { report } = await post('orders', `number,currency,total,placedAt,productId,name,quantity,unitPrice\nC-1,EUR,1,2026-11-20T10:00:00Z,a,A,1,1\nC-1,,,,b,B,zero,1\n`);
    expect(report.troubles).toMatchObject([{ row: 3, column: 'quantity', mend: 'Write how many were ordered, as a whole number.' }]);
  });

  it('rolls back what was written before a row that the server refuses', async () => {
    await server.merchant('PUT', '/orders/D-2', { shopper: 'ann', currency: 'EUR', total: 1, placedAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'a', name: 'A', quantity: 1, unitPrice: 1 }] });
    const before = await everything();
    const order = (number: string, shopper: string) => ({ number, shopper, currency: 'EUR', total: 1, placedAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'a', name: 'A', quantity: 1, unitPrice: 1 }] });
    const { status, report } = await post('orders', [order('D-1', 'bob'), order('D-2', 'bob'), order('D-3', 'bob')]);
    expect(status).toBe(422);
    expect(report).toMatchObject({ imported: 0, wrong: 1, troubles: [{ row: 2, problem: 'The order D-2 belongs to another shopper: an order never changes hands.' }] });
    expect(await everything()).toBe(before);
  });

  it('tries without writing', async () => {
    const before = await everything();
    expect(await post('coupon-codes', 'code,pool\nDRY,p\n', { query: '?dryRun=true' })).toMatchObject({ status: 200, report: { dryRun: true, imported: 1 } });
    expect(await post('coupon-codes', 'code,pool\nDRY,\n', { query: '?dryRun=true' })).toMatchObject({ status: 200, report: { dryRun: true, imported: 0, wrong: 1 } });
    expect(await everything()).toBe(before);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFFcode,pool\nA,p\n', 'utf16le'), 'The file is UTF-16.', null],
    ['UTF-16 without a mark', Buffer.from('code,pool\nA,p\n', 'utf16le'), 'The file is UTF-16.', null],
    ['another encoding', Buffer.from('code,pool\nCAF\xc9,p\n', 'latin1'), 'The file is not UTF-8.', null],
    ['nothing', Buffer.from(''), 'The file is empty.', null],
    ['an unknown column', Buffer.from('code,pol\nA,p\n'), 'There is no column “pol”.', 'pol'],
    ['a missing column', Buffer.from('code\nA\n'), 'The column pool is missing.', 'pool'],
    ['a column twice', Buffer.from('code,pool,Code\nA,p,B\n'), 'There are two columns code.', 'code'],
    ['a quote that is not closed', Buffer.from('code,pool\nA,p\nB,"p\nC,p\n'), 'The row can’t be read: a quote is not closed.', null],
  ])('refuses a file with %s', async (_, bytes, problem, column) => {
    const { status, report } = await post('coupon-codes', bytes);
    expect(status).toBe(422);
    expect(report.troubles).toMatchObject([{ problem, column }]);
    expect(report.troubles[0]!.mend).not.toBe('');
  });

  it.each([
    ['that is no list', '{"code":"A"}', 'The file is no JSON list.'],
    ['that breaks off', '[{"code":"J-1","pool":"p"},{"code":"J-2"', 'The file is no JSON from here on: it ends too early.'],
    ['that is none', '[{"code":"J-1","pool":"p"},nope]', 'The file is no JSON from here on'],
    ['with more behind it', '[{"code":"J-1","pool":"p"}] []', 'The file is no JSON from here on'],
    ['that is empty', ' ', 'The file is empty.'],
  ])('refuses JSON %s', async (_, text, problem) => {
    const { status, report } = await post('coupon-codes', text, { type: JSON_TYPE });
    expect(status).toBe(422);
    expect(report.troubles).toMatchObject([{ problem: expect.stringContaining(problem) }]);
  });

  it('refuses unknown fields, U+0000, kinds, queries and media types', async () => {
    expect((await post('coupon-codes', [{ code: 'A', pool: 'p', pol: 1 }])).report.troubles).toMatchObject([{ row: 1, column: 'pol', problem: 'There is no such field.' }]);
    expect((await post('coupon-codes', [{ code: 'A\0', pool: 'p' }])).report.troubles).toMatchObject([{ problem: 'A text holds the character U+0000.' }]);
    expect((await post('people', [])).status).toBe(422);
    expect((await post('faq', [], { query: '?dryrun=true' })).status).toBe(422);
    expect((await post('faq', 'x', { type: 'text/plain' })).status).toBe(415);
    expect((await post('faq', [])).report).toMatchObject({ imported: 0, wrong: 0 });
  });

  it('imports shoppers with what they have, once', async () => {
    const csv = 'id,state,birthday,email,points\nsho-1,member,1990-04-30,sho1@shop.example,250\nsho-2,candidate,,,\nsho-3,blocked,,,\n';
    expect((await post('shoppers', csv)).report).toMatchObject({ imported: 3 });
    const row = await server.runtime.store.db.selectFrom('shoppers').selectAll().where('id', '=', 'sho-1').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'member', birthday: '04-30', email_hash: server.runtime.fingerprints.email('sho1@shop.example') });
    const balance = async () => (await server.runtime.store.db.selectFrom('points_accounts').select('balance').where('shopper_id', '=', 'sho-1').executeTakeFirstOrThrow()).balance;
    expect(await balance()).toBe(250);
    const before = await everything();
    expect((await post('shoppers', csv)).report).toMatchObject({ imported: 0, skipped: 3 });
    expect(await everything()).toBe(before);
    expect((await post('shoppers', csv.replace('250', '300'))).report.troubles).toMatchObject([{ row: 2, problem: expect.stringContaining('came with 250 points, not 300') }]);
    expect((await post('shoppers', 'id,state,points\nsho-4,candidate,5\n')).report.troubles).toMatchObject([{ row: 2, column: 'points' }]);
    expect(await balance()).toBe(250);
  });

  it('imports points that are given and taken, once', async () => {
    await post('shoppers', 'id,state,points\nadj-1,member,100\nadj-2,blocked,\n');
    const csv = 'id,shopper,points,description\nadj:1,adj-1,50,A gift\nadj:2,adj-1,-120,A mistake\n';
    expect((await post('points', csv)).report).toMatchObject({ imported: 2 });
    expect((await post('points', csv)).report).toMatchObject({ skipped: 2, imported: 0 });
    const { balance } = await server.runtime.store.db.selectFrom('points_accounts').select('balance').where('shopper_id', '=', 'adj-1').executeTakeFirstOrThrow();
    expect(balance).toBe(30);
    const { report } = await post('points', 'id,shopper,points\nadj:1,adj-1,60\nadj:3,nobody,1\nadj:4,adj-2,1\nadj:5,adj-1,0\n');
    expect(report.troubles.map(({ row }) => row)).toEqual([5]);
    expect((await post('points', 'id,shopper,points\nadj:1,adj-1,60\nadj:3,nobody,1\nadj:4,adj-2,1\n')).report.troubles.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('imports coupon codes and leaves those that are taken', async () => {
    const codes = [{ code: 'K-1', pool: 'ten', expiresAt: '2027-01-01T00:00:00Z' }, { code: 'K-2', pool: 'ten' }];
    expect((await post('coupon-codes', codes)).report).toMatchObject({ imported: 2 });
    await server.runtime.store.db.updateTable('coupon_codes').set({ taken_by: 'somebody' }).where('code', '=', 'K-1').execute();
    expect((await post('coupon-codes', codes)).report).toMatchObject({ imported: 0, skipped: 2 });
    expect((await post('coupon-codes', [{ code: 'K-2', pool: 'other' }])).report.troubles).toMatchObject([{ row: 1, column: 'pool' }]);
    const row = await server.runtime.store.db.selectFrom('coupon_codes').selectAll().where('code', '=', 'K-1').executeTakeFirstOrThrow();
    expect(row.taken_by).toBe('somebody');
  });

  it('imports questions and synonyms that shoppers then find', async () => {
    const csv = 'locale,id,question,answer,categoryId,categoryName,keywords\nen,ship,How long is delivery?,Two days.,d,Delivery,shipping | post\nel,ship,Πόσο κάνει;,Δύο μέρες.,,,\n';
    expect((await post('faq', csv)).report).toMatchObject({ imported: 2 });
    const words = [{ locale: 'en', words: ['parcel', 'package'] }];
    expect((await post('synonyms', words)).report).toMatchObject({ imported: 1 });
    const { items, synonyms } = await server.call('faq.entries');
    expect(items).toMatchObject([{ id: 'ship', question: 'How long is delivery?', category: { id: 'd', name: 'Delivery' }, keywords: ['shipping', 'post'] }]);
    expect(synonyms).toEqual([['parcel', 'package']]);
    const before = await everything();
    expect((await post('faq', csv)).report).toMatchObject({ imported: 0, skipped: 2 });
    expect((await post('synonyms', words)).report).toMatchObject({ imported: 0, skipped: 1 });
    expect(await everything()).toBe(before);
    expect((await post('faq', 'locale,id,question,answer,categoryName\nen,x,Q?,A.,No id\n')).report.troubles).toMatchObject([{ row: 2, column: 'categoryId', problem: 'It is missing.' }]);
  });

  it('lets orders earn, unless they are history', async () => {
    await server.merchant('PUT', '/points/program', { body: PROGRAM });
    await post('shoppers', 'id,state\nearn-1,member\nearn-2,member\n');
    const order = (number: string, shopper: string) => ({ number, shopper, currency: 'EUR', total: 5_000, placedAt: '2026-11-20T10:00:00Z', paidAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'a', name: 'A', quantity: 1, unitPrice: 5_000 }] });
    await post('orders', [order('E-1', 'earn-1')]);
    await post('orders', [order('E-2', 'earn-2')], { query: '?history=true' });
    await post('orders', [order('E-2', 'earn-2')]);
    await server.merchant('POST', '/orders/E-2/paid');
    const entries = await server.runtime.store.db.selectFrom('points_entries').select('shopper_id').where('shopper_id', 'like', 'earn-%').execute();
    expect(entries).toEqual([{ shopper_id: 'earn-1' }]);
    expect(await server.merchant('GET', '/orders/E-2')).toMatchObject({ paidAt: '2026-11-20T10:00:00.000Z' });
  });

  it('refuses more than 50 MB', async () => {
    const response = await server.app.request('/merchant/v1/imports/faq', {
      method: 'POST',
      headers: { authorization: `Bearer ${server.runtime.secrets.merchantKey}`, 'content-type': JSON_TYPE, 'content-length': String(50 * 1024 * 1024 + 1) },
      body: '[]',
    });
    expect(response.status).toBe(413);
  });

  it('imports 20,000 rows, and finds them all known the second time', async () => {
    const file = join(dir, 'large.csv');
    const out = createWriteStream(file);
    out.write('number,shopper,email,currency,total,placedAt,productId,name,quantity,unitPrice\n');
    for (let row = 0; row < 20_000; row++) out.write(`L-${row},shopper-${row % 5_000},s${row % 5_000}@shop.example,EUR,${row},2026-11-20T10:00:00Z,p${row % 50},Product ${row % 50},1,${row}\n`);
    out.end();
    await finished(out);
    const request = { kind: 'orders', file, format: 'csv', dryRun: false, history: false } as const;
    expect(await importFile(server.runtime, request)).toMatchObject({ imported: 20_000, skipped: 0, wrong: 0 });
    expect(await importFile(server.runtime, request)).toMatchObject({ imported: 0, skipped: 20_000, wrong: 0 });
    const { count } = await server.runtime.store.db.selectFrom('orders').select((eb) => eb.fn.countAll<number>().as('count')).where('number', 'like', 'L-%').executeTakeFirstOrThrow();
    expect(count).toBe(20_000);
  }, 300_000);

  it('imports by command', async () => {
    const { dataDir, databaseUrl } = server.runtime.config;
    const file = join(dir, 'codes.csv');
    const run = (...args: string[]) => runProcess({ dataDir, databaseUrl, args: ['import', ...args] });
    writeFileSync(file, 'code,pool\nCMD-1,p\nCMD-2,p\n');
    expect(await run('coupon-codes', file, '--dry-run')).toMatchObject({ code: 0, stdout: 'Would import 2, skipped 0 that were there already.\n', stderr: '' });
    expect(await run('coupon-codes', file)).toMatchObject({ code: 0, stdout: 'Imported 2, skipped 0 that were there already.\n' });
    writeFileSync(file, 'code,pool\nCMD-1,p\nCMD-3,\n');
    expect(await run('coupon-codes', file)).toMatchObject({
      code: 1, stdout: '', stderr: 'row 3, pool: It is missing. Write the pool that rewards and offers take it from.\nNothing was imported: 1 wrong.\n',
    });
    expect(await run('people', file)).toMatchObject({ code: 1, stderr: 'There is no kind people to import: choose one of orders, shoppers, points, coupon-codes, faq, synonyms.\n' });
    expect(await run('coupon-codes', join(dir, 'none.csv'))).toMatchObject({ code: 1, stderr: expect.stringMatching(/^.*none\.csv can’t be read \(ENOENT.*\n$/) });
    expect(await run('coupon-codes')).toMatchObject({ code: 1, stderr: expect.stringContaining('needs a kind and a file') });
  });
});
