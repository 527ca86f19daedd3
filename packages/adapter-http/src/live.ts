/** Live updates: goes on where the last connection ended, and rests while nobody looks at the page. */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { readEvents } from './events.ts';
import type { Exchange } from './exchange.ts';
import { failureOf } from './failure.ts';

/** Milliseconds of silence after which a connection counts as lost. Backends send a comment every 20 seconds. */
const SILENCE = 60_000;

/** The last event that was handed on, by what was asked for. Whoever listens again after a loss does so with the same signal. */
const lastIds = new WeakMap<AbortSignal, Map<string, string>>();

/**
 * Yields what each event holds, until the signal aborts or the backend ends the stream.
 *
 * @throws AdapterError when the connection is lost; listening again with the same signal goes on from there.
 */
export async function* follow(
  url: string, exchange: Exchange, input: object, context: AdapterContext
): AsyncGenerator<unknown, void, undefined> {
  const { signal } = context;
  const ids = lastIds.get(signal) ?? new Map<string, string>();
  lastIds.set(signal, ids);
  const asked = url + JSON.stringify(input);
  while (!signal.aborted) {
    await untilPresent(signal);
    const hidden = new AbortController();
    const silent = new AbortController();
    const stopWatching = onPresence((present) => present || hidden.abort());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE);
    };
    try {
      heard();
      const last = ids.get(asked);
      const connection = { ...context, signal: AbortSignal.any([signal, hidden.signal, silent.signal]) };
      const answer = await exchange(input, connection, {
        accept: 'text/event-stream',
        ...(last && { 'last-event-id': last }),
      });
      for await (const { id, type, data } of readEvents(bodyOf(answer), heard)) {
        if (id !== undefined) ids.set(asked, id);
        if (data && type === 'message') yield JSON.parse(data);
      }
      if (!hidden.signal.aborted) return;
    } catch (cause) {
      if (signal.aborted) return;
      if (silent.signal.aborted) throw new AdapterError('NETWORK', `${url} is silent.`, { cause });
      if (!hidden.signal.aborted) throw await failureOf(cause, url, signal);
    } finally {
      clearTimeout(timer);
      stopWatching();
    }
  }
}

function bodyOf({ headers, body }: Response): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (body && headers.get('content-type')?.startsWith('text/event-stream')) return body;
  body?.cancel().catch(() => {});
  throw new AdapterError('INVALID_RESPONSE', 'The answer is no event stream: is the endpoint right?');
}

// A page that is left may be kept for “back” (the back/forward cache), where it must hold no connection: its host would soon have none
// left for the next page. Not every browser calls such a page hidden, so being left is remembered until it is shown again.
let isLeft = false;
if (globalThis.document) {
  addEventListener('pagehide', () => (isLeft = true));
  addEventListener('pageshow', () => (isLeft = false));
}

/** Tells whether somebody may look at the page, now and whenever that may have changed; answers how to stop. */
function onPresence(tell: (present: boolean) => void): () => void {
  // Outside of pages somebody always looks.
  const { document: page } = globalThis;
  const look = () => tell(!isLeft && !page?.hidden);
  const places = page ? ([[page, 'visibilitychange'], [globalThis, 'pagehide'], [globalThis, 'pageshow']] as const) : [];
  for (const [place, type] of places) place.addEventListener(type, look);
  look();
  return () => {
    for (const [place, type] of places) place.removeEventListener(type, look);
  };
}

/** Waits until somebody looks at the page, or the signal aborts. */
function untilPresent(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {};
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    if (signal.aborted) return done();
    let present = false;
    stop = onPresence((now) => {
      present = now;
      if (now) done();
    });
    // It was so at once, before there was anything to stop.
    if (present) stop();
  });
}
