/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Context as HonoContext } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { Runtime } from '../context.ts';
import { LEEWAY, type Shopper } from '../identity/shopper.ts';

export interface LiveEvent {
  /** Comes back as `Last-Event-ID` when the connection was lost. */
  id: string;
  data: unknown;
}

/** Opens a stream that goes on until the signal aborts. What it throws or rejects with before that is answered as a problem. */
export type OpenEvents = (signal: AbortSignal) => AsyncIterable<LiveEvent> | Promise<AsyncIterable<LiveEvent>>;

/** Milliseconds between two comments that keep proxies from closing a silent stream. */
const HEARTBEAT = 20_000;
/** Milliseconds after which a stream ends by itself, so that nobody listens for ever. */
const LONGEST = 30 * 60_000;
/** Milliseconds that a client has to take the end of a stream before it is cut off. */
const PATIENCE = 2_000;
/**
 * How long a stream may last, in milliseconds: as long as the token that opened it is taken. If it ended sooner, the page would come back with
 * the same one.
 */
function lifetimeOf(shopper: Shopper | null): number {
  const left = shopper?.claims.exp === undefined ? LONGEST : (shopper.claims.exp + LEEWAY) * 1000 - Date.now();
  return Math.max(0, Math.min(left, LONGEST));
}

/** Streams events until the client goes away, the server stops, or the stream has lasted long enough. */
export async function answerEvents(c: HonoContext, { stopping, log }: Runtime, shopper: Shopper | null, open: OpenEvents): Promise<Response> {
  const ended = new AbortController();
  const { signal } = ended;
  const end = () => ended.abort();
  const events = await open(signal);
  const response = streamSSE(c, async (stream) => {
    stream.onAbort(end);
    // Not AbortSignal.any: what is left of it would live as long as the server.
    stopping.addEventListener('abort', end);
    const lifetime = setTimeout(end, lifetimeOf(shopper));
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT);
    if (stopping.aborted) end();
    const over = new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
    const sent = send(stream, events, signal).catch((error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, 'a stream failed');
    });
    // A client that takes nothing must not hold the end up.
    const inTime = await Promise.race([sent.then(() => true), over.then(() => wait(PATIENCE, false, { ref: false }))]);
    clearTimeout(lifetime);
    clearInterval(heartbeat);
    stopping.removeEventListener('abort', end);
    end();
    if (!inTime) stream.abort();
    cutOff(c, inTime ? PATIENCE : 0);
  });
  // Nginx would hold events back.
  response.headers.set('x-accel-buffering', 'no');
  response.headers.set('cache-control', 'no-store');
  return response;
}

async function send(stream: SSEStreamingApi, events: AsyncIterable<LiveEvent>, signal: AbortSignal): Promise<void> {
  await stream.write(': hello\n\n');
  for await (const { id, data } of events) {
    if (signal.aborted) return;
    // Waits until the client takes it: meanwhile changes come together in the database, not here.
    await stream.writeSSE({ id, data: JSON.stringify(data) });
  }
}

/** Closes the connection of a client that does not take what is left. */
function cutOff(c: HonoContext, patience: number): void {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
  if (!outgoing || outgoing.closed) return;
  const timer = setTimeout(() => outgoing.destroy(), patience);
  outgoing.once('close', () => clearTimeout(timer));
}
