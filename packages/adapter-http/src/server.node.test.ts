/** The adapter against the reference server: what is asked arrives, what is answered comes back. */
import { AdapterError, ERROR_CODES, type AdapterContext, type Capability } from '@aftercart/contract';
import { OPERATIONS } from '@aftercart/contract/protocol';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { definitions } from '../../contract/src/protocol/definitions.ts';
import { valid } from '../../contract/test/arbitrary.ts';
import type { Context, ShopperContext } from '../../server/src/context.ts';
import { follow } from '../../server/src/live/follow.ts';
import { nextChange } from '../../server/src/live/topics.ts';
import { services } from '../../server/src/services.ts';
import { openTestServer, type TestServer } from '../../server/src/test/server.ts';
import { signShopperToken } from '../../server/src/token/index.ts';
import { httpAdapter, type FullHttpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { openSockets, type Sockets } from './test/sockets.ts';

type Method = (input: unknown, context: AdapterContext) => Promise<unknown>;
const methodOf = (adapter: object, method: Capability) => {
  const [service, name] = method.split('.') as [string, string];
  return (adapter as Record<string, Record<string, Method>>)[service]![name]!;
};
/** Puts this in the place of what the server does for a method. */
const serving = (method: Capability, serve: (input: any, context: any) => unknown) => {
  const [service, name] = method.split('.') as ['points', 'account'];
  return vi.spyOn(services[service], name).mockImplementation(serve as never);
};

let server: TestServer;
let ann: AdapterContext;
beforeAll(async () => {
  server = await openTestServer('sqlite');
  const token = await server.token('ann');
  ann = contextOf({ locale: 'el', token: async () => token });
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

const adapter = httpAdapter({ endpoint: 'http://server.test', fetch: async (url, init) => server.app.request(url, init) });
const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('every method', () => {
  const all = definitions();
  // What no text may hold there.
  const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '0'));

  it.each(OPERATIONS.filter(({ stream }) => !stream).map((operation) => [operation.method, operation] as const))('%s carries input and answer whole', { timeout: 60_000 }, async (method, operation) => {
    const inputs = operation.inputName ? valid(all[operation.inputName]!, all) : fc.constant({});
    let run = 0;
    await fc.assert(
      fc.asyncProperty(inputs.map(clean), valid(all[operation.outputName]!, all).map(overJson), async (input, answer) => {
        const seen: unknown[] = [];
        serving(method, (given: unknown, { shopper, locale }: Context) => {
          seen.push(given, shopper?.id, locale);
          return Promise.resolve(answer);
        });
        const got = await methodOf(adapter, method)(input, { ...ann, ...(operation.write && { idempotencyKey: `${method}-${run++}` }) });
        const known = Object.fromEntries(Object.entries(input as object).filter(([, value]) => value !== null));
        expect(operation.verb === 'GET' ? { ...known } : input).toEqual(seen[0]);
        expect(seen.slice(1)).toEqual(['ann', 'el']);
        expect(got).toEqual(answer);
        vi.restoreAllMocks();
      }),
      { numRuns: 8 },
    );
  });

  it.each(OPERATIONS.filter(({ nullable }) => nullable).map(({ method }) => method))('%s finds nothing', async (method) => {
    serving(method, () => Promise.resolve(null));
    const input = method === 'points.estimate' ? { lines: [] } : method === 'returns.deadline' ? { orderNumber: 'A-1' } : {};
    expect(await methodOf(adapter, method)(input, ann)).toBe(null);
  });
});

describe('a refusal', () => {
  const own = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED'];

  it.each(ERROR_CODES.filter((code) => !own.includes(code)))('%s comes back with its words and its patience', async (code) => {
    serving('points.account', () => Promise.reject(new AdapterError(code, 'Why.', { retryAfter: 7 })));
    await expect(adapter.points.account({}, ann)).rejects.toMatchObject({ name: 'AdapterError', code, message: 'Why.', retryAfter: 7 });
  });

  it('of an input names no code of its own', async () => {
    await expect(adapter.points.history({ limit: 0 }, ann)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('of a guest, of a wrong token and of an old one', async () => {
    await expect(adapter.points.history({}, contextOf())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(adapter.points.history({}, contextOf({ token: async () => 'x.y.z' }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const old = await signShopperToken({ shopper: 'ann', secret: server.runtime.secrets.tokenSecret, expiresIn: -60 });
    await expect(adapter.points.history({}, contextOf({ token: async () => old }))).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('of a path that the backend does not have', async () => {
    const elsewhere = httpAdapter({ endpoint: 'http://server.test/elsewhere', fetch: async (url, init) => server.app.request(url, init) });
    await expect(elsewhere.faq.entries({}, ann)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });
});

describe('a write', () => {
  const receipt = { recorded: true };
  const vote = (key: string, helpful: boolean) => adapter.faq.vote({ entryId: 'a', helpful }, { ...ann, idempotencyKey: key });

  it('has one effect however often it is tried', async () => {
    const served = serving('faq.vote', () => Promise.resolve(receipt));
    expect(await vote('vote-0001', true)).toEqual(receipt);
    expect(await vote('vote-0001', true)).toEqual(receipt);
    expect(served).toHaveBeenCalledOnce();
    await expect(vote('vote-0001', false)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('that nobody gave a key is refused', async () => {
    await expect(adapter.faq.vote({ entryId: 'a', helpful: true }, ann)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('what is the same for everyone', () => {
  it.each(OPERATIONS.filter(({ shared }) => shared))('$path is not sent again to who has it', async ({ path, method }) => {
    serving(method, () => Promise.resolve({ items: [], channels: [] }));
    const first = await server.app.request(path);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^(W\/)?"/);
    const second = await server.app.request(path, { headers: { 'if-none-match': etag } });
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', etag]);
  });
});

describe('live updates over sockets', () => {
  let sockets: Sockets;
  let live: FullHttpAdapter;
  beforeAll(async () => {
    sockets = await openSockets(server.app);
    live = httpAdapter({ endpoint: sockets.url });
  });
  afterAll(() => sockets.close());

  // Its states are all that is tested here, so a number is enough of an account.
  let balance = 0;
  const change = () =>
    server.transact(async (context) => {
      balance = await nextChange(context, 'points:ann');
    });
  const serveBalance = () =>
    serving('points.subscribe', async function* (_: unknown, { runtime, shopper }: ShopperContext, { last, signal }: { last?: string; signal: AbortSignal }) {
      let sent = Number(last ?? 0);
      for await (const __ of follow(runtime.hub, `points:${shopper.id}`, signal)) {
        if (balance > sent) yield { id: String((sent = balance)), data: { balance } };
      }
    } as never);

  it('come as they happen, and go on after a loss where they were', async () => {
    serveBalance();
    const got: number[] = [];
    const lost: unknown[] = [];
    const controller = new AbortController();
    // As core does: again with the same signal.
    const listening = (async () => {
      while (!controller.signal.aborted) {
        try {
          for await (const account of live.points.subscribe({}, { ...ann, signal: controller.signal })) got.push(account.balance);
        } catch (error) {
          lost.push(error);
        }
      }
    })();
    for (let round = 1; round <= 5; round++) {
      await change();
      await vi.waitFor(() => expect(got).toHaveLength(round * 2 - 1), { timeout: 5_000 });
      sockets.cut();
      await vi.waitFor(() => expect(lost).toHaveLength(round), { timeout: 5_000 });
      await change();
      await vi.waitFor(() => expect(got).toHaveLength(round * 2), { timeout: 5_000 });
    }
    controller.abort();
    await listening;
    expect(got).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const error of lost) expect(error).toMatchObject({ code: 'NETWORK', retryable: true });
    await vi.waitFor(() => expect(server.runtime.hub.size()).toBe(0));
  });
});

it('the server’s description of the protocol has its own address', async () => {
  const response = await server.app.request('https://api.shop.example/v1/openapi.json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const document = (await response.json()) as { servers: unknown; paths: object };
  expect(document.servers).toEqual([{ url: 'https://api.shop.example' }]);
  expect(Object.keys(document.paths)).toEqual(OPERATIONS.map(({ path }) => path));
});
