import { fold } from '../text/fold.ts';
import type { FaqEntry, FaqMatch, Range } from '../types.ts';
import { cutNear, wholeLetter } from './cut.ts';
import { textOf } from './text-of.ts';
import { bestWindow } from './window.ts';

export interface SnippetOptions {
  /** UTF-16 code units wanted, ellipses not counted; 160 when left out. At word ends, so it is nearly that. */
  length?: number | undefined;
}

/** A piece of an answer. */
export interface Snippet {
  /** Text, never HTML, with “…” where the answer goes on. Show it with text nodes. */
  text: string;
  /** What matched in `text`, in order and without overlaps, in UTF-16 code units. */
  highlights: Range[];
}

const LENGTH = 160;
const SHORTEST = 20;
/** What goes before the first match of the room that is left: one reads what comes before for what it is about. */
const BEFORE = 0.3;

/**
 * The piece of an answer that shows best why it was found: the most different matches of a query, or its beginning when only the question
 * matched. Takes any text and never throws.
 * @param entry an answer, or an entry with one; an HTML answer is its text
 * @param match what the query means: `index.match(query)`
 */
export function snippetOf(entry: string | Pick<FaqEntry, 'answer' | 'format'>, match: FaqMatch, { length = LENGTH }: SnippetOptions = {}): Snippet {
  const answer = typeof entry === 'string' ? entry : entry.format === 'html' ? textOf(entry.answer) : entry.answer;
  const text = answer.replace(/\s+/g, ' ').trim();
  const wanted = Math.max(SHORTEST, length);
  const ranges = match(text);
  const [from, to] = text.length <= wanted ? [0, text.length] : ends(text, ranges, wanted);

  const head = from > 0 ? '…' : '';
  const piece = text.slice(from, to);
  // The end of the sentence before is not part of what follows.
  const lead = /^[\s\p{Pe}\p{Pf}\p{Po}]*/u.exec(from > 0 ? piece : '')![0].length;
  const shown = piece.slice(lead).trimEnd();
  const shift = head.length - from - lead;
  const highlights = ranges
    .map(([start, end]): Range => [Math.max(start + shift, head.length), Math.min(end + shift, head.length + shown.length)])
    .filter(([start, end]) => start < end);
  return { text: `${head}${shown}${to < text.length ? '…' : ''}`, highlights };
}

function ends(text: string, ranges: readonly Range[], length: number): Range {
  const window = bestWindow(ranges.map((range) => ({ range, name: fold(text.slice(...range)) })), length);
  if (!window) return [0, cutNear(text, length, -1)];
  const room = Math.max(0, length - (window[1] - window[0]));
  // Room that the text has none for on one side goes to the other.
  const start = Math.max(0, Math.min(window[0] - room * BEFORE, text.length - length));
  const from = cutNear(text, Math.floor(start), 1);
  // A match that is longer than the snippet is shown from its start.
  const begin = Math.min(from, window[0]);
  return [begin, Math.max(cutNear(text, begin + length, -1), Math.min(window[1], wholeLetter(text, begin + length)))];
}
