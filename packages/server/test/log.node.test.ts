/** The log and the metrics of a shop in which every text of a person bears a mark: nobody is in them. */
import { OPERATIONS } from '@aftercart/contract/protocol';
import { expect, it } from 'vitest';
import { openTestServer } from '../src/test/server.ts';
import { ENGINES } from '../src/test/stores.ts';
import { MERCHANT_OPERATIONS } from '../src/merchant/operations.ts';
import { putOrder, putParcel } from '../src/tracking/test/shop.ts';
import { aftershipSource } from '../src/upstream/aftership/source.ts';
import { easypostSource } from '../src/upstream/easypost/source.ts';
import { AT_ONCE, openHost, refuse } from '../src/upstream/test/host.ts';
import { takeTurn } from '../src/upstream/turn.ts';
import { woocommerceSource } from '../src/upstream/woocommerce/source.ts';
import { ATTEMPTS } from './authorization/attempts.ts';
import { ANN, BOB, openTwoShoppers, POSTCODE } from './authorization/shoppers.ts';

it.each(ENGINES)('on %s the log holds no personal data and no token, the metrics no id', { timeout: 120_000 }, async (engine) => {
  let log = '';
  const server = await openTwoShoppers(engine, { env: { AFTERCART_LOG_LEVEL: 'debug' }, log: { write: (line: string) => void (log += line) } });
  const tokens = { [ANN]: await server.token(ANN, { email: server.ann.email, name: 'Mark Name' }), [BOB]: await server.token(BOB) };
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const response = await server.app.request(path, init);
    // Of a stream, its beginning is enough.
    await (response.headers.get('content-type')?.startsWith('text/event-stream') ? response.body!.cancel() : response.text());
  };
  const clientAddress = '203.0.113.77';
  const userAgent = 'mark-user-agent';
  for (const { method, verb, path, write } of OPERATIONS) {
    const { base, naming = [] } = ATTEMPTS[method];
    for (const [shopper, token] of [...Object.entries(tokens), ['', ''] as const]) {
      for (const input of [base, ...naming.map((name) => name(server.ann)), { 'mark-field': server.ann.email }]) {
        const query = verb === 'GET' ? `?${new URLSearchParams({ ...(input as Record<string, string>), email: server.ann.email, token })}` : '';
        await send(path + query, {
          method: verb,
          headers: {
            'content-type': 'application/json', 'x-forwarded-for': clientAddress, 'user-agent': userAgent, 'x-shopper-id': ANN, cookie: `s=${server.ann.email}`,
            ...(shopper && { authorization: `Bearer ${token}` }), ...(write && { 'idempotency-key': `log-${Math.random()}-x` }),
          },
          ...(verb === 'POST' && { body: JSON.stringify(input) }),
        });
      }
    }
  }
  for (const { verb, path } of MERCHANT_OPERATIONS) {
    const named = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((server.ann as unknown as Record<string, string>)[name] ?? (/number/i.test(name) ? server.ann.order : server.ann.reviewId)));
    for (const authorization of [`Bearer ${server.runtime.secrets.merchantKey}`, `Bearer ${tokens[ANN]}`]) {
      await send(`/merchant/v1${named}?email=${server.ann.email}`, { method: verb, headers: { authorization, 'content-type': 'application/json' }, ...(verb !== 'GET' && { body: JSON.stringify({ email: server.ann.email, name: 'Mark Name', reason: 'mark-review' }) }) });
    }
  }
  // Faults are logged with their cause, which is the database’s own words.
  await server.runtime.store.db.schema.dropTable('withdrawals').execute();
  await send('/v1/returns/withdraw', {
    method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'the-last-one' }, body: JSON.stringify({ step: 'declare', orderNumber: server.ann.order, name: 'Mark Name', email: server.ann.email }),
  });
  const metrics = await (await server.app.request('/metrics')).text();
  await server.close();

  expect(log).toContain('"route":"/v1/points/redeem"');
  expect(log).toContain('a request failed');
  expect(metrics).toContain('aftercart_http_requests_total{method="POST",route="/v1/points/redeem",status="200"}');
  const { secrets } = server.runtime;
  // The numbers of changes are no names.
  const { pointsEventId: _, parcelEventId: __, ...things } = server.ann;
  const marks = [...Object.values(things), ...server.marks, ...Object.values(server.keys), ...Object.values(tokens), ...Object.values(secrets), BOB, 'bob@example.com', POSTCODE, POSTCODE.replace(' ', ''), clientAddress, userAgent, 'mark-field'];
  for (const text of [log, metrics]) expect(marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
});

it.each(ENGINES)('on %s it holds no key of a service that is asked, and nothing of what it answers', { timeout: 120_000 }, async (engine) => {
  let log = '';
  const server = await openTestServer(engine, { env: { AFTERCART_LOG_LEVEL: 'debug' }, log: { write: (line: string) => void (log += line) } });
  const host = await openHost();
  const marks = ['mark-key', 'mark-secret', 'mark-answer', 'MARK-ORDER', 'MARKPARCEL', Buffer.from('mark-key:').toString('base64'), Buffer.from('mark-key:mark-secret').toString('base64')];
  await putOrder(server, 'MARK-ORDER', 'ann');
  await putParcel(server, 'MARK-ORDER', 'MARKPARCEL');
  const sources = [
    aftershipSource({ key: 'mark-key', version: '2026-07', endpoint: host.url }),
    easypostSource({ key: 'mark-key', endpoint: host.url }),
    woocommerceSource({ url: host.url, key: 'mark-key', secret: 'mark-secret' }),
  ];
  const echo = JSON.stringify({ message: 'mark-answer mark-key mark-secret', data: { trackings: [{ tracking_number: 'MARKPARCEL', slug: 'mark-answer' }] }, trackers: [{ tracking_code: 'MARKPARCEL' }] });
  const order = JSON.stringify([{ id: 1, number: 'MARK-ORDER', status: 'mark-answer', billing: { email: 'mark-answer@example.com' } }]);
  const answers = [refuse(200, echo), refuse(200, order), refuse(200, 'mark-answer'), refuse(302, '', { location: '/mark-answer' }), ...[400, 401, 403, 404, 429, 500].map((status) => refuse(status, echo, { 'retry-after': '1' }))];
  for (const answer of answers) {
    host.answer = answer;
    server.advance({ days: 1 });
    for (const source of sources) await takeTurn(server.runtime, source, AT_ONCE);
  }
  const metrics = await (await server.app.request('/metrics')).text();
  await host.close();
  await server.close();
  expect(host.asked.length).toBeGreaterThan(answers.length * 2);
  expect(log.match(/an upstream source failed/g)!.length).toBeGreaterThan(20);
  for (const text of [log, metrics]) expect(marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
});
