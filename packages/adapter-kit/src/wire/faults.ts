/** What can go wrong between an adapter and its backend. */
import type { Asked } from './wire.ts';

/** Answers a request in place of the backend, or hands it on. */
export type Fault = (pass: () => Promise<Response>, asked: Asked) => Promise<Response>;

/** Answers everything so. */
export const answers =
  (status: number, body: string, headers: Record<string, string> = {}): Fault =>
  () =>
    Promise.resolve(new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } }));

/** As `fetch` fails without a network, or without the permission of the host (CORS). */
export const breaks: Fault = () => Promise.reject(new TypeError('Failed to fetch'));

/** Takes the request and never answers. Ends, as `fetch` does, when the signal aborts. */
export const hangs: Fault = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(aborted());
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

/** Begins to answer and never ends: the head comes, and half of the body. */
export const stalls: Fault = (_, { signal }) => {
  if (signal?.aborted) return Promise.reject(aborted());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"data":{'));
      signal?.addEventListener('abort', () => controller.error(aborted()), { once: true });
    },
  });
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
};

/** The backend does what is asked, and the answer is lost on its way. */
export const losesAnswer: Fault = async (pass) => {
  await (await pass()).arrayBuffer();
  throw new TypeError('Failed to fetch');
};

/** The backend answers, and something in its JSON is changed. An answer that is no JSON stays as it is. */
export const rewrites =
  (change: (value: unknown) => unknown): Fault =>
  async (pass) => {
    const answer = await pass();
    if (!answer.headers.get('content-type')?.includes('json')) return answer;
    const text = await answer.text();
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    headers.delete('content-encoding');
    const changed = text && JSON.stringify(change(JSON.parse(text)));
    return new Response(changed || null, { status: answer.status, statusText: answer.statusText, headers });
  };

const aborted = () => new DOMException('This operation was aborted', 'AbortError');
