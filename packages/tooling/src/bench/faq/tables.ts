import { fixed, type Line } from '../table.ts';
import type { Blocking } from './blocking.ts';
import type { Quality } from './relevance.ts';
import type { Speed } from './speed.ts';
import type { IndexSize } from './timing.ts';

const share = (value: number): string => fixed(value, 3).replace(/^0\./, '.');
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A table for each language: engines, and how well they find in both halves. */
export function qualityTables(results: readonly Quality[]): Line[][] {
  return unique(results.map(({ locale }) => locale)).map((locale) => {
    const here = results.filter((one) => one.locale === locale && one.kind === 'all');
    const halves = unique(here.map(({ half }) => half));
    const counts = halves.map((half) => `${here.find((one) => one.half === half)!.queries} ${half}`);
    const head = [`${locale}: ${counts.join(', ')}`, ...halves.flatMap((half) => [`MRR ${half}`, 'hit@1', 'hit@3', 'zero'])];
    const lines = unique(here.map(({ engine }) => engine)).map((engine): Line => [
      engine,
      ...halves.flatMap((half) => {
        const { mrr, hit1, hit3, zero } = here.find((one) => one.engine === engine && one.half === half)!;
        return [mrr, hit1, hit3, zero].map(share);
      }),
    ]);
    return [head, ...lines];
  });
}

/** One engine, by kind of query: hit@3 of both halves with the numbers of queries. */
export function kindTable(results: readonly Quality[], engine: string): Line[] {
  const here = results.filter((one) => one.engine === engine);
  const locales = unique(here.map(({ locale }) => locale));
  const kinds = unique(here.map(({ kind }) => kind)).sort();
  const cell = (locale: string, kind: string): string => {
    const both = here.filter((one) => one.locale === locale && one.kind === kind);
    return both.map(({ half, hit3, queries }) => `${share(hit3)}${half === 'open' ? '' : '*'}/${queries}`).join(' ');
  };
  return [[`${engine}: hit@3/queries, *held out`, ...locales], ...kinds.map((kind): Line => [kind, ...locales.map((locale) => cell(locale, kind))])];
}

export function speedTable(title: string, speeds: readonly Speed[]): Line[] {
  const sizes = unique(speeds.map(({ entries }) => entries));
  const head = [title, ...sizes.flatMap((size) => [`build ${size}`, 'p50', 'p99'])];
  const lines = unique(speeds.map(({ engine }) => engine)).map((engine): Line => [
    engine,
    ...sizes.flatMap((size) => {
      const one = speeds.find((candidate) => candidate.engine === engine && candidate.entries === size)!;
      return [fixed(one.build, 0), fixed(one.p50, 2), fixed(one.p99, 2)];
    }),
  ]);
  return [head, ...lines];
}

export const blockingTable = (title: string, results: readonly Blocking[]): Line[] => [
  [title, 'took', 'longest without a turn'],
  ...results.map(({ what, took, longest }): Line => [what, fixed(took, 0), fixed(longest, 1)]),
];

export function sizeTable(sizes: readonly IndexSize[]): Line[] {
  const counts = unique(sizes.map(({ entries }) => entries));
  return [
    ['index as JSON, kB with brotli', ...counts.map(String)],
    ...unique(sizes.map(({ engine }) => engine)).map((engine): Line => [
      engine,
      ...counts.map((count) => {
        const { brotli } = sizes.find((one) => one.engine === engine && one.entries === count)!;
        return brotli === null ? '–' : fixed(brotli / 1000, 1);
      }),
    ]),
  ];
}
