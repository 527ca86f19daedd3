import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFaqIndex, FaqIndexError, loadFaqIndex, type FaqIndex, type FaqIndexJson } from '../index.ts';
import { collections, entriesOf } from '../test/collection.ts';
import type { FaqEntry } from '../types.ts';

const written = async (index: FaqIndex): Promise<FaqIndexJson> => JSON.parse(JSON.stringify(await index.toJSON())) as FaqIndexJson;
const locales = Object.keys(collections);
const english = entriesOf(collections['en']!);
const problem = (json: unknown) => loadFaqIndex(json).then(() => undefined, (error: unknown) => error as FaqIndexError);

describe('a loaded index', () => {
  const wordsOf = (locale: string) => {
    const { entries, queries } = collections[locale]!;
    return [...Object.values(entries).flat(), ...queries.map(([, query]) => query)].flatMap((text) => text.split(/\s+/));
  };

  it.each(locales)('answers exactly as the one it was made of, in %s', async (locale) => {
    const words = fc.array(fc.oneof(fc.constantFrom(...wordsOf(locale)), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 });
    const text = words.map((list) => list.join(' '));
    const entry = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }), question: text, answer: text, format: fc.constantFrom('text' as const, 'html' as const),
      popularity: fc.option(fc.nat(500)), contexts: fc.option(fc.constant<string[]>(['cart'])), keywords: fc.option(fc.array(text, { maxLength: 2 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 3 }), fc.array(text, { maxLength: 8 }), async (list, later, queries) => {
        const synonyms = [['εξετασ', 'refund', 'walnut']];
        const built = await createFaqIndex(list, { locale, synonyms });
        built.remove(list.slice(0, 3).map(({ id }) => id));
        await built.add(later);
        const loaded = await loadFaqIndex(await written(built));
        const same = () => {
          expect(loaded.size).toBe(built.size);
          for (const query of [...queries, ...list.map(({ question }) => question.slice(0, 9))]) {
            expect(loaded.search(query, { context: 'cart' })).toEqual(built.search(query, { context: 'cart' }));
          }
        };
        same();
        for (const index of [built, loaded]) {
          index.remove(later.map(({ id }) => id));
          await index.add(list.slice(1, 4));
        }
        same();
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what is shown of an entry, and no answers', async () => {
    const entries: FaqEntry[] = [
      { id: 'a', question: 'Refunds?', answer: 'Nowhere shown.', format: 'text', category: { id: 'm', name: 'Money' }, url: 'https://shop.example/a', popularity: 4 },
    ];
    const json = await written(await createFaqIndex(entries, { locale: 'en' }));
    expect(JSON.stringify(json)).not.toContain('Nowhere shown');
    const { titles, search } = await loadFaqIndex(json);
    expect(titles).toEqual([{ id: 'a', question: 'Refunds?', category: { id: 'm', name: 'Money' }, url: 'https://shop.example/a', popularity: 4 }]);
    expect(search('shown')[0]?.id).toBe('a');
  });

  it('is the same data whatever was added and removed on the way', async () => {
    const changed = await createFaqIndex([...english.slice(4), ...english.slice(0, 4)], { locale: 'en' });
    changed.remove(english.map(({ id }) => id));
    await changed.add(english);
    const hits = async (index: FaqIndex) => (await loadFaqIndex(await written(index))).search('refund').map(({ id, score }) => [id, score.toFixed(9)]);
    expect(await hits(changed)).toEqual(await hits(await createFaqIndex(english, { locale: 'en' })));
  });

  it('keeps the order of entries that are as good, whatever was added and removed before and after', async () => {
    const equals = (ids: string) => [...ids].map((id): FaqEntry => ({ id, question: 'Where is my parcel?', answer: 'On its way.', format: 'text' }));
    const built = await createFaqIndex(equals('abcd'), { locale: 'en' });
    built.remove(['a', 'b']);
    const loaded = await loadFaqIndex(await written(built));
    for (const index of [built, loaded]) {
      await index.add(equals('ab'));
      index.remove(['c']);
      await index.add(equals('e'));
      expect(index.search('parcel').map(({ id }) => id).join('')).toBe('dabe');
      expect((await loadFaqIndex(await written(index))).titles.map(({ id }) => id).join('')).toBe('dabe');
    }
  });

  it('may be empty', async () => {
    expect((await loadFaqIndex(await written(await createFaqIndex([], { locale: 'en' })))).size).toBe(0);
  });

  it('reads text as well as data', async () => {
    const index = await loadFaqIndex(JSON.stringify(await written(await createFaqIndex(english, { locale: 'en' }))));
    expect(index.search('refund')[0]?.id).toBe('refund');
  });
});

describe('an index that can’t be loaded', () => {
  let json: FaqIndexJson;
  beforeAll(async () => {
    json = await written(await createFaqIndex(english, { locale: 'en' }));
  });

  it('is refused when it is of another version or made by other rules', async () => {
    expect(await problem({ ...json, version: 99 })).toMatchObject({ code: 'VERSION', message: expect.stringMatching(/version 99.*build it again/) });
    expect(await problem({ ...json, locale: 'de' })).toMatchObject({ code: 'VERSION', message: expect.stringContaining('“de”') });
  });

  it.each([undefined, null, 7, '', '{', '{}', [], {}, { version: 2 }])('is refused when it is none: %j', async (nothing) => {
    expect(await problem(nothing)).toMatchObject({ name: 'FaqIndexError', code: 'DAMAGED', message: expect.stringContaining('build it again') });
  });

  it('is refused when anything of it was changed or is missing', async () => {
    const text = JSON.stringify(json);
    expect(await problem(text.slice(0, -20))).toMatchObject({ code: 'DAMAGED' });
    const packed = ['terms', 'postings'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...packed), fc.nat(), fc.constantFrom('', 'A', 'q', '/', ' ', 'ж'), async (field, place, letter) => {
        const at = place % json[field].length;
        fc.pre(json[field][at] !== letter);
        const changed = { ...json, [field]: json[field].slice(0, at) + letter + json[field].slice(at + 1) };
        expect(await problem(changed)).toBeInstanceOf(FaqIndexError);
      }),
      { numRuns: 200 },
    );
    expect(await problem({ ...json, titles: json.titles.slice(1) })).toMatchObject({ code: 'DAMAGED' });
    expect(await problem({ ...json, titles: undefined })).toMatchObject({ code: 'DAMAGED' });
  });
});
