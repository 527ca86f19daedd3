import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromText, toText } from './text.ts';

const text = fc.string({ unit: fc.constantFrom('a', '\n', ' ', '<b>', '😀'), maxLength: 12 });
const title = fc.option(text.map((words) => words.replaceAll('\n', '').slice(0, 300)));

it('what was put together comes apart again', () => {
  fc.assert(
    fc.property(title, fc.option(text), (headline, body) => {
      expect(fromText(toText({ title: headline, body }))).toEqual({ title: headline || null, body: body || (headline ? null : (body ?? '')) });
    }),
    { numRuns: 2_000 },
  );
});

it('a headline is one line', () => {
  expect(fromText(toText({ title: 'Dry\n\nfeet', body: 'B' }))).toEqual({ title: 'Dry feet', body: 'B' });
});

it('a long first paragraph is no headline', () => {
  const long = `${'a'.repeat(301)}\n\nb`;
  expect(fromText(toText({ title: null, body: long }))).toEqual({ title: null, body: long });
  expect(fromText(null)).toEqual({ title: null, body: null });
});
