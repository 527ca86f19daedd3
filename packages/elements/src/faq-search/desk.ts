/**
 * An index to ask, in the page or in a worker. A worker runs the very file that the page has it from, which knows its own address: a page
 * on another host than its scripts has no other way to name the file of a worker.
 */
import type { FaqEntry, FaqSearch, FaqIndexOptions, FaqSearchOptions } from '@aftercart/faq-index';
import { createFaqSearch } from './engine.ts';
import type { Prebuilt } from './prebuilt.ts';

/** What an index is made by; `url` is the address of one that `aftercart-faq-index build` made beforehand. */
export interface Plan extends Pick<FaqIndexOptions, 'locale' | 'synonyms'> {
  url?: string | undefined;
}

/** What an index made beforehand has in it: ids with `stampOf` their entries. */
export type Stamps = [id: string, stamp: string][];

/** Changes with an entry, as far as its title tells. */
export const stampOf = ({ question, updatedAt }: Pick<FaqEntry, 'question' | 'updatedAt'>): string => `${question}\n${updatedAt ?? ''}`;

const prebuilt = (url: string, plan: Plan): Promise<Prebuilt> =>
  import('./prebuilt.ts').then(
    ({ loadPrebuilt }) => loadPrebuilt(url, plan),
    (error: unknown) => ({ problem: String(error) }),
  );

export function createDesk(onReport: FaqIndexOptions['onReport']) {
  let index!: FaqSearch;
  return {
    /** Begins an index. It is empty, unless there is one that was made beforehand and can be used; `problem` says why it can't. */
    async open({ url, ...options }: Plan): Promise<{ stamps: Stamps; problem: string | undefined }> {
      const found = url ? await prebuilt(url, options) : {};
      index = found.index ?? (await createFaqSearch([], { ...options, onReport }));
      return { stamps: found.index?.titles.map((title) => [title.id, stampOf(title)]) ?? [], problem: found.problem };
    },
    add: (entries: readonly FaqEntry[]) => index.add(entries),
    remove: (ids: readonly string[]) => index.remove(ids),
    search: (query: string, options: FaqSearchOptions) => index.search(query, options),
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** Where this file is. */
export const address: string = import.meta.url;

if ('WorkerGlobalScope' in globalThis) {
  // Rules that do not load here may load in the page, so the worker gives up.
  const desk = createDesk((problem) => {
    throw new Error(problem);
  });
  onmessage = async ({ data: [number, call, ...args] }: MessageEvent<[number: number, call: keyof Desk, ...args: never[]]>) => {
    try {
      postMessage([number, await (desk[call] as (...args: never[]) => unknown)(...args)]);
    } catch (error) {
      postMessage([number, undefined, String(error)]);
    }
  };
  postMessage([0]);
}
