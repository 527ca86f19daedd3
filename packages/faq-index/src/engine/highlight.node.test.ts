import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFaqIndex } from '../index.ts';
import { collections, entriesOf } from '../test/collection.ts';

/** The question with its highlights in brackets. */
async function marked(locale: string, question: string, query: string): Promise<string | undefined> {
  const index = await createFaqIndex(
    [{ id: 'a', question, answer: '', format: 'text' }, { id: 'b', question: 'x', answer: 'y', format: 'text' }],
    { locale },
  );
  const [hit] = index.search(query);
  if (!hit) return undefined;
  let result = '';
  let at = 0;
  for (const [start, end] of hit.highlights) {
    result += `${question.slice(at, start)}[${question.slice(start, end)}]`;
    at = end;
  }
  return result + question.slice(at);
}

describe('highlights', () => {
  it.each([
    ['a whole word', 'en', 'When do I get my refund?', 'refund', 'When do I get my [refund]?'],
    ['what was typed of a word', 'en', 'When do I get my refund?', 'refu', 'When do I get my [refu]nd?'],
    ['an inflection', 'en', 'How are returns shipped?', 'return', 'How are [returns] shipped?'],
    ['a word with an error', 'en', 'When do I get my refund?', 'reufnd', 'When do I get my [refund]?'],
    ['a synonym', 'en', 'When do I get my refund?', 'money back', 'When do I get my [refund]?'],
    ['a phrase that is a synonym', 'en', 'May I send it back?', 'return', 'May I [send it back]?'],
    ['no stop words', 'en', 'How do I pay?', 'how do i pay', 'How do I [pay]?'],
    ['stop words when there is nothing else', 'en', 'How do I?', 'how do', '[How] [do] I?'],
    ['accents that were left out', 'el', 'Πώς κάνω επιστροφή;', 'επιστροφη', 'Πώς κάνω [επιστροφή];'],
    ['the beginning of a word with accents', 'el', 'Η παράδοσή του', 'παρα', 'Η [παρά]δοσή του'],
    ['capitals', 'el', 'Η ΟΔΟΣ', 'οδος', 'Η [ΟΔΟΣ]'],
    ['Latin letters for Greek', 'el', 'Πώς παίρνω τιμολόγιο;', 'timologio', 'Πώς παίρνω [τιμολόγιο];'],
    ['combining accents', 'el', 'Η επιστροφη\u0301 τους', 'επιστ', 'Η [επιστ]ροφη\u0301 τους'],
    ['a letter that folds to two', 'de', 'Straßenverkauf', 'stras', '[Straß]enverkauf'],
    ['ё', 'ru', 'Где счёт?', 'счет', 'Где [счёт]?'],
    ['another keyboard layout', 'ru', 'Где мой возврат?', 'djpdhfn', 'Где мой [возврат]?'],
    ['pairs that overlap', 'zh', '怎样申请退货政策？', '退货政策', '怎样申请[退货政策]？'],
    ['one letter', 'zh', '如何退货', '退', '如何[退]货'],
    ['traditional letters', 'zh', '怎样开发票', '發票', '怎样开[发票]'],
    ['full width', 'en', 'Ｒｅｆｕｎｄ now', 'refund', '[Ｒｅｆｕｎｄ] now'],
    ['letters outside the first plane', 'en', '𝐑𝐞𝐟𝐮𝐧𝐝 😀 refund', 'refund', '[𝐑𝐞𝐟𝐮𝐧𝐝] 😀 [refund]'],
    ['the article in Arabic', 'ar', 'أين الفاتورة؟', 'فاتورة', 'أين [الفاتورة]؟'],
    ['nothing where only the answer matches', 'en', 'x', 'y', 'x'],
  ])('mark %s', async (_what, locale, question, query, expected) => {
    expect(await marked(locale, question, query)).toBe(expected);
  });

  it('are in order, apart and inside the question, whatever is typed', async () => {
    for (const [locale, collection] of Object.entries(collections)) {
      const index = await createFaqIndex(entriesOf(collection), { locale });
      const words = collection.queries.flatMap(([, query]) => query.split(' '));
      fc.assert(
        fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 }), (typed) => {
          for (const { id, highlights } of index.search(typed.join(' '))) {
            let last = -1;
            for (const [start, end] of highlights) {
              expect(start).toBeGreaterThan(last);
              expect(end).toBeGreaterThan(start);
              last = end;
            }
            expect(last).toBeLessThanOrEqual(collection.entries[id]![0].length);
          }
        }),
        { numRuns: 60 },
      );
    }
  });
});
