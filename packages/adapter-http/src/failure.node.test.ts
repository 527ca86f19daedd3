import { ERROR_CODES, type AdapterContext } from '@aftercart/contract';
import { STATUS_OF } from '@aftercart/contract/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { httpAdapter } from './index.ts';
import { contextOf } from '../../tooling/src/adapters/context.ts';
import { openHost, type Host } from './test/host.ts';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const answering = (status: number, body: string, headers: Record<string, string> = {}) => {
  host.answer = (_, response) => void response.writeHead(status, headers).end(body);
};
const problem = (status: number, body: object, headers = {}) => answering(status, JSON.stringify(body), { 'content-type': 'application/problem+json', ...headers });
const ask = (context?: Partial<AdapterContext>) => httpAdapter({ endpoint: host.url }).points.account({}, contextOf(context));
const refusal = () => ask().then((answer) => expect.unreachable(`answered ${JSON.stringify(answer)}`), (error: unknown) => error as Record<string, unknown>);

it('204 is null', async () => {
  answering(204, '');
  expect(await ask()).toBe(null);
});

describe('a problem', () => {
  const own = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED'];

  it.each(ERROR_CODES.filter((code) => !own.includes(code)))('%s becomes the error of its code', async (code) => {
    problem(STATUS_OF[code], { code, status: STATUS_OF[code], detail: 'Why.' });
    expect(await refusal()).toMatchObject({ name: 'AdapterError', code, message: 'Why.' });
  });

  it.each(own)('%s, which only a page can know, is not believed', async (code) => {
    problem(500, { code });
    expect((await refusal())['code']).toBe('UNAVAILABLE');
  });

  it('without a detail has its code for words', async () => {
    problem(422, { code: 'INSUFFICIENT_POINTS', detail: 7 });
    expect(await refusal()).toMatchObject({ code: 'INSUFFICIENT_POINTS', message: 'INSUFFICIENT_POINTS' });
  });
});

describe('a status whose body says nothing', () => {
  const bodies = ['', '<html>Bad gateway</html>', '{"code":"LATER_THAN_THIS_VERSION"}', 'null', '"text"', '{"co', '[]', '{"code":"toString"}'];
  const cases = [
    [400, 'INVALID_REQUEST'], [401, 'UNAUTHENTICATED'], [403, 'FORBIDDEN'], [404, 'UNSUPPORTED'], [405, 'INVALID_RESPONSE'], [409, 'CONFLICT'],
    [418, 'INVALID_RESPONSE'], [422, 'INVALID_REQUEST'], [429, 'RATE_LIMITED'], [500, 'UNAVAILABLE'], [502, 'UNAVAILABLE'], [503, 'UNAVAILABLE'],
  ] as const;

  it.each(cases)('%i means %s', async (status, code) => {
    for (const body of bodies) {
      answering(status, body);
      const error = await refusal();
      expect(error).toMatchObject({ code, message: `${host.url}/v1/points/account answered ${status}: is the address right?` });
    }
  });
});

describe('Retry-After', () => {
  const waitOf = async (header: string) => {
    problem(429, { code: 'RATE_LIMITED' }, { 'retry-after': header });
    return (await refusal())['retryAfter'];
  };

  it('is seconds', async () => expect(await waitOf('17')).toBe(17));
  it('is a date', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
    expect(await waitOf('Sun, 22 Nov 2026 09:00:30 GMT')).toBe(30);
  });
  it.each(['0', 'soon', '-5', 'Sun, 22 Nov 2020 09:00:30 GMT'])('of %s means nothing', async (header) => expect(await waitOf(header)).toBeUndefined());
});

describe('an answer that is none', () => {
  it.each(['<!doctype html><title>Shop</title>', '{"state":"member","bal', ''])('%j is an invalid response', async (body) => {
    answering(200, body);
    const error = await refusal();
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', retryable: false });
    expect(error['message']).toBe(`${host.url}/v1/points/account answered no JSON: is the address right?`);
  });

  it('that breaks off is a failure of the network', async () => {
    host.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"state":');
      setImmediate(() => response.destroy());
    };
    expect(await refusal()).toMatchObject({ code: 'NETWORK', retryable: true });
  });

  it('that never begins is a failure of the network', async () => {
    host.answer = (_, response) => void response.destroy();
    expect(await refusal()).toMatchObject({ code: 'NETWORK', retryable: true });
  });

  it('from a device without a network says so', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    host.answer = (_, response) => void response.destroy();
    expect(await refusal()).toMatchObject({ code: 'OFFLINE' });
  });

  it.each([['before the answer', () => {}], ['within the answer', (response: { write(text: string): void }) => response.write('{"state":')]])(
    'that nobody waits for any more %s is aborted',
    async (_, begin) => {
      const controller = new AbortController();
      host.answer = (__, response) => {
        begin(response);
        setImmediate(() => controller.abort());
      };
      await expect(ask({ signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED', retryable: false });
    },
  );
});
