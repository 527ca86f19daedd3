/** Tells a mock that runs somewhere what to do, over its `/_control/` requests. */
import type { Clock, Inspection } from '../setup.ts';
import type { Seeded, World } from '../world.ts';
import type { SeenRequest } from './backend.ts';
import type { FaultInput } from './faults.ts';

/** What it tells besides fits into a kit’s set-up: `{ ...mock, create }`. */
export interface MockBackend {
  /** Address of the shop, without a slash at its end. */
  url: string;
  seed(world: World): Promise<Seeded>;
  inspect: Required<Omit<Inspection, 'withdrawals'>>;
  clock: Required<Clock>;
  /** Puts these faults in place of all before; none clears them. */
  fail(...faults: FaultInput[]): Promise<void>;
  /** Requests since the last `seed` or `forget`, oldest first; at most 1,000. */
  requests(): Promise<SeenRequest[]>;
  /** Forgets the requests. */
  forget(): Promise<void>;
}

/**
 * A mock that runs already.
 *
 * @param url Its address, such as `http://127.0.0.1:4010`.
 */
export function mockBackend(url: string): MockBackend {
  const base = url.replace(/\/+$/, '');
  /** How far the mock’s clock is ahead of this machine’s. */
  let ahead = 0;

  async function tell<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${base}/_control/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(`The mock refuses ${method} ${path}: ${answer.message}`);
    return answer;
  }
  const ask = async <T>(question: string, about: Record<string, string> = {}) =>
    (await tell<{ value: T }>('GET', `inspect/${question}?${new URLSearchParams(about)}`)).value;
  const setClock = async (change: object) => {
    const { now } = await tell<{ now: string }>('PUT', 'clock', change);
    ahead = Date.parse(now) - Date.now();
  };

  return {
    url: base,
    async seed(world) {
      const seeded = await tell<Seeded>('PUT', 'world', world);
      ahead = Date.parse(world.now) - Date.now();
      return seeded;
    },
    inspect: {
      balance: (shopper) => ask('balance', { shopper }),
      ledger: (shopper) => ask('ledger', { shopper }),
      redemptions: (shopper) => ask('redemptions', { shopper }),
      enrolled: (shopper) => ask('enrolled', { shopper }),
      reviews: (shopper) => ask('reviews', { shopper }),
      claims: () => ask('claims'),
      votes: (entry) => ask('votes', { entry }),
      parcels: (order) => ask('parcels', { order }),
    },
    clock: { now: () => Date.now() + ahead, advance: (milliseconds) => setClock({ advance: milliseconds }) },
    fail: async (...faults) => void (await tell('PUT', 'faults', faults)),
    requests: async () => (await tell<{ requests: SeenRequest[] }>('GET', 'requests')).requests,
    forget: async () => void (await tell('DELETE', 'requests')),
  };
}
