/** Orders, parcels and streams for tests. */
import type { Shipment } from '@aftercart/contract';
import { OPERATIONS } from '@aftercart/contract/protocol';
import type { TestServer } from '../../test/server.ts';

export const MARIA = { email: 'maria@example.com', postcode: '105 58' };

/** An order that the shop tells of. */
export const order = (shopper: string | null, overrides: object = {}): object => ({
  ...(shopper && { shopper }), ...MARIA, currency: 'EUR', total: 5_000, placedAt: '2026-11-15T09:00:00Z',
  lines: [{ productId: 'mug', name: 'Mug', quantity: 1, unitPrice: 5_000 }], ...overrides,
});

export const putOrder = (server: TestServer, number: string, shopper: string | null, overrides: object = {}): Promise<unknown> =>
  server.merchant('PUT', `/orders/${number}`, order(shopper, overrides));

export const putParcel = (server: TestServer, orderNumber: string, number: string, says: object = {}, carrier = 'DHL Express'): Promise<Shipment> =>
  server.merchant('PUT', `/orders/${orderNumber}/shipments/${encodeURIComponent(carrier)}/${number}`, says);

export const addEvents = (server: TestServer, orderNumber: string, number: string, events: readonly object[], rest: object = {}): Promise<Shipment> =>
  server.merchant('POST', `/orders/${orderNumber}/shipments/DHL%20Express/${number}/events`, { events, ...rest });

/** A checkpoint at an hour of a day, in Greece. */
export const event = (status: Shipment['status'], value: string, id = `${status} ${value}`): Shipment['events'][number] => ({
  id, status, time: { value, precision: 'minute', offset: '+02:00' }, description: `It is ${status}`,
});

interface Told<T> {
  id: string;
  data: T;
}

export interface Listening<T> {
  status: number;
  problem: { code: string } | undefined;
  /** The next event; undefined when the stream has ended. */
  next(): Promise<Told<T> | undefined>;
  /** Goes away, as a page does that is closed. */
  leave(): Promise<void>;
}

/** Reads the events of an answer. */
export async function listening<T = Shipment>(response: Response): Promise<Listening<T>> {
  if (!response.ok) return { status: response.status, problem: (await response.json()) as { code: string }, next: async () => undefined, leave: async () => {} };
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    status: response.status,
    problem: undefined,
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) {
          const { done, value } = await reader.read();
          if (done) return undefined;
          text += decoder.decode(value, { stream: true });
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const data = field('data');
        if (data !== undefined) return { id: field('id')!, data: JSON.parse(data) as T };
      }
    },
    leave: () => reader.cancel(),
  };
}

export const SUBSCRIBE = OPERATIONS.find(({ method }) => method === 'tracking.subscribe')!.path;

export interface StreamOptions {
  as?: string;
  last?: string | undefined;
  claims?: Record<string, unknown>;
}

/** The request that opens a stream. */
export async function streamRequest({ token }: Pick<TestServer, 'token'>, input: object, { as, last, claims = {} }: StreamOptions): Promise<RequestInit> {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${await token(as, claims)}` }), ...(last !== undefined && { 'last-event-id': last }) },
    body: JSON.stringify(input),
  };
}

/** Opens a stream without a socket. */
export const openStream = async (server: TestServer, input: object = {}, options: StreamOptions = {}): Promise<Listening<Shipment>> =>
  listening(await server.app.request(SUBSCRIBE, await streamRequest(server, input, options)));
