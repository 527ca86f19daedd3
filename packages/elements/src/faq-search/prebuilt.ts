/** An index that was made beforehand: read, if it is of this version and whole. */
import { loadFaqIndex, type FaqIndexJson, type LoadedFaqIndex } from '@aftercart/faq-index';
import type { Plan } from './desk.ts';

/** Milliseconds after which making an index is quicker than waiting for one. */
const PATIENCE = 20_000;

/** One of the two. */
export interface Prebuilt {
  index?: LoadedFaqIndex;
  problem?: string;
}

/** Never fails: an index that is not there, damaged, of another version or made with other synonyms is a `problem` in words. */
export async function loadPrebuilt(url: string, { synonyms }: Plan): Promise<Prebuilt> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return { problem: `${url}: ${response.status}` };
    const json = (await response.json()) as FaqIndexJson;
    const index = await loadFaqIndex(json);
    // Those of the shop are counted into an index.
    if (synonyms?.length && JSON.stringify(synonyms) !== JSON.stringify(json.synonyms)) return { problem: `${url} was made with other synonyms.` };
    return { index };
  } catch (error) {
    return { problem: `${url}: ${String(error)}` };
  }
}
