/** Who may what: every route × every attempt at what is another’s. */
import { OPERATIONS, type Operation } from '@aftercart/contract/protocol';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARRIER_SERVICES } from '../src/carriers/services.ts';
import { MERCHANT_OPERATIONS } from '../src/merchant/operations.ts';
import { MERCHANT_BASE } from '../src/merchant/serve.ts';
import { ENGINES } from '../src/test/stores.ts';
import { listening, putParcel } from '../src/tracking/test/shop.ts';
import { ATTEMPTS, claimsOf, type Claim } from './authorization/attempts.ts';
import { dump } from './authorization/database.ts';
import { ANN, BOB, openTwoShoppers, type Things, type TwoShoppers } from './authorization/shoppers.ts';

/** Who tries: Bob with his token, or a guest. */
const CALLERS = [BOB, undefined] as const;

interface Seen {
  request: string;
  status: number;
  text: string;
}

// Real disks may be busy with something else.
describe.each(ENGINES)('on %s', { timeout: 120_000 }, (engine) => {
  let server: TwoShoppers;
  beforeAll(async () => {
    server = await openTwoShoppers(engine);
  }, 120_000);
  afterAll(() => server.close());

  const bearer = async (shopper: string) => ({ authorization: `Bearer ${await server.token(shopper)}` });
  let made = 0;

  async function send({ verb, path, write }: Operation, input: object, headers: Record<string, string>, claim: Claim = { how: '' }): Promise<Response> {
    const query = new URLSearchParams({ ...(verb === 'GET' && Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value)]))), ...claim.query });
    const own = JSON.stringify(input).slice(1, -1);
    return server.app.request(`${path}?${query}`, {
      method: verb,
      headers: {
        'x-forwarded-for': server.freshAddress(), ...(verb === 'POST' && { 'content-type': 'application/json' }), ...(write && { 'idempotency-key': `attempt-${made++}` }), ...headers, ...claim.headers,
      },
      ...(verb === 'POST' && { body: `{${[own, claim.body].filter(Boolean).join(',')}}` }),
    });
  }

  /** An answer whole; of a stream its first event, which for Bob there always is. */
  async function attempt(operation: Operation, input: object, headers: Record<string, string>, claim?: Claim): Promise<Seen> {
    const response = await send(operation, input, headers, claim);
    const request = JSON.stringify([input, claim]);
    if (!operation.stream || !response.ok) return { request, status: response.status, text: await response.text() };
    const stream = await listening<unknown>(response);
    const event = await stream.next();
    await stream.leave();
    return { request, status: response.status, text: JSON.stringify(event) };
  }

  /** What is different each time, and what was only said back, are taken out. */
  function comparable({ status, text }: Seen, said: Things): string {
    let plain = text;
    for (const [name, value] of Object.entries(said)) plain = plain.replaceAll(value, `{${name}}`);
    return `${status} ${plain
      .replace(/"(confirmation)":"[^"]+"/g, '"$1":"*"')
      .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, '{uuid}')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '{time}')}`;
  }

  function expectNothingOfAnn({ request, text }: Seen): void {
    const secret = [...Object.values(server.ann), ...server.marks, ...Object.values(server.keys)];
    expect(secret.filter((mark) => text.includes(mark) && !request.includes(mark))).toEqual([]);
  }

  const rowsOf = (rows: readonly string[]) => rows.filter((row) => [...Object.values(server.ann), ...server.marks].some((mark) => row.includes(mark)));
  const ownedByAnn = (rows: readonly string[]) => rows.filter((row) => row.includes(`_id":"${ANN}"`) || row.includes(`:${ANN}"`));

  /** All that Ann sees. */
  async function view(): Promise<unknown[]> {
    const views = [];
    for (const operation of OPERATIONS.filter(({ write, stream }) => !write && !stream)) {
      const { base } = ATTEMPTS[operation.method];
      const input = operation.method === 'returns.deadline' ? { orderNumber: server.ann.order } : base;
      views.push([operation.method, await (await send(operation, input, await bearer(ANN))).text()]);
    }
    return views;
  }

  it('there is a row for every operation', () => {
    expect(Object.keys(ATTEMPTS).sort()).toEqual(OPERATIONS.map(({ method }) => method).sort());
  });

  it('every route is of a kind that is tried here', () => {
    const open = ['/*', '/v1/*', '/healthz', '/metrics', '/v1/openapi.json', `${MERCHANT_BASE}/openapi.json`];
    const page = /^\/merchant(\/(?!v1\/).*)?$/;
    const known = new Set([
      ...open, ...OPERATIONS.map(({ path }) => path), ...MERCHANT_OPERATIONS.map(({ path }) => MERCHANT_BASE + path.replace(/\{(\w+)\}/g, ':$1')), ...CARRIER_SERVICES.map(({ name }) => `/webhooks/${name}`),
    ]);
    expect(server.app.routes.map(({ path }) => path).filter((path) => !known.has(path) && !page.test(path))).toEqual([]);
  });

  describe.each(OPERATIONS.map((operation) => [operation.method, operation] as const))('%s', (method, operation) => {
    const { base, naming = [] } = ATTEMPTS[method];

    it('tells and changes nothing of Ann', async () => {
      const before = await dump(server.runtime.store);
      const seenBefore = await view();

      for (const caller of CALLERS) {
        const own = caller ? await bearer(caller) : {};
        const answer = await attempt(operation, base, own);
        expectNothingOfAnn(answer);
        if (!caller && operation.access === 'shopper') expect(answer.status).toBe(401);

        for (const claim of claimsOf(server.ann)) {
          if (claim.body && operation.verb === 'GET') continue;
          const seen = await attempt(operation, base, own, claim);
          expectNothingOfAnn(seen);
          expect(comparable(seen, server.ann), claim.how).toBe(comparable(answer, server.ann));
        }
        for (const name of naming) {
          for (const claim of [{ how: 'no claim' }, { how: 'as Ann', headers: { 'x-shopper-id': ANN }, query: { shopperId: ANN }, body: `"shopperId":"${ANN}"` }]) {
            const seen = await attempt(operation, name(server.ann), own, claim);
            expectNothingOfAnn(seen);
            expect(comparable(seen, server.ann), `${JSON.stringify(name(server.ann))} ${claim.how}`).toBe(comparable(await attempt(operation, name(server.nothing), own, claim), server.nothing));
          }
        }
        // Longer paths, and hers within them.
        for (const path of [`${operation.path}/${ANN}`, `${operation.path};shopper=${ANN}`, `/v1/shoppers/${ANN}${operation.path.slice(3)}`, `/v1//${operation.path.slice(4)}`]) {
          const seen = await attempt({ ...operation, path, stream: false }, base, own);
          expect(seen.status, path).toBe(404);
          expectNothingOfAnn(seen);
        }
        // Another token beside one’s own: two headers arrive as one.
        const second = await attempt(operation, base, { authorization: [...Object.values(own), `Bearer ${unsigned(ANN)}`].join(', ') });
        expect(second.status).toBe(401);
      }

      const after = await dump(server.runtime.store);
      const still = new Set(after);
      expect(rowsOf(before).filter((row) => !still.has(row))).toEqual([]);
      expect(ownedByAnn(after)).toEqual(ownedByAnn(before));
      expect(await view()).toEqual(seenBefore);
    });
  });

  it('the keys of Ann’s writes open nothing', async () => {
    const before = ownedByAnn(await dump(server.runtime.store));
    for (const caller of CALLERS) {
      const own = caller ? await bearer(caller) : {};
      for (const [name, method] of [['redeem', 'points.redeem'], ['submit', 'reviews.submit'], ['confirm', 'returns.withdraw']] as const) {
        const operation = OPERATIONS.find((candidate) => candidate.method === method)!;
        const seen = await attempt(operation, server.inputs[name], { ...own, 'idempotency-key': server.keys[name] });
        expectNothingOfAnn(seen);
        if (name !== 'redeem') expect([401, 422]).toContain(seen.status);
      }
    }
    expect(ownedByAnn(await dump(server.runtime.store))).toEqual(before);
  });

  it('streams tell of nobody else’s changes', async () => {
    for (const method of ['points.subscribe', 'tracking.subscribe'] as const) {
      const operation = OPERATIONS.find((candidate) => candidate.method === method)!;
      const stream = await listening<unknown>(await send(operation, {}, { ...(await bearer(BOB)), 'x-shopper-id': ANN, 'last-event-id': server.ann.pointsEventId }));
      await stream.next();
      if (method === 'points.subscribe') {
        for (const shopperId of [ANN, BOB]) await server.merchant('POST', '/points/adjustments', { shopperId, points: 1, reason: `For ${shopperId}`, reference: `later-${shopperId}` });
      } else {
        await putParcel(server, server.ann.order, 'MARKLATER', {}, 'DHL');
        await putParcel(server, 'BO-2001', 'BOBSLATER', {}, 'DHL');
      }
      const next = JSON.stringify(await stream.next());
      expectNothingOfAnn({ request: '', status: 200, text: next });
      if (method === 'tracking.subscribe') expect(next).toContain('BOBSLATER');
      await stream.leave();
    }
  });

  it('an event id of another shopper’s account is none', async () => {
    const operation = OPERATIONS.find(({ method }) => method === 'points.subscribe')!;
    const change = async (shopper: string) => Number.parseInt((await (await listening<unknown>(await send(operation, {}, await bearer(shopper)))).next())!.id);
    // Until both accounts have changed equally often, so that their ids could be mistaken for each other.
    for (let i = 0; ; i++) {
      const [anns, bobs] = [await change(ANN), await change(BOB)];
      if (anns === bobs) break;
      await server.merchant('POST', '/points/adjustments', { shopperId: anns < bobs ? ANN : BOB, points: 1, reason: 'Even', reference: `even-${i}` });
    }
    const { id } = (await (await listening<unknown>(await send(operation, {}, await bearer(ANN)))).next())!;
    const stream = await listening<unknown>(await send(operation, {}, { ...(await bearer(BOB)), 'last-event-id': id }));
    await server.merchant('POST', '/points/adjustments', { shopperId: BOB, points: 1, reason: 'Later', reference: 'after-even' });
    expect(Number.parseInt((await stream.next())!.id)).toBe(Number.parseInt(id));
    await stream.leave();
  });

  const claims = (changes: object = {}) => ({ sub: ANN, iss: 'shop', aud: 'aftercart', exp: Math.floor(Date.now() / 1000) + 300, ...changes });
  const sign = (payload: object, key: string | CryptoKey = server.runtime.secrets.tokenSecret, alg = 'HS256') =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg }).sign(typeof key === 'string' ? new TextEncoder().encode(key) : key);
  const unsigned = (sub: string) => new UnsecuredJWT(claims({ sub })).encode();
  const withHeader = (token: string, header: object) => [Buffer.from(JSON.stringify(header)).toString('base64url'), ...token.split('.').slice(1)].join('.');

  /** Headers that nobody should believe, each with the code of its refusal. */
  const REFUSED: readonly [string, () => string | Promise<string>, string?][] = [
    ['an expired token', async () => `Bearer ${await sign(claims({ exp: Math.floor(Date.now() / 1000) - 120 }))}`, 'TOKEN_EXPIRED'],
    ['one for another audience', async () => `Bearer ${await sign(claims({ aud: 'another' }))}`],
    ['one of another issuer', async () => `Bearer ${await sign(claims({ iss: 'another' }))}`],
    ['one that never expires', async () => `Bearer ${await sign({ sub: ANN, iss: 'shop', aud: 'aftercart' })}`],
    ['one of nobody', async () => `Bearer ${await sign(claims({ sub: '' }))}`],
    ['one of a name that can’t be kept', async () => `Bearer ${await sign(claims({ sub: `${ANN}\0` }))}`],
    ['alg: none', () => `Bearer ${unsigned(ANN)}`],
    ['alg: none with the signature of another', async () => `Bearer ${withHeader(await sign(claims()), { alg: 'none' })}`],
    ['another key', async () => `Bearer ${await sign(claims(), 'another secret that is long enough')}`],
    ['the merchant’s key as the token’s', async () => `Bearer ${await sign(claims(), server.runtime.secrets.merchantKey)}`],
    ['another algorithm of the same key', async () => `Bearer ${await sign(claims(), server.runtime.secrets.tokenSecret.repeat(2).slice(0, 64), 'HS512')}`],
    ['a key of its own', async () => `Bearer ${await sign(claims(), (await generateKeyPair('RS256')).privateKey, 'RS256')}`],
    ['a changed header', async () => `Bearer ${withHeader(await sign(claims()), { alg: 'HS256', kid: '../../dev/null' })}`],
    ['the merchant’s key', () => `Bearer ${server.runtime.secrets.merchantKey}`],
    ['no token', () => 'Bearer'],
    ['an empty one', () => ''],
    ['no token that is one', () => 'Bearer a.b.c'],
    ['a name instead', () => `Bearer ${ANN}`],
    ['another scheme', async () => `Basic ${Buffer.from(`${ANN}:`).toString('base64')}`],
    ['a token without its scheme', async () => server.token(ANN)],
    ['another scheme with a good token', async () => `Token ${await server.token(ANN)}`],
    ['something behind a good token', async () => `Bearer ${await server.token(ANN)} ${unsigned(BOB)}`],
    ['two good tokens', async () => `Bearer ${await server.token(BOB)}, Bearer ${await server.token(ANN)}`],
    ['a tab before the token', async () => `Bearer\t${await server.token(ANN)}`],
  ];

  it.each(REFUSED)('%s is refused on every operation', async (_, header, code = 'UNAUTHENTICATED') => {
    const authorization = await header();
    for (const operation of OPERATIONS) {
      const response = await send(operation, ATTEMPTS[operation.method].base, { authorization });
      expect([operation.method, response.status, response.headers.get('www-authenticate')]).toEqual([operation.method, 401, 'Bearer']);
      expect(await response.json()).toMatchObject({ code, status: 401 });
    }
  });

  /** What is not the merchant’s key, or not where it belongs. */
  const NO_KEY: readonly [string, () => Promise<{ headers?: Record<string, string>; query?: string }>][] = [
    ['nothing', async () => ({})],
    ['a shopper’s token', async () => ({ headers: await bearer(ANN) })],
    ['a token that says it is the merchant’s', async () => ({ headers: { authorization: `Bearer ${await server.token(ANN, { role: 'merchant', admin: true })}` } })],
    ['the secret of the tokens', async () => ({ headers: { authorization: `Bearer ${server.runtime.secrets.tokenSecret}` } })],
    ['a wrong key', async () => ({ headers: { authorization: `Bearer ${server.runtime.secrets.merchantKey.slice(0, -1)}` } })],
    ['the key and more', async () => ({ headers: { authorization: `Bearer ${server.runtime.secrets.merchantKey}x` } })],
    ['the key by another scheme', async () => ({ headers: { authorization: `Basic ${Buffer.from(`:${server.runtime.secrets.merchantKey}`).toString('base64')}` } })],
    ['the key in other headers', async () => ({ headers: { 'x-api-key': server.runtime.secrets.merchantKey, 'x-merchant-key': server.runtime.secrets.merchantKey, cookie: `key=${server.runtime.secrets.merchantKey}; aftercart_merchant=${server.runtime.secrets.merchantKey}` } })],
    ['the key in the query', async () => ({ query: new URLSearchParams(['key', 'api_key', 'access_token', 'token', 'authorization'].map((name) => [name, server.runtime.secrets.merchantKey])).toString() })],
    ['a session of the page', async () => ({ headers: { cookie: await signIn() } })],
  ];

  async function signIn(): Promise<string> {
    const response = await server.app.request('http://localhost/merchant/sign-in', {
      method: 'POST', headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': server.freshAddress() }, body: new URLSearchParams({ key: server.runtime.secrets.merchantKey }).toString(),
    });
    return response.headers.get('set-cookie')!.split(';')[0]!;
  }

  it.each(NO_KEY)('no merchant operation answers %s', async (_, make) => {
    const before = await dump(server.runtime.store);
    for (const { verb, path } of MERCHANT_OPERATIONS) {
      const { headers = {}, query = '' } = await make();
      const named = path.replace(/\{(\w+)\}/g, (_all, name: string) => (name === 'shopperId' ? ANN : name === 'number' || name === 'orderNumber' ? server.ann.order : 'x'));
      const response = await server.app.request(`${MERCHANT_BASE}${named}?${query}`, {
        method: verb, headers: { 'content-type': 'application/json', 'x-forwarded-for': server.freshAddress(), ...headers }, ...(verb !== 'GET' && { body: '{}' }),
      });
      const seen = { request: named, status: response.status, text: await response.text() };
      expect([path, seen.status]).toEqual([path, 401]);
      expectNothingOfAnn(seen);
    }
    expect(await dump(server.runtime.store)).toEqual(before);
  });

  it.each(NO_KEY.slice(0, -1))('no part of the merchant’s page answers %s', async (_, make) => {
    const before = await dump(server.runtime.store);
    const free = new Set(['/merchant', '/merchant/*', '/merchant/page.css', '/merchant/sign-in', '/merchant/sign-out']);
    const routes = server.app.routes.filter(({ path }) => path.startsWith('/merchant/') && !path.startsWith('/merchant/v1') && !free.has(path));
    expect(routes.length).toBeGreaterThan(10);
    for (const { method, path } of routes) {
      const { headers = {}, query = '' } = await make();
      const place = path.replace(/:decision\{.*?\}/, 'publish').replace(':id', server.ann.reviewId).replace(':locale', 'en');
      const response = await server.app.request(`http://localhost${place}?${query}`, {
        method, headers: { origin: 'http://localhost', 'x-forwarded-for': server.freshAddress(), ...headers, ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(method === 'POST' && { body: 'version=1&text={}&reason=no&question=q&answer=a' }),
      });
      const seen = { request: place, status: response.status, text: await response.text() };
      expect([path, seen.status]).toEqual([path, 401]);
      expectNothingOfAnn(seen);
    }
    expect(await dump(server.runtime.store)).toEqual(before);
  });

  it.each(CARRIER_SERVICES.map((service) => [service.name, service] as const))('webhooks of %s are taken with their signature only', async (name, { signatureHeader }) => {
    const before = await dump(server.runtime.store);
    const body = JSON.stringify({ object: 'Event', result: { object: 'Tracker', tracking_code: server.ann.trackingNumber, status: 'delivered' }, msg: { tracking_number: server.ann.trackingNumber } });
    const tries: Record<string, string>[] = [{}, { [signatureHeader]: '' }, { [signatureHeader]: 'hmac-sha256-hex=00' }, { [signatureHeader]: Buffer.from('no').toString('base64') }, await bearer(ANN), { authorization: `Bearer ${server.runtime.secrets.merchantKey}` }];
    for (const headers of tries) {
      const response = await server.app.request(`/webhooks/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': server.freshAddress(), ...headers }, body });
      expect([headers, response.status]).toEqual([headers, 401]);
    }
    expect(await dump(server.runtime.store)).toEqual(before);
  });
});
