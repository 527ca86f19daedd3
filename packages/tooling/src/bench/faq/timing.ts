import { brotliCompressSync, constants } from 'node:zlib';
import { blocking, type Blocking } from './blocking.ts';
import { corpus, keystrokes } from './corpus.ts';
import { engines } from './engines/all.ts';
import { speed, type Speed } from './speed.ts';

export interface SpeedPlan {
  /** Text that the entries are made of. */
  texts: readonly string[];
  locale: string;
  /** Whether the language parts words by spaces. */
  spaced: boolean;
  sizes: readonly number[];
  engines: readonly string[];
  /** Queries that are typed, letter by letter. */
  queries: number;
}

export async function timeInNode(plan: SpeedPlan): Promise<{ speeds: Speed[]; blocked: Blocking[] }> {
  const speeds: Speed[] = [];
  for (const size of plan.sizes) {
    const entries = corpus(plan.texts, size, plan.spaced);
    const keys = keystrokes(entries, plan.queries);
    for (const name of plan.engines) speeds.push(await speed(name, entries, keys, plan.locale));
  }
  return { speeds, blocked: await blocking(corpus(plan.texts, Math.max(...plan.sizes), plan.spaced), plan.locale) };
}

export interface IndexSize {
  engine: string;
  entries: number;
  /** Bytes as JSON with brotli; null where an engine can’t be sent. */
  brotli: number | null;
}

/** What a page would fetch instead of building the index. */
export async function indexSizes(plan: SpeedPlan): Promise<IndexSize[]> {
  const sizes: IndexSize[] = [];
  for (const size of plan.sizes) {
    const entries = corpus(plan.texts, size, plan.spaced);
    for (const engine of engines.filter(({ name }) => plan.engines.includes(name))) {
      const { data } = await engine.build(entries, plan.locale);
      const text = data && JSON.stringify(await data());
      // Quality 9 of 11: the last two take minutes for the largest and win a few per cent.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      sizes.push({ engine: engine.name, entries: size, brotli: text ? brotliCompressSync(text, { params }).length : null });
    }
  }
  return sizes;
}
