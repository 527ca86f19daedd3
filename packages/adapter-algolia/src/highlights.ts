/**
 * Matches as ranges. Algolia marks them with tags that it puts into the text as it is, so a tag of HTML could be the text’s own: the marks here are two private
 * characters of Unicode, which mean nothing to anybody, and a text that has them anyway gets no ranges.
 */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

/** @returns Start and end of each match in `plain`, in UTF-16 code units; undefined when `marked` is not that text with marks. */
export function rangesOf(marked: string, plain: string): [number, number][] | undefined {
  const ranges: [number, number][] = [];
  let text = '';
  let start: number | undefined;
  for (const piece of marked.split(/([\ue000\ue001])/)) {
    if (piece === OPEN) start = text.length;
    else if (piece !== CLOSE) text += piece;
    else if (start !== undefined) {
      if (start < text.length) ranges.push([start, text.length]);
      start = undefined;
    }
  }
  return text === plain ? ranges : undefined;
}
