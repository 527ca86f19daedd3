/** Times of every engine on collections of many sizes. The same code runs in Node and in the page. */
import type { FaqEntry } from '@aftercart/faq-index';
import { engines } from './engines/all.ts';

export interface Speed {
  engine: string;
  entries: number;
  /** Milliseconds from entries to an index that answers. */
  build: number;
  /** Milliseconds that half of the key presses take at most, and 99 of 100. */
  p50: number;
  p99: number;
  /** Key presses that were measured: fewer than asked for when an engine takes too long. */
  keys: number;
}

const LIMIT = 7;
const WARM_UP = 30;
/** Milliseconds after which an engine has been measured enough. */
const PATIENCE = 8000;

export async function speed(name: string, entries: readonly FaqEntry[], keys: readonly string[], locale: string): Promise<Speed> {
  const engine = engines.find((one) => one.name === name)!;
  const start = performance.now();
  const { search } = await engine.build(entries, locale);
  const build = performance.now() - start;
  const warm = performance.now() + PATIENCE / 4;
  for (const key of keys.slice(0, WARM_UP)) if (performance.now() < warm) await search(key, LIMIT);
  const times: number[] = [];
  const began = performance.now();
  for (const key of keys) {
    const before = performance.now();
    await search(key, LIMIT);
    const after = performance.now();
    times.push(after - before);
    if (after - began > PATIENCE) break;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { engine: name, entries: entries.length, build, p50: at(0.5), p99: at(0.99), keys: times.length };
}
