/** How long an index of ours keeps a page from doing anything else. The same code runs in Node and in the page. */
import { createFaqIndex, loadFaqIndex, type FaqEntry } from '@aftercart/faq-index';

export interface Blocking {
  what: string;
  /** Milliseconds of all of it. */
  took: number;
  /** Longest time without a turn for others. */
  longest: number;
}

async function measure(what: string, work: () => unknown): Promise<Blocking> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) channel.port2.postMessage(null);
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = look;
  channel.port2.postMessage(null);
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  look();
  running = false;
  channel.port1.close();
  return { what, took, longest };
}

export async function blocking(entries: readonly FaqEntry[], locale: string): Promise<Blocking[]> {
  // Loads the language, which is not what is measured.
  let index = await createFaqIndex([], { locale });
  const results = [await measure('build', async () => (index = await createFaqIndex(entries, { locale })))];
  results.push(await measure('remove 1', () => index.remove([entries[7]!.id])));
  results.push(await measure('add 1', () => index.add([entries[7]!])));
  const tenth = entries.filter((_, i) => i % 10 === 0);
  results.push(await measure('remove a tenth', () => index.remove(tenth.map(({ id }) => id))));
  results.push(await measure('add a tenth', () => index.add(tenth)));
  const json = JSON.stringify(await index.toJSON());
  results.push(await measure('load', () => loadFaqIndex(json)));
  return results;
}
