import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Refused, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { putOrder, putParcel } from './test/shop.ts';

describe.each(ENGINES)('guessing on %s', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer(engine, { env: { AFTERCART_TRUSTED_PROXIES: '1' } });
    await putOrder(server, 'R-1', null);
    await putParcel(server, 'R-1', 'G');
  });
  afterAll(() => server.close());

  const look = (orderNumber: string, postcode: string, ip: string) =>
    server.call('tracking.shipments', { orderNumber, proof: { postcode } }, { headers: { 'x-forwarded-for': ip } }).then(
      (answer) => (answer === null ? 'nothing' : 'parcels'),
      ({ problem }: Refused) => problem.code,
    );

  it('for one order ends after ten wrong tries from wherever, whether or not there is such an order', async () => {
    for (const orderNumber of ['R-1', 'R-404']) {
      const answers: string[] = [];
      for (let i = 0; i < 12; i++) answers.push(await look(orderNumber, `${i}`, `10.${orderNumber === 'R-1' ? 1 : 2}.0.${i}`));
      expect(answers).toEqual([...Array<string>(10).fill('nothing'), 'RATE_LIMITED', 'RATE_LIMITED']);
    }
    // The right proof would tell the guesser what it was.
    expect(await look('R-1', '10558', '10.9.0.1')).toBe('RATE_LIMITED');
  });

  it('from one network ends after twenty wrong tries, and an IPv6 network is one', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 21; i++) answers.push(await look(`R-5${i}`, '1', `2001:db8::${i + 1}`));
    expect(answers.slice(0, 20)).toEqual(Array<string>(20).fill('nothing'));
    expect(answers[20]).toBe('RATE_LIMITED');
    expect(await look('R-600', '1', '2001:db8:0:1::1')).toBe('nothing');
  });

  it('counts no right proof', async () => {
    await putOrder(server, 'R-2', null);
    for (let i = 0; i < 30; i++) expect(await look('R-2', '105 58', '10.5.0.1')).toBe('parcels');
    const many = await Promise.all(Array.from({ length: 30 }, (_, i) => look('R-2', `${i}`, `10.6.0.${i}`)));
    expect(many.filter((answer) => answer === 'nothing')).toHaveLength(10);
  });

  it('leaves nothing of networks and order numbers in the database', async () => {
    if (engine !== 'postgresql') return;
    const { rows } = await server.runtime.store.pool!.query<{ key: string }>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^proof_(client|order):[\w-]{43}$/);
  });
});
