import { ENTRY_SHIFT } from '../engine/vocabulary.ts';
import { full } from '../full.ts';
import { openIndex } from '../open.ts';
import type { FaqIndex, FaqIndexJson, FaqIndexOptions, FaqTitle } from '../types.ts';
import { readDigits } from './digits.ts';
import { checksum, rulesOf, VERSION, type Pause } from './format.ts';

export interface LoadedFaqIndex extends FaqIndex {
  /** What the entries it was loaded with are called, in their order; what was added later is not among them. */
  readonly titles: readonly FaqTitle[];
}

/** An index that can't be loaded. Whoever has the entries makes it anew with `createFaqIndex`. */
export class FaqIndexError extends Error {
  override readonly name = 'FaqIndexError';
  /** `VERSION`: made by another version of this package, or with other rules. `DAMAGED`: cut off, changed, or no index at all. */
  readonly code: 'VERSION' | 'DAMAGED';

  constructor(code: 'VERSION' | 'DAMAGED', message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Entries or words between two looks at the clock. */
const STEP = 64;

/**
 * The index that `toJSON` wrote, from its data or their text. Words are not looked for again, so it takes a small part of the time that
 * building takes, and lets the page breathe.
 * @throws {FaqIndexError} when it was made by another version or is damaged. Nothing is guessed.
 */
export async function loadFaqIndex(json: unknown, options: Pick<FaqIndexOptions, 'onReport'> = {}): Promise<LoadedFaqIndex> {
  const data = parse(json);
  const { version, locale, synonyms, titles, terms, postings, lengths, popularity } = data;
  if (version !== VERSION) {
    const message = `The index of questions has version ${version}, this package reads ${VERSION}: build it again with this version.`;
    throw new FaqIndexError('VERSION', message);
  }
  const opening = { ...options, locale, synonyms };
  const engine = await openIndex(opening);
  const { entries, vocabulary, pause } = engine;
  if (!(await isWhole(data, pause))) throw damaged('was changed or cut off');
  if ((await rulesOf(engine.language)) !== data.rules) {
    throw new FaqIndexError('VERSION', `The index of questions was made with other rules for “${locale}”: build it again with this version.`);
  }
  try {
    for (const [number, title] of titles.entries()) {
      entries.list.push({ ...title, answer: '', format: 'text' });
      entries.numbers.set(title.id, number);
      if (number % STEP === 0) await pause();
    }
    const columns = [entries.questions, entries.answers];
    for (const [field, column] of columns.entries()) {
      const digits = readDigits(lengths[field]!);
      while (!digits.done) column.push(digits.next());
      if (column.length !== titles.length) throw new RangeError('as many lengths as titles were expected');
    }
    entries.popularity = popularity;

    const numbers = readDigits(postings);
    const pieces = terms ? terms.split('\n') : [];
    let term = '';
    for (const [i, piece] of pieces.entries()) {
      const digits = readDigits(piece);
      const shared = digits.next();
      // A word has at most forty letters, so two digits at most say how many it shares.
      term = term.slice(0, shared) + piece.slice(shared < 32 ? 1 : 2);
      const list = vocabulary.postings[vocabulary.intern(term)]!;
      let place = 0;
      for (let left = numbers.next(); left > 0; left--) {
        const step = numbers.next();
        place += step >>> 1;
        if (place >= titles.length) throw new RangeError(`there is no entry ${place}`);
        list.push((place << ENTRY_SHIFT) | (step & 1 ? numbers.next() : 1));
      }
      if (i % STEP === 0) await pause();
    }
    if (!numbers.done) throw new RangeError('more occurrences than words');
  } catch (cause) {
    throw damaged('is not whole', cause);
  }
  return Object.assign(full(engine, opening), { titles });
}

const damaged = (what: string, cause?: unknown) =>
  new FaqIndexError('DAMAGED', `The index of questions ${what}: fetch or build it again.`, { cause });

function parse(json: unknown): FaqIndexJson {
  let data = json as FaqIndexJson;
  try {
    if (typeof json === 'string') data = JSON.parse(json) as FaqIndexJson;
  } catch (cause) {
    throw damaged('is no JSON', cause);
  }
  if (typeof data?.version !== 'number') throw damaged('is none');
  return data;
}

async function isWhole(data: FaqIndexJson, pause: Pause): Promise<boolean> {
  try {
    return (await checksum(data, pause)) === data.sum;
  } catch {
    // Parts of it are missing.
    return false;
  }
}
