import { expect, test } from 'vitest';
import { context, refusal, shop } from '../test/shop.ts';
import { LOCALES } from '../words.ts';
import { CATEGORIES, ENTRIES } from './entries.ts';

test('24 entries in six categories, and one category alone', async () => {
  const { faq } = shop();
  const { items } = await faq.entries({}, context());
  expect(items).toHaveLength(24);
  expect(new Set(items.map(({ category }) => category!.id))).toEqual(new Set(CATEGORIES));
  expect((await faq.entries({ category: 'miles' }, context())).items).toHaveLength(4);
});

const SCRIPTS = { en: /\p{Script=Latin}/u, el: /\p{Script=Greek}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u, es: /\p{Script=Latin}/u, de: /\p{Script=Latin}/u, fr: /\p{Script=Latin}/u, ar: /\p{Script=Arabic}/u };

test.each([...LOCALES])('every text of %s is in its own writing and differs from English', async (locale) => {
  const { faq } = shop();
  const english = (await faq.entries({}, context())).items;
  const { items } = await faq.entries({}, context({ locale }));
  for (const [i, { question, answer }] of items.entries()) {
    expect(question).toMatch(SCRIPTS[locale]);
    expect(answer).toMatch(SCRIPTS[locale]);
    if (locale !== 'en') expect([english[i]!.question, english[i]!.answer]).not.toContain(answer);
    // Another alphabet by accident, such as a Latin “o” in a Greek word, would not be found by a search.
    if (!['en', 'es', 'de', 'fr'].includes(locale)) expect(`${question} ${answer.replace(/<[^>]+>/g, ' ')}`).not.toMatch(/(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{L}+/u);
  }
});

test.each([
  ['zh-Hans-CN', '配送需要多久？'], ['de-AT', 'Wie lange dauert die Lieferung?'], ['pt-BR', 'How long does delivery take?'],
])('%s reads the nearest language', async (locale, question) => {
  expect((await shop().faq.entries({}, context({ locale }))).items[0]!.question).toBe(question);
});

test.each([
  ['en', 'password', 'password'], ['el', 'κωδικο μου', 'password'], ['ru', 'парол', 'password'], ['zh', '密码', 'password'], ['ar', 'كلمة', 'password'], ['fr', 'colis', 'track-parcel'],
])('search in %s finds “%s”', async (locale, query, id) => {
  const { items } = await shop().faq.search({ query }, context({ locale }));
  expect(items.map(({ entry }) => entry.id)).toContain(id);
  const { entry, highlights } = items[0]!;
  for (const [start, end] of highlights!) expect(entry.question.slice(start, end).length).toBeGreaterThan(0);
});

test('search answers nothing to nothing, and keeps to its limit', async () => {
  const { faq } = shop();
  expect((await faq.search({ query: ' ?! ' }, context())).items).toEqual([]);
  expect((await faq.search({ query: 'the', limit: 2 }, context())).items).toHaveLength(2);
});

test('a vote counts for an entry that there is', async () => {
  const { faq } = shop();
  expect(await faq.vote({ entryId: ENTRIES[0].id, helpful: false, comment: 'More, please.' }, context())).toEqual({ recorded: true });
  expect(await refusal(faq.vote({ entryId: 'nothing', helpful: true }, context()))).toBe('INVALID_REQUEST');
});

test('contact has hours, reply times and takes the query along', async () => {
  const { channels, timeZone } = (await shop().faq.contact({}, context()))!;
  expect(timeZone).toBe('Europe/Athens');
  expect(channels.map(({ kind }) => kind)).toEqual(['chat', 'email', 'phone', 'store']);
  expect(channels.filter(({ url }) => url.includes('{query}'))).toHaveLength(2);
});
