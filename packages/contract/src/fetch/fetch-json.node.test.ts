/** One request as JSON, and every way in which it fails. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdapterError } from '../index.ts';
import { fetchJson, type JsonRequest } from './index.ts';

let host: Server;
let url: string;
let serve: (answer: ServerResponse, body: string, headers: Record<string, unknown>) => void;
beforeAll(async () => {
  host = createServer((request, answer) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => serve(answer, body, { ...request.headers, method: request.method }));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/orders`;
});
afterAll(() => new Promise((resolve) => host.close(resolve)));

const ask = (request: JsonRequest = {}, signal = new AbortController().signal) => fetchJson(`${url}?who=secret#part`, request, { signal });
const failing = (request?: JsonRequest, signal?: AbortSignal) => ask(request, signal).then(() => expect.fail('It answered.'), (error: AdapterError) => error);

describe('fetchJson', () => {
  it('asks by GET, and gives the JSON', async () => {
    serve = (answer, body, { method, accept }) => answer.end(JSON.stringify({ method, body, accept }));
    expect(await ask()).toEqual({ method: 'GET', body: '', accept: 'application/json' });
  });

  it('sends a body as JSON, by POST', async () => {
    serve = (answer, body, headers) => answer.end(JSON.stringify([headers['method'], headers['content-type'], headers['x-own'], JSON.parse(body)]));
    expect(await ask({ body: { a: '‮<b>' }, headers: { 'x-own': '1' } })).toEqual(['POST', 'application/json', '1', { a: '‮<b>' }]);
  });

  it('answers null where there is no content', async () => {
    serve = (answer) => answer.writeHead(204).end();
    expect(await ask()).toBe(null);
  });

  it.each([
    [400, 'INVALID_REQUEST'], [401, 'UNAUTHENTICATED'], [403, 'FORBIDDEN'], [404, 'UNSUPPORTED'], [408, 'TIMEOUT'], [409, 'CONFLICT'], [418, 'INVALID_RESPONSE'],
    [422, 'INVALID_REQUEST'], [429, 'RATE_LIMITED'], [500, 'UNAVAILABLE'], [503, 'UNAVAILABLE'],
  ])('%i is %s', async (status, code) => {
    serve = (answer) => answer.writeHead(status).end('<h1>No</h1>');
    expect(await failing()).toMatchObject({ name: 'AdapterError', code, message: `${url} answered ${status}: is the address right?`, cause: { status } });
  });

  it.each([['7', 7], [' 12 ', 12], ['0', undefined], ['soon', undefined], [new Date(Date.now() - 60_000).toUTCString(), undefined]])('reads Retry-After: %s', async (header, seconds) => {
    serve = (answer) => answer.writeHead(429, { 'retry-after': header }).end();
    expect((await failing()).retryAfter).toBe(seconds);
  });

  it('reads a Retry-After that is a date', async () => {
    serve = (answer) => answer.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end();
    const { retryAfter } = await failing();
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });

  it('lets the backend’s own words go before its status', async () => {
    serve = (answer) => answer.writeHead(409).end('{"why":"spent"}');
    const refusal = (_: Response, body: unknown) => (body as { why?: string } | null)?.why === 'spent' ? new AdapterError('INSUFFICIENT_POINTS', 'Spent.') : undefined;
    expect(await failing({ refusal })).toMatchObject({ code: 'INSUFFICIENT_POINTS' });
    serve = (answer) => answer.writeHead(409).end('no JSON');
    expect(await failing({ refusal })).toMatchObject({ code: 'CONFLICT' });
  });

  it.each(['<!doctype html>', '{"a":', ''])('says that “%s” is no JSON', async (body) => {
    serve = (answer) => answer.end(body);
    expect(await failing()).toMatchObject({ code: 'INVALID_RESPONSE', message: `${url} answered no JSON: is the address right?` });
  });

  it('says that nobody answers', async () => {
    serve = (answer) => answer.destroy();
    expect(await failing()).toMatchObject({ code: 'NETWORK', retryable: true });
  });

  it('ends when nobody waits any more', async () => {
    const controller = new AbortController();
    serve = () => controller.abort();
    expect(await failing({}, controller.signal)).toMatchObject({ code: 'ABORTED' });
  });
});
