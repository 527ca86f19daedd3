import type { FaqEntry, FaqTitle } from './types.ts';

/** What `aftercart-faq-index build` writes beside an index: where the whole entries are. */
export interface FaqManifest {
  /** Of the form of this file. */
  version: number;
  locale: string;
  /** How many entries there are. */
  size: number;
  /** File of the index, beside this one. */
  index: string;
  /** Changes with any entry: good for `?v=` after the names of the files. */
  revision: string;
  /** Files with entries, in the order of the index's titles; `first` is the place of the first of them. */
  chunks: { file: string; first: number }[];
}

/**
 * Fetches the whole entry when it is opened, a chunk at a time; null when there is none with this id.
 * @param read gets the data of a file that the manifest names, such as `(file) => fetch(base + file).then((response) => response.json())`
 */
export function createAnswers(
  { chunks }: Pick<FaqManifest, 'chunks'>,
  titles: readonly FaqTitle[],
  read: (file: string) => Promise<unknown>,
): (id: string) => Promise<FaqEntry | null> {
  const places = new Map(titles.map(({ id }, place) => [id, place]));
  const fetched = new Map<string, Promise<unknown>>();
  return async (id) => {
    const place = places.get(id);
    const chunk = place === undefined ? undefined : chunks.findLast(({ first }) => first <= place);
    if (!chunk) return null;
    let entries = fetched.get(chunk.file);
    if (!entries) fetched.set(chunk.file, (entries = read(chunk.file)));
    try {
      return ((await entries) as readonly FaqEntry[]).find((entry) => entry.id === id) ?? null;
    } catch (error) {
      // Another try may do better.
      fetched.delete(chunk.file);
      throw error;
    }
  };
}
