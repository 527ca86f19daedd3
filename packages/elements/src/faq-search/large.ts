/** Searches many answers without keeping the page busy: in a worker; where none can be had, in the page, a slice at a time. */
import type { FaqEntries } from '@aftercart/contract';
import type { FaqEntry, FaqHit, FaqSearchOptions } from '@aftercart/faq-index';
import { address, createDesk, stampOf, type Desk, type Plan, type Stamps } from './desk.ts';
import type { FaqSearchElement } from './faq-search.ts';
import type { Index } from './in-page.ts';

export { Large as Part };

/** Milliseconds that a worker may take to say that it is there. */
const PATIENCE = 10_000;
/** Entries that are sent at once: copying them is the page’s work. */
const BATCH = 200;

/** A desk that may be somewhere else. */
type Far<D> = { [K in keyof D]: D[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never };

/** A worker of this file. A host may forbid workers of another origin, but lets its own import them. */
function startWorker(): Worker {
  if (new URL(address).origin === globalThis.origin) return new Worker(address, { type: 'module' });
  const url = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' }));
  setTimeout(URL.revokeObjectURL, PATIENCE, url);
  return new Worker(url, { type: 'module' });
}

/** A desk in a worker. Whatever can’t be answered fails, and everything after it. */
function inWorker(worker: Worker): Far<Desk> {
  const waiting = new Map<number, { done(result: never): void; fail(problem: unknown): void }>();
  let lost: Error | undefined;
  const lose = (problem: string) => {
    lost ??= new Error(problem);
    worker.terminate();
    for (const { fail } of waiting.values()) fail(lost);
    waiting.clear();
  };
  const patience = setTimeout(lose, PATIENCE, 'The worker did not start.');
  worker.onerror = (event) => {
    // It is told where the page is asked instead.
    event.preventDefault();
    lose(event.message || 'The worker could not be loaded.');
  };
  worker.onmessageerror = () => lose('The worker could not be understood.');
  worker.onmessage = ({ data: [number, result, problem] }: MessageEvent<[number: number, result: never, problem?: string]>) => {
    clearTimeout(patience);
    if (problem) lose(problem);
    waiting.get(number)?.done(result);
    waiting.delete(number);
  };
  let calls = 0;
  const call = (name: keyof Desk) => (...args: unknown[]) =>
    new Promise<never>((done, fail) => {
      if (lost) fail(lost);
      waiting.set(++calls, { done, fail });
      worker.postMessage([calls, name, ...args], []);
    });
  return { open: call('open'), add: call('add'), remove: call('remove'), search: call('search') };
}

/** The search of one element. Its worker goes with the element, and another comes back with it. */
export class Large {
  readonly #host: FaqSearchElement;
  #entries: FaqEntries | undefined;
  #worker: Worker | undefined;
  #desk: Promise<Far<Desk> | Desk> | undefined;

  constructor(host: FaqSearchElement) {
    this.#host = host;
  }

  /** An index of these entries, as soon as it answers; the one before, if that has the same in it: asked again, a backend mostly says the same. */
  async open(entries: FaqEntries): Promise<Index> {
    if (!isSame(entries, this.#entries)) {
      this.leave();
      this.#entries = entries;
    }
    await this.#ready();
    return this;
  }

  async search(query: string, options: FaqSearchOptions = {}): Promise<FaqHit[]> {
    const asked = this.#ready();
    try {
      return await (await asked).search(query, options);
    } catch {
      // The worker is lost: the first that notices has the index made in the page, for all.
      if (this.#desk === asked) this.#desk = this.#inPage();
      return (await this.#ready()).search(query, options);
    }
  }

  /** Lets the worker go. */
  leave(): void {
    this.#worker?.terminate();
    this.#worker = this.#desk = undefined;
  }

  #ready(): Promise<Far<Desk> | Desk> {
    return (this.#desk ??= this.#start());
  }

  #start(): Promise<Far<Desk> | Desk> {
    let worker: Worker;
    try {
      worker = this.#worker = startWorker();
    } catch {
      // No workers here, such as under Trusted Types.
      return this.#inPage();
    }
    // Who has left waits for nothing.
    return this.#fill(inWorker(worker)).catch(() => (worker === this.#worker ? this.#inPage() : new Promise<never>(() => {})));
  }

  #inPage(): Promise<Far<Desk> | Desk> {
    return this.#fill(createDesk(this.#report));
  }

  /** Rules of a language, or an index made beforehand, that can’t be had. */
  readonly #report = (problem: string, cause?: unknown): void => this.#host.tell('CHUNK_FAILED', problem, cause);

  async #fill(desk: Far<Desk> | Desk): Promise<Far<Desk> | Desk> {
    const { locale, indexUrl } = this.#host;
    const { items, synonyms } = this.#entries!;
    const address = indexUrl?.replaceAll('{locale}', locale);
    // A worker has an address of its own. What is no address is told by whoever asks for it.
    const plan: Plan = { locale, synonyms, url: address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address };
    const { stamps, problem } = await desk.open(plan);
    if (problem) this.#report(problem);
    await bringUpToDate(desk, items, stamps);
    return desk;
  }
}

type Json = Readonly<Record<string, unknown>>;

/** Whether two answers of a backend have the same in them. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame((one as Json)[key], (other as Json)[key]));
}

/** The entries as they are now, whatever an index made beforehand had in it. */
async function bringUpToDate(desk: Far<Desk> | Desk, entries: readonly FaqEntry[], stamps: Stamps): Promise<void> {
  const known = new Map(stamps);
  const fresh = entries.filter((entry) => known.get(entry.id) !== stampOf(entry));
  for (const { id } of entries) known.delete(id);
  await desk.remove([...known.keys()]);
  for (let at = 0; at < fresh.length; at += BATCH) await desk.add(fresh.slice(at, at + BATCH));
}
