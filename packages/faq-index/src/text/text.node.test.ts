import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from './distance.ts';
import { fold } from './fold.ts';
import { plainText } from './plain.ts';
import { tokenize, writtenLength } from './tokenize.ts';

const terms = (text: string) => tokenize(text).map(({ term }) => term);
/** Any string at all, broken surrogate pairs included. */
const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('fold', () => {
  it.each([
    ['Επιστροφή', 'επιστροφη'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['προϊόντος', 'προιοντοσ'],
    ['Größe', 'grosse'],
    ['GRÖẞE', 'grosse'],
    ['Łódź', 'lodz'],
    ['Smørbrød', 'smorbrod'],
    ['Œuvre', 'oeuvre'],
    ['İstanbul', 'istanbul'],
    ['Ёлка', 'елка'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ﬁne', 'fine'],
    ['فَاتُورَةٌ', 'فاتوره'],
    ['إلغاء', 'الغاء'],
    ['مـــتجر', 'متجر'],
  ])('reads %s as %s', (written, folded) => expect(fold(written)).toBe(folded));

  it.each(['й', 'が', 'ї', 'パ', 'เก้า'.normalize('NFC')])('keeps %s whole', (letter) => {
    expect(fold(letter)).toBe(letter);
    expect(fold(letter.normalize('NFD'))).toBe(letter);
  });

  it('gives the same for what it gave', () => {
    fc.assert(fc.property(anything, (text) => fold(fold(text)) === fold(text)));
  });
});

describe('tokenize', () => {
  it('splits at everything that is no letter or digit', () => {
    expect(terms('Wi-Fi, 3,90 € — l’envoi “offert”?')).toEqual(['wi', 'fi', '3', '90', 'l', 'envoi', 'offert']);
  });

  it('reads scripts without spaces in pairs', () => {
    expect(terms('退货政策')).toEqual(['退货', '货政', '政策']);
    expect(terms('退')).toEqual(['退']);
    expect(terms('用PayPal付款')).toEqual(['用', 'paypal', '付款']);
    expect(terms('ｶﾞｲﾄﾞ')).toEqual(['ガイ', 'イド']);
    expect(terms('환불은')).toEqual(['환불', '불은']);
    expect(terms('คืนเงิน')).toContain('คืน'.slice(0, 3));
  });

  it('looks through soft hyphens and combining accents', () => {
    expect(terms('Rück\u00adgabe')).toEqual(['ruckgabe']);
    expect(terms('επιστροφη\u0301')).toEqual(['επιστροφη']);
  });

  it('says where each word stands', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { term, start, end } of tokenize(text)) {
          expect(start).toBeLessThan(end);
          expect(fold(text.slice(start, end)).slice(0, 40)).toBe(term);
        }
      }),
    );
  });

  it('takes linear time', () => {
    const time = (text: string) => {
      const start = performance.now();
      tokenize(text);
      return performance.now() - start;
    };
    for (const text of ['a', '退', 'a\u0301', '\u0301', 'か\u3099', 'a ', '<', '\u00ad']) expect(time(text.repeat(100_000))).toBeLessThan(2000);
  });
});

describe('writtenLength', () => {
  it('measures what was typed in the word as it is written', () => {
    expect(writtenLength('Επιστροφή', 3)).toBe(3);
    expect(writtenLength('Straße', 6)).toBe(5);
    expect(writtenLength('Straße', 7)).toBe(6);
    expect(writtenLength('e\u0301tat', 1)).toBe(2);
    expect(writtenLength('ＡＢＣ', 2)).toBe(2);
    expect(writtenLength('ab', 9)).toBe(2);
  });
});

describe('distance', () => {
  it.each([
    ['cancel', 'cancel', 0],
    ['cancle', 'cancel', 1],
    ['cancl', 'cancel', 1],
    ['canncel', 'cancel', 1],
    ['xancel', 'cancel', 1],
    ['cnacle', 'cancel', 2],
  ])('%s is %s with %i errors', (typed, word, errors) => expect(distance(typed, word, 2)).toBe(errors));

  it('lets an unfinished word go on', () => {
    expect(distance('delvery', 'deliveries', 2, true)).toBe(2);
    expect(distance('deli', 'deliveries', 1, true)).toBe(0);
  });

  it('agrees with the textbook', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (typed, other, most) => {
        const rows = table(typed, other);
        const errors = rows.at(-1)!.at(-1)!;
        const found = distance(typed, other, most);
        if (errors <= most) expect(found).toBe(errors);
        else expect(found).toBeGreaterThan(most);
        const begun = Math.min(...rows.at(-1)!);
        if (begun <= most) expect(distance(typed, other, most, true)).toBe(begun);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('plainText', () => {
  it('leaves the words', () => {
    expect(terms(plainText('<p class="a">Retour&nbsp;d&eacute;j&agrave;<br>pay&eacute; &amp; l&rsquo;envoi</p>'))).toEqual(
      ['retour', 'deja', 'paye', 'l', 'envoi'],
    );
  });

  it('leaves a word whole that is bold in the middle, and parts words at everything else', () => {
    expect(terms(plainText('Rück<b>sende</b><I class="x">kosten</I> H<sub>2</sub>O<br/>dort<p>hier</p><body>da<blockquote>so</blockquote>'))).toEqual(
      ['rucksendekosten', 'h2o', 'dort', 'hier', 'da', 'so'],
    );
  });

  it('takes linear time', () => {
    const start = performance.now();
    for (const text of ['<', '<a', '<b ', '&', '&a', '&#1']) plainText(text.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

/** Optimal string alignment as it is taught. */
function table(a: string, b: string): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j++) {
      if (!i || !j) row[j] = i + j;
      else row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
  }
  return rows;
}
