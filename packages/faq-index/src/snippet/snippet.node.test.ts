import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFaqIndex, snippetOf, type SnippetOptions } from '../index.ts';
import { textOf } from './text-of.ts';

const LABEL =
  'Unused goods may come back within a month. Print the label in your account and drop the parcel at any post office. We pay the amount to the card you used.';

/** The snippet with its matches in brackets. */
async function marked(locale: string, answer: string, query: string, options?: SnippetOptions, format: 'text' | 'html' = 'text'): Promise<string> {
  const entry = { id: 'a', question: 'x', answer, format };
  const index = await createFaqIndex([entry], { locale });
  const { text, highlights } = snippetOf(entry, index.match(query), options);
  return highlights.reduceRight((all, [start, end]) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, text);
}

describe('snippets', () => {
  it.each([
    ['an inflection', 'en', 'print labels', LABEL, '…a month. [Print] the [label] in your account and drop the…'],
    ['a synonym', 'en', 'package', LABEL, '…and drop the [parcel] at any post office. We pay the amount…'],
    ['the beginning when only the question matches', 'en', 'zzzz', LABEL, 'Unused goods may come back within a month. Print the label…'],
    ['what was left out as accents', 'el', 'ετικετα', 'Τυπώστε την ετικέτα.', 'Τυπώστε την [ετικέτα].'],
    ['Latin letters for Greek', 'el', 'etiketa', 'Τυπώστε την ετικέτα.', 'Τυπώστε την [ετικέτα].'],
    ['an unfinished word', 'ru', 'этике', 'Напечатайте этикетку.', 'Напечатайте [этике]тку.'],
  ])('show %s', async (_what, locale, query, answer, expected) => {
    expect(await marked(locale, answer, query, { length: 60 })).toBe(expected);
  });

  it('cut Chinese between any two letters, and mark pairs and traditional letters', async () => {
    const answer = '未使用的商品一个月内可以退货。在账户里打印标签，交给任何快递点。我们收到商品后最多十个工作日，金额退到原来的卡上。';
    const text = await marked('zh', answer, '打印標籤', { length: 20 });
    expect(text).toContain('[打印标签]');
    expect(text.replace(/[[\]…]/g, '').length).toBeLessThanOrEqual(20);
    expect(answer).toContain(text.replace(/[[\]…]/g, ''));
  });

  it('are the text of an HTML answer', async () => {
    const html = '<p>Caf&eacute; &amp; Bar</p><script>alert("refund")</script><ul><li>R&uuml;cksendung</li><li><b>kosten</b>los</li></ul>';
    expect(await marked('de', html, 'zurückschicken', undefined, 'html')).toBe('Café & Bar [Rücksendung] kostenlos');
  });

  it('show the place with the most different matches', async () => {
    const answer = `refund refund refund ${'word '.repeat(50)} the refund goes to your card ${'word '.repeat(50)}`;
    expect(await marked('en', answer, 'refund card', { length: 60 })).toContain('the [refund] goes to your [card]');
  });

  it('are a piece of the answer of about the length, with ranges inside of it, whatever is in it', async () => {
    const index = await createFaqIndex([{ id: 'a', question: 'refund 退款 возврат', answer: '', format: 'text' }], { locale: 'en' });
    const words = fc.constantFrom('refund', 'refunds', '退款', '👩‍👩‍👧', 'é', 'e\u0301', '\ud800', ' ', '.', 'возврат', 'x'.repeat(90));
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 80 }), fc.integer({ min: -5, max: 300 }), (pieces, length) => {
        const answer = pieces.join(' ');
        const { text, highlights } = snippetOf(answer, index.match('refund 退款 возврат'), { length });
        const inner = text.replace(/^…|…$/g, '');
        expect(answer.replace(/\s+/g, ' ')).toContain(inner);
        expect(text.length).toBeLessThanOrEqual(Math.max(20, length) + 45);
        let last = 0;
        for (const [start, end] of highlights) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        // Nothing is cut through the middle of a pair.
        if (!answer.includes('\ud800')) expect(text).not.toMatch(/\p{Cs}/u);
      }),
      // The match begins near the end, and the letter at the start is longer than what is left out of it.
      { numRuns: 500, examples: [[['👩‍👩‍👧', '! !𐐀𐐀𐐀 𐐀', '退款'], 0]] },
    );
  });
});

describe('textOf', () => {
  it.each([
    ['a&lt;b&gt; &#8364;&#x20AC;&euro; &nbsp;&unknown; &Omega;&ouml;&Ccedil;', 'a<b> €€€  &unknown; ΩöÇ'],
    ['one<br>two<p>three</p>four', 'one two three four'],
    ['in<b>si</b>de', 'inside'],
    ['<style>p { }</style>seen<!-- not -->', ' seen'],
    ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
    ['cut off <a href="', 'cut off '],
  ])('reads %s', (html, text) => expect(textOf(html)).toBe(text));

  it('takes linear time', () => {
    for (const piece of ['<', '<p ', '&', '&a', '<!--', '<script>', '</script']) expect(typeof textOf(piece.repeat(20_000))).toBe('string');
  });
});
