/** `GET /faq` in the language that is asked for, `POST /faq/{id}/votes`, `GET /contact`. */
import { fieldsOf, ok, Refusal } from '../exchange.ts';
import type { Routes } from './routes.ts';

/** The nearest of the languages that there are: `de-AT`, then `de`, then the first. */
function nearest(wanted: string, known: readonly string[]): string | undefined {
  for (const range of wanted.split(',')) {
    const parts = (range.split(';')[0] ?? '').trim().toLowerCase().split('-');
    for (let length = parts.length; length > 0; length--) {
      const found = known.find((each) => each.toLowerCase() === parts.slice(0, length).join('-'));
      if (found) return found;
    }
  }
  return known[0];
}

export const faq: Routes = {
  'GET /faq': ({ headers, query }, { world }) => {
    const language = nearest(String(headers['accept-language'] ?? ''), Object.keys(world.faq ?? {}));
    const entries = (language && world.faq?.[language]) || [];
    const topic = query.get('topic');
    return ok({
      language: language ?? null,
      questions: entries
        .filter(({ category }) => topic === null || category?.id === topic)
        .map(({ id, question, answer, format, category, keywords }) => ({
          id, title: question, body: answer, html: format === 'html', topic: category ?? null, words: keywords ?? [],
        })),
    });
  },

  'POST /faq/{id}/votes': ({ body }, { world, votes }, { id = '' }) => {
    const { helpful } = fieldsOf(body);
    if (typeof helpful !== 'boolean') throw new Refusal(422, 'invalid', '“helpful” has to be true or false.');
    if (!Object.values(world.faq ?? {}).flat().some((entry) => entry.id === id)) throw new Refusal(422, 'unknown_question', 'There is no such question.');
    votes.push({ entryId: id, helpful });
    return ok({ counted: true }, 201);
  },

  'GET /contact': (_, { world: { contact } }) => {
    if (!contact) throw new Refusal(404, 'not_found', 'Nobody to talk to.');
    return ok({
      zone: contact.timeZone ?? null,
      channels: contact.channels.map(({ kind, label, url, openingHours, replyMinutes }) => ({
        type: kind, text: label ?? null, href: url, reply_minutes: replyMinutes ?? null,
        hours: openingHours?.map(({ days, opens, closes }) => ({ days, from: opens, to: closes })) ?? null,
      })),
    });
  },
};
