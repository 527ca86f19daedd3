/** Questions and answers: all of them, in the right language, as they were written; search, votes, contact. */
import type { FaqEntry } from '@aftercart/contract';
import { hold, refuses, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Trial } from '../trial.ts';
import { MANY_QUESTIONS, manyQuestions } from '../worlds/large.ts';

/** The backend’s id of an entry of the world. */
const idOf = ({ seeded }: Trial, id: string): string => seeded.faq?.[id] ?? id;

function entriesOf(trial: Trial, locale: string): FaqEntry[] {
  return trial.world.faq?.[locale] ?? trial.lacks(`no questions in ${locale}`);
}

/** What an entry says; the rest is optional. */
const said = ({ id, question, answer, format, category }: FaqEntry) => ({ id, question, answer, format, category: category?.name });
const byId = <T extends { id: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

const entriesIn = async (trial: Trial, locale: string) => (await trial.call('faq.entries', {}, trial.context(null, { locale }))).items;

async function comparesIn(trial: Trial, locale: string, language = locale): Promise<void> {
  const expected = entriesOf(trial, language).map((entry) => ({ ...said(entry), id: idOf(trial, entry.id) }));
  same(byId((await entriesIn(trial, locale)).map(said)), byId(expected), `in ${locale} the answers are those in ${language}`, 'Ask the backend for `context.locale`; try the language alone (`de` for `de-AT`) where it does not know the region.');
}

export const faqChecks = checksOf('faq', [
  { name: 'faq.entries are as they were written', needs: ['faq.entries'], run: (trial) => comparesIn(trial, 'en') },
  { name: 'faq.entries are in the language that was asked for', needs: ['faq.entries'], run: (trial) => comparesIn(trial, 'de') },
  { name: 'faq.entries are in the language of a region', needs: ['faq.entries'], run: (trial) => comparesIn(trial, 'de-AT', 'de') },
  {
    name: 'faq.entries are in some language where the shopper’s is missing',
    needs: ['faq.entries'],
    async run(trial) {
      entriesOf(trial, 'en');
      const items = await entriesIn(trial, 'tlh');
      hold(items.length > 0, 'any language is better than none', { expected: 'the entries of the shop’s own language', came: items, todo: 'Fall back to the default language.' });
    },
  },
  {
    name: 'faq.entries answers each call in its own language',
    needs: ['faq.entries'],
    async run(trial) {
      const languages = ['en', 'de', 'en', 'de'];
      for (const language of languages) entriesOf(trial, language);
      const lists = await Promise.all(languages.map((locale) => entriesIn(trial, locale)));
      lists.forEach((items, index) => {
        const expected = new Set(entriesOf(trial, languages[index]!).map(({ question }) => question));
        const strange = items.find(({ question }) => !expected.has(question));
        hold(!strange, 'calls at the same time don’t mix their languages', { expected: `questions in ${languages[index]}`, came: strange?.question, todo: 'Keep nothing between calls.' });
      });
    },
  },
  {
    name: 'faq.entries has only the category that was asked for',
    needs: ['faq.entries'],
    async run(trial) {
      const all = await entriesIn(trial, 'en');
      const category = all.find((entry) => entry.category)?.category?.id;
      if (!category) return trial.lacks('no categories');
      const { items } = await trial.call('faq.entries', { category }, trial.context(null));
      same(byId(items.map(said)), byId(all.filter((entry) => entry.category?.id === category).map(said)), 'a category is all of its entries and no other', 'Hand the category on, or filter here.');
      same(await trial.call('faq.entries', { category: 'no-such-category' }, trial.context(null)).then(({ items: none }) => none), [], 'a category that there is not has no entries', 'Answer an empty list.');
    },
  },
  {
    name: 'faq.entries has all of a long list',
    needs: ['faq.entries'],
    world: manyQuestions,
    async run(trial) {
      const expected = entriesOf(trial, 'en');
      if (expected.length < MANY_QUESTIONS) return trial.lacks(`fewer than ${MANY_QUESTIONS} questions`);
      const items = await entriesIn(trial, 'en');
      same(items.map(({ question }) => question).toSorted(), expected.map(({ question }) => question).toSorted(), 'every entry comes once', 'Where the backend has pages, read them all: the page searches in what it gets.');
    },
  },
  {
    name: 'faq.search finds what is there, best first',
    needs: ['faq.search'],
    async run(trial) {
      const [entry] = entriesOf(trial, 'en');
      const { items } = await trial.call('faq.search', { query: entry!.question }, trial.context(null));
      hold(items.some((hit) => hit.entry.question === entry!.question), 'a question finds itself', { expected: entry!.question, came: items.map((hit) => hit.entry.question), todo: 'Hand the query on as it was typed.' });
      same(items.map(({ score }) => score), items.map(({ score }) => score).toSorted((a, b) => b - a), 'best first, the score falls', 'Where the backend scores nothing, count down.');
      for (const { entry: { question }, highlights } of items) {
        const wrong = highlights?.find(([start, end]) => start >= end || end > question.length);
        hold(!wrong, 'highlights are ranges of the question', { expected: `start and end within 0–${question.length}`, came: wrong, todo: 'Count UTF-16 code units of `question`, the end exclusive.' });
      }
    },
  },
  {
    name: 'faq.search has no more hits than wanted, and none for nonsense',
    needs: ['faq.search'],
    async run(trial) {
      const [entry] = entriesOf(trial, 'en');
      const { items } = await trial.call('faq.search', { query: entry!.question, limit: 1 }, trial.context(null));
      hold(items.length <= 1, '`limit` is the most that is wanted', { expected: 'at most 1', came: items.length, todo: 'Hand `limit` on.' });
      same(await trial.call('faq.search', { query: 'qxzvkw jjqqzx' }, trial.context(null)), { items: [] }, 'nothing found is an empty list', 'Answer `{ items: [] }`, not null and not an error.');
    },
  },
  {
    name: 'faq.vote is counted under the entry',
    needs: ['faq.vote'],
    inspects: ['votes'],
    async run(trial) {
      const entryId = idOf(trial, entriesOf(trial, 'en')[0]!.id);
      const before = (await trial.inspect.votes(entryId)).length;
      same(await trial.call('faq.vote', { entryId, helpful: false }, trial.context('ann')), { recorded: true }, 'the vote counts', '`recorded` says whether it does.');
      const votes = await trial.inspect.votes(entryId);
      same(votes.length, before + 1, 'the backend has one vote more', 'The backend must have it before the adapter answers.');
      hold(votes.some(({ helpful }) => !helpful), 'it says what was voted', { expected: '`helpful: false`', came: votes, todo: 'Hand `helpful` on.' });
    },
  },
  {
    name: 'faq.vote is refused for an entry that there is not',
    needs: ['faq.vote'],
    async run(trial) {
      await refuses(trial.ask('faq.vote', { entryId: 'no-such-entry', helpful: true }, trial.context('ann')), ['INVALID_REQUEST', 'UNSUPPORTED'], 'an unknown entry is refused', 'Answer INVALID_REQUEST.');
    },
  },
  {
    name: 'faq.contact tells the channels, preferred first',
    needs: ['faq.contact'],
    async run(trial) {
      const { contact } = trial.world;
      if (!contact) return trial.lacks('no contact');
      const came = await trial.call('faq.contact', {}, trial.context(null));
      const facts = (info: typeof came) => ({ zone: info?.timeZone, channels: info?.channels.map(({ kind, url, replyMinutes, openingHours }) => ({ kind, url, replyMinutes, openingHours })) });
      same(facts(came), facts(contact), 'the channels are those of the backend, in its order', 'Opening hours are local times in `timeZone`.');
    },
  },
]);
