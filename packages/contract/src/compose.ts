/** Several adapters as one, with a word on which of them answered. In a module of its own: a page with one adapter pays nothing for it. */
import { CONTRACT_VERSION, defineAdapter, METHODS, type Adapter, type AdapterContext, type Capability, type ServiceName, type Services } from './adapter.ts';
import { isAdapterError } from './errors.ts';

/** An adapter that is composed with others; a service that is `undefined` is left out. */
export type AdapterPart = Pick<Adapter, 'id' | 'contract'> & { [S in ServiceName]?: Services[S] | undefined };

/** One call that ended. */
export interface AdapterCall {
  /** Id of the adapter that answered. */
  adapter: string;
  capability: Capability;
  /** From the call to its answer; for `subscribe` to the end of the stream. */
  milliseconds: number;
  /** What it failed with; the key is missing when it did not. */
  error?: unknown;
}

export interface ComposeOptions {
  /** Called after each call. What it throws is ignored. */
  onCall?: (call: AdapterCall) => void;
}

type Intersection<T> = (T extends unknown ? (given: T) => void : never) extends (given: infer All) => void ? All : never;
type ServicesOf<A> = A extends unknown ? { [S in keyof A & ServiceName]: A[S] } : never;
/** One adapter with the services of all, whose optional methods stay callable where they are known to be there. */
export type Composed<A extends readonly AdapterPart[]> = Adapter & { contract: number } & Intersection<ServicesOf<A[number]>>;

type AnyService = Record<string, (input: unknown, context: AdapterContext) => unknown>;

/**
 * Makes one adapter of several, each of which brings services that the others do not have. Its id is theirs, joined: `server+vendure`. Errors that
 * come out, and reports of core, name the adapter that they are from.
 *
 * @param parts Adapters, and `{ onCall }` as the last one where calls are to be traced.
 * @throws TypeError when two bring the same service, when one is no adapter, or speaks another version of the contract.
 */
export function compose<const A extends readonly AdapterPart[]>(...parts: A): Composed<A>;
export function compose<const A extends readonly AdapterPart[]>(...parts: [...adapters: A, options: ComposeOptions]): Composed<A>;
export function compose(...parts: readonly (AdapterPart | ComposeOptions)[]): Adapter {
  const last = parts.at(-1);
  const options = isOptions(last) ? last : undefined;
  const adapters = (options ? parts.slice(0, -1) : parts).map((part, index) => checked(part, index + 1));
  if (!adapters.length) throw new TypeError('compose: there is no adapter to compose.');

  const services: Partial<Record<ServiceName, AnyService>> = {};
  const labels: NonNullable<Adapter['labels']> = {};
  const owners = new Map<string, Adapter>();
  for (const adapter of adapters) {
    for (const service of Object.keys(METHODS) as ServiceName[]) {
      if (!adapter[service]) continue;
      const owner = owners.get(service);
      if (owner) throw claimedTwice(service, owner.id, adapter.id);
      owners.set(service, adapter);
      services[service] = traced(adapter, service, labels, options?.onCall);
    }
  }
  const composed = defineAdapter({ id: adapters.map(({ id }) => id).join('+'), ...services } as unknown as Adapter);
  // Hidden from spreading: who replaces a service of the result must not get the label of the one before.
  return Object.defineProperty(composed, 'labels', { value: labels });
}

const isOptions = (part: AdapterPart | ComposeOptions | undefined): part is ComposeOptions => !!part && !('id' in part) && 'onCall' in part;

function checked(part: unknown, position: number): Adapter {
  const which = `compose: number ${position}`;
  if (typeof part === 'function') throw new TypeError(`${which} is a function: call it, and pass the adapter that it gives.`);
  if (typeof part !== 'object' || !part) throw new TypeError(`${which} is ${String(part)}, not an adapter.`);
  if ('then' in part) throw new TypeError(`${which} is a promise: await it, and pass the adapter that it gives.`);
  const adapter = part as Adapter;
  if (!adapter.id) throw new TypeError(`${which} has no \`id\`: is it an adapter?`);
  const { id, contract = CONTRACT_VERSION } = adapter;
  if (contract !== CONTRACT_VERSION) {
    throw new TypeError(`compose: “${id}” speaks contract ${contract}, this version ${CONTRACT_VERSION}. Install versions that belong together.`);
  }
  defineAdapter(adapter);
  return adapter;
}

const claimedTwice = (service: ServiceName, first: string, second: string) =>
  new TypeError(
    `compose: “${first}” and “${second}” both have \`${service}\`. Leave it out of one, as in compose(${first}, { ...${second}, ${service}: undefined }), ` +
      `or choose without compose: { ...${second}, ${service}: ${first}.${service} }.`,
  );

/** A service whose calls are told of, and whose errors name their adapter. */
function traced(adapter: Adapter, service: ServiceName, labels: NonNullable<Adapter['labels']>, onCall: ComposeOptions['onCall']): AnyService {
  const given = adapter[service] as unknown as AnyService;
  const methods: AnyService = {};
  for (const name of Object.keys(METHODS[service])) {
    if (!given[name]) continue;
    const capability = `${service}.${name}` as Capability;
    labels[capability] = adapter.labels?.[capability] ?? `${capability} (${adapter.id})`;
    const end = (start: number, failure?: { error: unknown }) => {
      // A tracer that throws or rejects must not take the page with it.
      void (async () => onCall?.({ adapter: adapter.id, capability, milliseconds: performance.now() - start, ...failure }))().catch(() => {});
    };
    const failed = (start: number, error: unknown) => {
      if (isAdapterError(error) && Object.isExtensible(error)) error.adapter ??= adapter.id;
      end(start, { error });
      return error;
    };
    methods[name] =
      name === 'subscribe'
        ? (input, context) => follow(() => given[name]!(input, context) as AsyncIterable<unknown>, end, failed)
        : async (input, context) => {
            const start = performance.now();
            try {
              const answer = await given[name]!(input, context);
              end(start);
              return answer;
            } catch (error) {
              throw failed(start, error);
            }
          };
  }
  return methods;
}

/** A stream as it is; it ends when the backend, or whoever listens, ends it. */
async function* follow(
  open: () => AsyncIterable<unknown>, end: (start: number) => void, failed: (start: number, error: unknown) => unknown
): AsyncGenerator<unknown, void, undefined> {
  const start = performance.now();
  let hasFailed = false;
  try {
    yield* open();
  } catch (error) {
    hasFailed = true;
    throw failed(start, error);
  } finally {
    if (!hasFailed) end(start);
  }
}
