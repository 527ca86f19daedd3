/** Adapters that ask wrongly, or misunderstand how asking fails. */
import { AdapterError } from '@aftercart/contract';
import { failure, everyMethod, method, request, type BrokenAdapter } from './breaking.ts';
import { shopAdapter } from '../shop/adapter.ts';

const statusAs = (name: string, status: number, taken: number): BrokenAdapter =>
  failure(`takes ${status} for ${taken}`, name, async (answered) => (answered.status === status ? new Response(answered.body, { status: taken, headers: answered.headers }) : answered));

const without = (fault: string, name: string, change: (headers: Headers) => void): BrokenAdapter =>
  failure(fault, name, (answered) => {
    if (answered.ok) return answered;
    const headers = new Headers(answered.headers);
    change(headers);
    return new Response(answered.body, { status: answered.status, headers });
  });

/** Lets an error of its own kind through, as code does that catches nothing. */
const throwing = (fault: string, name: string, isIt: (error: AdapterError) => boolean): BrokenAdapter =>
  everyMethod(fault, name, (good) => async (input, context) => {
    try {
      return await good(input, context);
    } catch (error) {
      throw isIt(error as AdapterError) ? (error as AdapterError).cause ?? error : error;
    }
  });

const renamed = (fault: string, name: string, isIt: (error: AdapterError) => boolean, code: AdapterError['code']): BrokenAdapter =>
  everyMethod(fault, name, (good) => async (input, context) => {
    try {
      return await good(input, context);
    } catch (error) {
      throw isIt(error as AdapterError) ? new AdapterError(code) : error;
    }
  });

export const transport: readonly BrokenAdapter[] = [
  {
    fault: 'uses a fetch of its own',
    caughtBy: 'requests go through the fetch that was given',
    make: () => shopAdapter({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) }),
  },
  request('puts the token into the address', 'no token is ever in an address', (url, init) => [`${url}?token=${init.headers['authorization']?.slice('Bearer '.length) ?? ''}`, init]),
  request('sends cookies', 'no cookies are sent', (url, init) => [url, { ...init, credentials: 'include' }]),
  request('leaves cookies to the browser', 'no cookies are sent', (url, { credentials: _, ...init }) => [url, init]),
  request('sends “Bearer null”', 'a guest sends no token', (url, init) => [url, { ...init, headers: { authorization: 'Bearer null', ...init.headers } }]),
  request('keeps the signal to itself', 'an abort in flight ends the request and the call', (url, { signal: _, ...init }) => [url, init]),
  everyMethod('leaves the call and not the request', 'an abort in flight ends the request and the call', (good) => (input, context) => {
    const { signal } = context;
    const left = new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AdapterError('ABORTED'))));
    return Promise.race([left, good(input, { ...context, signal: new AbortController().signal })]);
  }),
  everyMethod('begins whatever the signal says', 'a call that was aborted before it began asks for nothing', (good) => (input, context) =>
    good(input, context.signal.aborted ? { ...context, signal: new AbortController().signal } : context)),
  renamed('takes an abort for a broken network', 'an abort while the answer comes ends the call', ({ code }) => code === 'ABORTED', 'NETWORK'),
  statusAs('401 is UNAUTHENTICATED', 401, 403),
  statusAs('403 is FORBIDDEN', 403, 401),
  statusAs('404 is null or an AdapterError', 404, 500),
  statusAs('409 is CONFLICT', 409, 422),
  statusAs('422 is INVALID_REQUEST', 422, 500),
  statusAs('500 is UNAVAILABLE', 500, 422),
  without('does not say how long to wait', '429 is RATE_LIMITED, with the seconds of Retry-After', (headers) => headers.delete('retry-after')),
  without('reads Retry-After as a number, always', '429 is RATE_LIMITED, with the seconds until the date of Retry-After', (headers) => headers.set('retry-after', String(Number.parseInt(headers.get('retry-after') ?? '', 10)))),
  failure('looks at the body before the status', '503 with a page of HTML is UNAVAILABLE', async (answered) => {
    const text = await answered.clone().text();
    return text.startsWith('<') ? new Response(text) : answered;
  }),
  throwing('lets what JSON.parse throws through', 'a page of HTML in place of JSON is INVALID_RESPONSE', ({ code }) => code === 'INVALID_RESPONSE'),
  everyMethod('takes half an answer for none', 'truncated JSON is INVALID_RESPONSE', (good) => async (input, context) => {
    try {
      return await good(input, context);
    } catch (error) {
      if ((error as AdapterError).code === 'INVALID_RESPONSE') return null;
      throw error;
    }
  }),
  throwing('lets what fetch throws through', 'no network is NETWORK', ({ code }) => code === 'NETWORK'),
  everyMethod('reaches into what is not there', 'JSON of another shape is an answer, null or an AdapterError', (good) => async (input, context) => {
    const answer = await good(input, context);
    return answer && { ...answer, ...(answer.data !== undefined && { first: answer.data.first }) };
  }),
  method('knows all codes that there will ever be', 'tracking.shipments', 'codes that nobody knows yet degrade', (good) => {
    const STAGES: Record<string, { code: string }> = Object.fromEntries(['info_received', 'in_transit', 'out_for_delivery', 'delivered', 'unknown'].map((code) => [code, { code }]));
    return async (input, context) => {
      const found = await good(input, context);
      return found && { items: found.items?.map((shipment: { status: string }) => ({ ...shipment, status: STAGES[shipment.status]!.code })) };
    };
  }),
];
