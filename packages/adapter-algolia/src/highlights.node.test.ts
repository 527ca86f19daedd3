import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOSE, OPEN, rangesOf } from './highlights.ts';

const marked = (text: string) => text.replaceAll('[', OPEN).replaceAll(']', CLOSE);

it.each([
  ['[Where] is my [parcel]?', 'Where is my parcel?', [[0, 5], [12, 18]]],
  ['👩🏽‍🚀 [flies]', '👩🏽‍🚀 flies', [[8, 13]]],
  ['[Πού] είναι', 'Πού είναι', [[0, 3]]],
  ['<em>[text]</em> &amp;', '<em>text</em> &amp;', [[4, 8]]],
  ['none', 'none', []],
  ['[]none', 'none', []],
  ['[not ended', 'not ended', []],
  ['not] begun', 'not begun', []],
  ['[all]', 'other', undefined],
])('%j', (text, plain, ranges) => expect(rangesOf(marked(text), plain)).toEqual(ranges));

it('a text with the marks in it gets no ranges, rather than wrong ones', () => {
  const plain = `a${OPEN}b${CLOSE}c`;
  expect(rangesOf(`${OPEN}a${CLOSE}${plain.slice(1)}`, plain)).toBeUndefined();
});

it('ranges are where the marks were put, whatever the text', () => {
  const pieces = fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean()), { minLength: 1 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const plain = parts.map(([text]) => text).join('');
      fc.pre(!/[\ue000\ue001]/.test(plain));
      let end = 0;
      const expected = parts.flatMap(([text, isMatch]) => {
        const start = end;
        end += text.length;
        return isMatch ? [[start, end]] : [];
      });
      expect(rangesOf(parts.map(([text, isMatch]) => (isMatch ? OPEN + text + CLOSE : text)).join(''), plain)).toEqual(expected);
    }),
  );
});
