import { describe, expect, it } from 'vitest';
import { normaliseQuery } from './normalise.ts';
import { createQuestions } from './questions.ts';

describe('a query as it is counted', () => {
  it.each([
    ['  Where is   my PARCEL?? ', 'where is my parcel'], ['ＲＥＦＵＮＤ', 'refund'], ['退货？', '退货'], ['size 42', 'size 42'], ['2 x 300', '2 x 300'], ['¿Cuándo?', 'cuándo'],
  ])('“%s” is “%s”', (query, normal) => expect(normaliseQuery(query)).toBe(normal));

  it.each(['?!', '', 'order NP-10241', 'ann@example.com', 'mail ann @ home: a@b', '+30 210 123 4567', '٠١٢٣٤٥', 'DE89 3704 0044', '4111-1111-1111-1111'])(
    '“%s” is not', (query) => expect(normaliseQuery(query)).toBe(null),
  );

  it('is cut, between letters', () => expect([...normaliseQuery('😀a'.repeat(200))!]).toHaveLength(100));
});

describe('counting', () => {
  const at = (seconds: number) => new Date(seconds * 1000);
  const ask = (questions: ReturnType<typeof createQuestions>, client: string, query: string, seconds: number) =>
    questions.ask(client, { locale: 'en', query, found: false }, at(seconds));
  const queries = (questions: ReturnType<typeof createQuestions>, seconds: number) => questions.take(at(seconds)).map(({ query, asked }) => [query, asked]);

  it('leaves out what is typed on, and what letters are taken back from', () => {
    const questions = createQuestions();
    ['r', 're', 'ref', 'refx', 'ref', 'refu', 'refund '].forEach((query, i) => ask(questions, 'a', query, i));
    expect(queries(questions, 7)).toEqual([]);
    expect(queries(questions, 12)).toEqual([['refund', 1]]);
    expect(queries(questions, 13)).toEqual([]);
  });

  it('counts what is gone on from, and what was left standing', () => {
    const questions = createQuestions();
    ask(questions, 'a', 'ref', 0);
    ask(questions, 'a', 'delivery', 1);
    ask(questions, 'b', 'ref', 1);
    ask(questions, 'a', 'delivery time', 10);
    expect(queries(questions, 20)).toEqual([['ref', 2], ['delivery', 1], ['delivery time', 1]]);
  });

  it('keeps to its memory', () => {
    const questions = createQuestions();
    for (let i = 0; i < 20_000; i++) ask(questions, `client ${i}`, `question ${'abcdefghij'[i % 10]}${'abcdefghij'[Math.floor(i / 10) % 10]}`, 0);
    expect(questions.take(at(0)).reduce((sum, { asked }) => sum + asked, 0)).toBe(15_000);
    expect(questions.take(at(60)).reduce((sum, { asked }) => sum + asked, 0)).toBe(5_000);
  });

  it('counts again what could not be written', () => {
    const questions = createQuestions();
    ask(questions, 'a', 'lost', 0);
    const taken = questions.take(at(10));
    ask(questions, 'b', 'lost', 11);
    questions.giveBack(taken);
    expect(queries(questions, 20)).toEqual([['lost', 2]]);
  });

  it('counts against the last query of the same client, for a while', () => {
    const questions = createQuestions();
    ask(questions, 'a', 'size', 0);
    questions.unhelpful('a', at(60));
    questions.unhelpful('a', at(61));
    questions.unhelpful('b', at(61));
    expect(questions.take(at(62))).toEqual([{ locale: 'en', query: 'size', asked: 1, nothing: 1, unhelpful: 1 }]);
    ask(questions, 'c', 'old', 100);
    questions.unhelpful('c', at(800));
    expect(questions.take(at(801))).toEqual([{ locale: 'en', query: 'old', asked: 1, nothing: 1, unhelpful: 0 }]);
  });
});
