import { CONTRACT_VERSION, type Adapter, type AdapterContext, type ServiceName, type Services } from '@aftercart/contract';
import { exchangeWith, prepare, type Fetch } from './exchange.ts';

export interface HttpOptions {
  /** Address that the protocol’s paths stand below, such as `https://shop.example/aftercart`; relative to the page. */
  endpoint: string;
  /**
   * The services (`faq`) and methods (`tracking.shipments`) that the backend has, separated by spaces; all when left out. What is not
   * among them is never asked for, and its element shows its slotted content.
   */
  capabilities?: string;
  /** Used in place of the page’s `fetch`. */
  fetch?: Fetch;
}

/** An adapter that has every method of the contract. */
export type FullHttpAdapter = Adapter & { [S in ServiceName]: Required<Services[S]> };

/**
 * Every method of the contract, by service. Those with `!` are asked by POST: what is personal, typed or a write goes in a body, the rest
 * in the address, which may be kept in caches and logs.
 */
const METHODS: Readonly<Record<ServiceName, string>> = {
  points: 'account program history estimate! redeem! revoke! enrol! subscribe',
  referrals: 'program link list claim!',
  reviews: 'requests submit! edit! withdraw!',
  returns: 'policy deadline! withdraw!',
  faq: 'entries search! vote! contact',
  tracking: 'shipments! subscribe!',
};

/**
 * Speaks the open HTTP protocol (docs/protocol.md), and nothing more: no cache, no retry, no time-out.
 *
 * @throws TypeError when the endpoint is no address, or a capability is none.
 */
export function httpAdapter(options: Omit<HttpOptions, 'capabilities'>): FullHttpAdapter;
export function httpAdapter(options: HttpOptions): Adapter;
export function httpAdapter({ endpoint, capabilities, fetch }: HttpOptions): Adapter {
  const page = globalThis.document?.baseURI;
  if (!endpoint || !URL.canParse(endpoint, page)) throw new TypeError(`endpoint="${endpoint}" is no address`);
  const base = new URL(endpoint, page).href.replace(/\/*$/, '/v1/');
  const adapter: Adapter & Record<string, unknown> = { id: 'http', contract: CONTRACT_VERSION };
  for (const wanted of capabilities?.match(/\S+/g) ?? Object.keys(METHODS)) {
    const [service = ''] = wanted.split('.');
    const methods = (adapter[service] ??= {}) as Record<string, unknown>;
    let found: unknown;
    for (const [, name = '', post] of METHODS[service as ServiceName]?.matchAll?.(/(\w+)(!?)/g) ?? []) {
      if (![service, `${service}.${name}`].includes(wanted)) continue;
      const url = `${base + service}/${name}`;
      const exchange = exchangeWith(url, !!post, fetch);
      found = methods[name] =
        name === 'subscribe'
          ? async function* (input: object, context: AdapterContext) {
              yield* (await import('./live.ts')).follow(url, exchange, input, context);
            }
          : exchange;
    }
    if (!found) throw new TypeError(`capabilities="${wanted}" is none`);
  }
  void prepare();
  return adapter;
}
