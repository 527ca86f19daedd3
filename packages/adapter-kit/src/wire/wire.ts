/** The kit’s `fetch`: listens to every request of the adapter under test, and breaks those that a check wants broken. */
import type { Fault } from './faults.ts';

/** One request, as the adapter made it. */
export interface Asked {
  url: string;
  method: string;
  headers: Headers;
  /** Empty when there is none, or when it is no text. */
  body: string;
  credentials: RequestCredentials;
  signal: AbortSignal | undefined;
}

export interface Wire {
  fetch: typeof fetch;
  /** Every request since the last `meets`, oldest first. */
  readonly asked: readonly Asked[];
  /** How many of them reached the backend. */
  readonly passed: number;
  /** What the following requests meet; none hands them on to the backend. Forgets the requests until now. */
  meets(fault?: Fault): void;
  /** Resolves with the next request that comes, or with the latest that has come since `meets`. */
  nextAsked(): Promise<Asked>;
}

export function openWire(backend: typeof fetch): Wire {
  let asked: Asked[] = [];
  let fault: Fault | undefined;
  let passed = 0;
  let waiting: ((asked: Asked) => void)[] = [];

  return {
    get asked() {
      return asked;
    },
    get passed() {
      return passed;
    },
    meets(next) {
      fault = next;
      asked = [];
      passed = 0;
    },
    nextAsked: () => {
      const latest = asked.at(-1);
      return latest ? Promise.resolve(latest) : new Promise((resolve) => waiting.push(resolve));
    },
    async fetch(input, init) {
      const request = await askedOf(input, init);
      asked.push(request);
      for (const resolve of waiting) resolve(request);
      waiting = [];
      const pass = () => {
        passed++;
        return backend(input, init);
      };
      return fault ? fault(pass, request) : pass();
    },
  };
}

async function askedOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Asked> {
  const request = typeof input === 'object' && 'headers' in input ? input : undefined;
  const body = init?.body ?? (request?.body ? await request.clone().text() : '');
  return {
    url: request?.url ?? String(input),
    method: (init?.method ?? request?.method ?? 'GET').toUpperCase(),
    headers: new Headers(init?.headers ?? request?.headers),
    body: typeof body === 'string' ? body : body instanceof URLSearchParams ? String(body) : '',
    // What `fetch` does when nobody says (Fetch standard, “credentials mode”).
    credentials: init?.credentials ?? request?.credentials ?? 'same-origin',
    signal: init?.signal ?? request?.signal ?? undefined,
  };
}
