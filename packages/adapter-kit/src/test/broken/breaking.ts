/** How a good adapter is broken: one fault, and nothing else. */
import type { AdapterContext, Capability } from '@aftercart/contract';
import { shopAdapter, type OpenAdapter } from '../shop/adapter.ts';
import type { MakeAdapter } from '../shop/setup.ts';

export interface BrokenAdapter {
  /** What somebody did wrong. */
  fault: string;
  /** The name of the check that must say so. */
  caughtBy: string;
  make: MakeAdapter;
}

type Method = (input: any, context: AdapterContext) => any;

/** Something is wrong with the object. */
export const built = (fault: string, caughtBy: string, breakIt: (adapter: OpenAdapter) => void): BrokenAdapter => ({
  fault, caughtBy,
  make(options) {
    const adapter = shopAdapter(options);
    breakIt(adapter);
    return adapter;
  },
});

/** Something is wrong with one method. */
export const method = (fault: string, capability: Capability, caughtBy: string, breakIt: (good: Method, adapter: OpenAdapter) => Method): BrokenAdapter =>
  built(fault, caughtBy, (adapter) => {
    const [service, name] = capability.split('.') as ['points', string];
    adapter[service][name] = breakIt(adapter[service][name]!, { ...adapter });
  });

/** Something is wrong with what one method answers. */
export const answer = (fault: string, capability: Capability, caughtBy: string, change: (answer: any, input: any) => unknown): BrokenAdapter =>
  method(fault, capability, caughtBy, (good) => async (input, context) => change(await good(input, context), input));

/** Something is wrong with every method but streams. */
export const everyMethod = (fault: string, caughtBy: string, breakIt: (good: Method) => Method): BrokenAdapter =>
  built(fault, caughtBy, (adapter) => {
    // Made once for all methods where the fault is that they share something.
    for (const service of Object.values(adapter)) {
      if (typeof service !== 'object') continue;
      for (const [name, good] of Object.entries(service)) if (name !== 'subscribe') service[name] = breakIt(good);
    }
  });

type Init = RequestInit & { headers: Record<string, string> };

/** Something is wrong with the way in which it asks. */
export const request = (fault: string, caughtBy: string, change: (url: string, init: Init) => [url: string, init: RequestInit]): BrokenAdapter => ({
  fault, caughtBy,
  make: ({ fetch }) => shopAdapter({ fetch: (url, init) => fetch(...change(String(url), init as Init)) }),
});

/** Something is wrong with how it takes failures. */
export const failure = (fault: string, caughtBy: string, take: (answered: Response) => Response | Promise<Response>): BrokenAdapter => ({
  fault, caughtBy,
  make: ({ fetch }) => shopAdapter({ fetch: async (url, init) => take(await fetch(url, init)) }),
});
