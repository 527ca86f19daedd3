/** The log and the metrics of a shop in which every text of a person bears a mark: nobody is in them. */
import { OPERATIONS } from '@aftercart/contract/protocol';
import { expect, it } from 'vitest';
import { ENGINES } from '../src/test/stores.ts';
import { MERCHANT_OPERATIONS } from '../src/merchant/operations.ts';
import { ATTEMPTS } from './authorization/attempts.ts';
import { ANN, BOB, openTwoShoppers } from './authorization/shoppers.ts';

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
  const marks = [...Object.values(things), ...server.marks, ...Object.values(server.keys), ...Object.values(tokens), ...Object.values(secrets), BOB, 'bob@example.com', '10558', clientAddress, userAgent, 'mark-field'];
  for (const text of [log, metrics]) expect(marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
});
