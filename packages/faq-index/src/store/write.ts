import type { Engine } from '../engine/engine.ts';
import type { FaqEntry, FaqIndexJson, FaqTitle } from '../types.ts';
import { toDigits } from './digits.ts';
import { checksum, rulesOf, VERSION } from './format.ts';

/** What most postings say: once, in the answer. */
const ONCE = 1;

const titleOf = ({ answer: _, format: __, keywords: ___, ...title }: FaqEntry): FaqTitle => title;

/** An index as plain data: packed, answers left out, the same whatever was added and removed before. */
export async function write({ locale, language, vocabulary, entries }: Engine, synonyms: readonly (readonly string[])[]): Promise<FaqIndexJson> {
  const { ids, postings: places, shift } = vocabulary;
  // In the order in which they were added, which decides between equals. Numbers of entries that were removed are left out.
  const numbers = [...entries.numbers.values()];
  const order = new Map(numbers.map((number, place) => [number, place]));
  const digits = (values: readonly number[]) => numbers.map((number) => toDigits(values[number]!)).join('');
  const known = [...ids].filter(([, id]) => places[id]!.length).sort(([a], [b]) => (a < b ? -1 : 1));

  let terms = '';
  let postings = '';
  let before = '';
  for (const [term, id] of known) {
    let shared = 0;
    while (shared < before.length && before[shared] === term[shared]) shared++;
    terms += `${terms && '\n'}${toDigits(shared)}${term.slice(shared)}`;
    before = term;
    const list = places[id]!.map((packed) => [order.get(packed >> shift)!, packed & ((1 << shift) - 1)] as const);
    postings += toDigits(list.length);
    let last = 0;
    for (const [place, counts] of list.sort(([a], [b]) => a - b)) {
      postings += toDigits(((place - last) << 1) | (counts === ONCE ? 0 : 1));
      if (counts !== ONCE) postings += toDigits(counts);
      last = place;
    }
  }
  const json: FaqIndexJson = {
    version: VERSION,
    locale,
    synonyms,
    rules: await rulesOf(language),
    titles: numbers.map((number) => titleOf(entries.list[number]!)),
    lengths: [digits(entries.questions), digits(entries.answers)],
    popularity: entries.popularity,
    terms,
    postings,
    sum: '',
  };
  return { ...json, sum: await checksum(json) };
}
