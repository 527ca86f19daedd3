import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRuntime } from '../runtime.ts';
import { startProcess } from '../test/process.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { ENGINES } from '../test/stores.ts';
import { isPublicAddress, publicLookup } from './address.ts';
import { MOST_ATTEMPTS, waitAfter } from './backoff.ts';
import { announce } from './outbox.ts';
import { post } from './post.ts';
import { pruneOutbox } from './prune.ts';
import { sendDue } from './send.ts';

// Processes and databases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`;

interface Receiver {
  url: string;
  received: { headers: Record<string, string>; body: string }[];
  /** Answers from now on; null never answers. */
  answer: number | null;
  /** Resolves when so many have come. */
  until(count: number): Promise<void>;
  close(): void;
}

async function receive(): Promise<Receiver> {
  let woken = () => {};
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      receiver.received.push({ headers: request.headers as Record<string, string>, body });
      woken();
      if (receiver.answer === null) return;
      response.writeHead(receiver.answer, { location: '/elsewhere' });
      response.end('an answer');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: [],
    answer: 204,
    async until(count) {
      while (receiver.received.length < count) await new Promise<void>((resolve) => (woken = resolve));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
}

describe.each(ENGINES)('webhooks out on %s', (engine) => {
  let server: TestServer;
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await receive();
    server = await openTestServer(engine, { env: { AFTERCART_WEBHOOK_URLS: receiver.url, AFTERCART_WEBHOOK_SECRET: SECRET, AFTERCART_WEBHOOK_PRIVATE: '1' } });
    // Receivers compare the time of the signature with their own clock.
    server.setNow(new Date().toISOString());
  });
  afterEach(async () => {
    await server.close();
    receiver.close();
  });

  const tell = (count = 1) =>
    server.transact(async (context) => {
      for (let number = 1; number <= count; number++) await announce(context, 'review.submitted', { review: `r${number}` });
    });
  const list = async (state: string): Promise<any[]> => (await server.merchant('GET', `/webhooks?state=${state}`)).items;

  it('sends what was committed, signed by the standard', async () => {
    await tell();
    await expect(server.transact(async (context) => {
      await announce(context, 'review.submitted', { review: 'undone' });
      throw new Error('undone');
    })).rejects.toThrow('undone');
    await sendDue(server.runtime);
    await sendDue(server.runtime);
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body }] = receiver.received as [Receiver['received'][0]];
    const event = new Webhook(SECRET).verify(body, headers);
    expect(event).toEqual({ id: headers['webhook-id'], type: 'review.submitted', timestamp: server.now().toISOString(), data: { review: 'r1' } });
    expect(headers['content-type']).toBe('application/json');
    expect(() => new Webhook(SECRET).verify(body.replace('r1', 'r2'), headers)).toThrow();
    expect(await list('delivered')).toMatchObject([{ id: headers['webhook-id'], attempts: 1, state: 'delivered', lastError: null }]);
  });

  it('tries again later and later with the same id, then gives up, and sends again when asked', async () => {
    receiver.answer = 500;
    await tell();
    await sendDue(server.runtime);
    const [first] = await list('pending');
    expect(first).toMatchObject({ attempts: 1, lastError: 'answered 500', state: 'pending' });
    await sendDue(server.runtime);
    expect(receiver.received).toHaveLength(1);
    const started = server.now().getTime();
    for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
      const [{ nextAttemptAt }] = (await list('pending')) as [{ nextAttemptAt: string }];
      server.setNow(nextAttemptAt);
      await sendDue(server.runtime);
    }
    expect(receiver.received).toHaveLength(MOST_ATTEMPTS);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const days = (server.now().getTime() - started) / 86_400_000;
    expect(days).toBeGreaterThan(2);
    expect(days).toBeLessThan(4);
    expect(await list('pending')).toEqual([]);
    expect(await list('failed')).toMatchObject([{ id: first.id, attempts: MOST_ATTEMPTS, lastError: 'answered 500' }]);

    receiver.answer = 200;
    expect(await server.merchant('POST', '/webhooks/send')).toEqual({ events: 1 });
    await sendDue(server.runtime);
    expect(await list('delivered')).toMatchObject([{ id: first.id, attempts: 1 }]);
    expect(await server.merchant('POST', `/webhooks/${first.id}/send`)).toMatchObject({ state: 'pending' });
    await sendDue(server.runtime);
    expect(receiver.received).toHaveLength(MOST_ATTEMPTS + 2);
    await expect(server.merchant('POST', '/webhooks/none/send')).rejects.toMatchObject({ problem: { code: 'INVALID_REQUEST' } });
  });

  it('stops when the address is gone', async () => {
    receiver.answer = 410;
    await tell(3);
    await sendDue(server.runtime);
    expect(await list('pending')).toEqual([]);
    expect((await list('failed')).map(({ lastError }) => lastError)).toEqual(Array(3).fill('answered 410: the address wants nothing more'));
  });

  it('follows no redirect', async () => {
    receiver.answer = 302;
    await tell();
    await sendDue(server.runtime);
    expect(receiver.received).toHaveLength(1);
    expect(await list('pending')).toMatchObject([{ lastError: 'answered 302' }]);
  });

  it('sends each once when two processes send at once', async () => {
    await tell(100);
    const other = await openRuntime(server.runtime.config, { clock: server.now });
    try {
      await Promise.all([sendDue(server.runtime), sendDue(other), sendDue(server.runtime), sendDue(other)]);
    } finally {
      await other.close();
    }
    expect(receiver.received).toHaveLength(100);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(100);
  });

  it('keeps what the receiver can’t be reached for', async () => {
    receiver.close();
    await tell();
    await sendDue(server.runtime);
    expect(await list('pending')).toMatchObject([{ attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') }]);
  });

  it('sends a test event', async () => {
    expect(await server.merchant('POST', '/webhooks/test')).toEqual({ events: 1 });
    await sendDue(server.runtime);
    expect(JSON.parse(receiver.received[0]!.body)).toMatchObject({ type: 'webhook.test', data: {} });
  });

  it('lists page by page', async () => {
    await tell(150);
    const first = await server.merchant('GET', '/webhooks?state=pending');
    const second = await server.merchant('GET', `/webhooks?state=pending&cursor=${first.cursor}`);
    expect(second.cursor).toBe(null);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(150);
  });

  it('forgets delivered events after a week and keeps what failed', async () => {
    await tell();
    await sendDue(server.runtime);
    receiver.answer = 410;
    await tell();
    await sendDue(server.runtime);
    server.advance({ days: 6 });
    await pruneOutbox(server.runtime);
    expect(await list('delivered')).toHaveLength(1);
    server.advance({ days: 2 });
    await pruneOutbox(server.runtime);
    expect(await list('delivered')).toEqual([]);
    expect(await list('failed')).toHaveLength(1);
  });

  it('loses nothing when the process is killed while it sends', async () => {
    receiver.answer = null;
    const { config, secrets } = server.runtime;
    const child = await startProcess({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      env: { AFTERCART_WEBHOOK_URLS: receiver.url, AFTERCART_WEBHOOK_SECRET: SECRET, AFTERCART_WEBHOOK_PRIVATE: '1' },
    });
    await fetch(`${child.url}/merchant/v1/webhooks/test`, { method: 'POST', headers: { authorization: `Bearer ${secrets.merchantKey}` } });
    await receiver.until(1);
    await child.kill('SIGKILL');
    receiver.answer = 200;
    server.setNow(new Date(Date.now() + 61_000).toISOString());
    await sendDue(server.runtime);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(receiver.received[0]!.headers['webhook-id']));
    expect(await list('delivered')).toHaveLength(1);
  });
});

describe('where webhooks may go', () => {
  it.each([
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1',
    '::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', '',
  ])('not to %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111', '2a00:1450:4001::1'])('to %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:7f00:1]'])('reaches nothing through the name %s', async (host) => {
    const receiver = await receive();
    const url = receiver.url.replace('127.0.0.1', host);
    await expect(post({ url, headers: {}, body: '{}', toPrivate: false, signal: new AbortController().signal })).rejects.toThrow('private address');
    expect(receiver.received).toEqual([]);
    receiver.close();
  });

  it.each([true, false])('looks names up in the way the connection wants it (all: %s)', async (all) => {
    const error = await new Promise((resolve) => publicLookup('localhost', { all }, resolve));
    expect(String(error)).toContain('private address');
  });

  it('waits longer each time, never twice the same for all', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => waitAfter(index + 1, () => 0.5)!);
    expect(waits.slice(0, 5)).toEqual([5_000, 20_000, 80_000, 320_000, 1_280_000]);
    expect(Math.max(...waits)).toBe(43_200_000);
    expect(waitAfter(MOST_ATTEMPTS)).toBe(undefined);
    expect([waitAfter(1, () => 0), waitAfter(1, () => 1)]).toEqual([4_000, 6_000]);
  });
});
