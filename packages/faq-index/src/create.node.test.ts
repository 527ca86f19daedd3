import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFaqIndex } from './index.ts';
import { collections, entriesOf } from './test/collection.ts';
import type { FaqEntry } from './types.ts';

const entries = entriesOf(collections['en']!);
const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((units) => String.fromCharCode(...units));

/** Many entries with many different words. */
const many = (count: number): FaqEntry[] => {
  const list: FaqEntry[] = [];
  for (let i = 0; i < count; i++) {
    const { question, answer } = entries[i % entries.length]!;
    list.push({ id: `${i}`, question: `${question} ${i.toString(36)}${(i * 7919).toString(36)}`, answer, format: 'text' });
  }
  return list;
};

describe('createFaqIndex', () => {
  it('searches any language, with its rules or without', async () => {
    for (const locale of ['en-GB', 'pt-BR', 'xx', '']) {
      const index = await createFaqIndex(entries, { locale });
      expect(index.locale).toBe(locale);
      expect(index.size).toBe(entries.length);
      expect(index.search('refund')[0]?.id).toBe('refund');
    }
  });

  it('gives as many hits as are wanted, best first', async () => {
    const index = await createFaqIndex(many(200), { locale: 'en' });
    expect(index.search('points')).toHaveLength(10);
    const hits = index.search('points reward', { limit: 15 });
    expect(hits).toHaveLength(15);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    expect(index.search('points', { limit: 0 })).toEqual([]);
  });

  it('is empty without entries', async () => {
    const index = await createFaqIndex([], { locale: 'en' });
    expect(index.size).toBe(0);
    expect(index.search('refund')).toEqual([]);
  });

  it('skips bad entries and says so', async () => {
    const problems: string[] = [];
    const bad = [null, undefined, 7, {}, { id: 1, question: 'q', answer: 'a' }, { id: 'x', question: null, answer: 'a' }] as unknown as FaqEntry[];
    const index = await createFaqIndex([...bad, ...entries], { locale: 'en', onReport: (problem) => problems.push(problem) });
    expect(problems).toHaveLength(bad.length);
    expect(index.size).toBe(entries.length);
  });

  it('keeps the last of entries with the same id', async () => {
    const index = await createFaqIndex([...entries, { ...entries[0]!, question: 'Walnut' }], { locale: 'en' });
    expect(index.size).toBe(entries.length);
    expect(index.search('walnut').map(({ id }) => id)).toEqual([entries[0]!.id]);
  });

  it('is the same after adding and removing as when made new', async () => {
    const fresh = await createFaqIndex(entries, { locale: 'en' });
    const changed = await createFaqIndex(entries.slice(0, 5), { locale: 'en' });
    await changed.add(many(20));
    await changed.add(entries.slice(5));
    changed.remove(many(20).map(({ id }) => id));
    changed.remove(['never-there']);
    await changed.add(entries.slice(2, 4));
    expect(changed.size).toBe(fresh.size);
    for (const [, query] of collections['en']!.queries) {
      const tidy = (index: typeof fresh) =>
        index.search(query).map(({ id, score, highlights }) => ({ id, score: score.toFixed(9), highlights })).sort((a, b) => a.id.localeCompare(b.id));
      expect(tidy(changed)).toEqual(tidy(fresh));
    }
  });

  it('forgets what was removed', async () => {
    const index = await createFaqIndex(entries, { locale: 'en' });
    expect(index.search('invoice')[0]?.id).toBe('invoice');
    index.remove(['invoice']);
    expect(index.search('invoice').map(({ id }) => id)).not.toContain('invoice');
    index.remove(entries.map(({ id }) => id));
    expect(index.size).toBe(0);
    expect(index.search('refund')).toEqual([]);
  });

  it('lets others have their turn while it builds', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await createFaqIndex(many(4000), { locale: 'en' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('lets others have their turn between any two groups of synonyms and any two entries', async () => {
    // Every piece of work takes longer than a slice.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    let turns = 0;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((done) => (turns++, queueMicrotask(done as () => void), 0 as never));
    const synonyms = [['one', 'uno'], ['two', 'due'], ['three', 'tre']];
    const index = await createFaqIndex([], { locale: 'xx', synonyms });
    const opening = turns;
    await index.add(entries);
    const adding = turns - opening;
    vi.restoreAllMocks();
    expect(opening).toBe(synonyms.length);
    expect(adding).toBe(entries.length);
  });

  it('takes any entry without throwing', async () => {
    const index = await createFaqIndex([], { locale: 'el' });
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (id, question, answer) => {
        await index.add([{ id, question, answer, format: 'html', keywords: [answer], popularity: question.length }]);
        index.search(question);
      }),
      { numRuns: 300 },
    );
  });

  it('answers long and hostile queries in no time', async () => {
    const index = await createFaqIndex(many(2000), { locale: 'el' });
    for (const text of ['a', 'ab ', 'how ', '退', 'е ', '=', '=1 ', '1', '<', 'α\u0301', 'αι', 'the the ', 'constructor ', '__proto__ ']) {
      const start = performance.now();
      index.search(text.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
