/** What shoppers look for in vain, and what they think of the answers. */
import { id, instant, list, text } from '@aftercart/contract/schemas';
import { z } from 'zod';
import { merchantOperation, type MerchantOperation } from '../../merchant/operation.ts';
import { canonical, LocaleTag } from './parameters.ts';

const MOST = 500;
const limit = z.coerce.number().int().min(1).max(MOST).optional();
const count = (what: string) => z.int().min(0).describe(what);

const Unanswered = z
  .object({
    locale: z.string(),
    query: z.string().describe('In one writing. Queries with e-mail addresses or long numbers are never counted.'),
    asked: count('How often it was searched for.'),
    nothing: count('How often nothing was found.'),
    unhelpful: count('How often what was found did not help.'),
    lastAskedAt: instant(),
  })
  .meta({ id: 'UnansweredQuestion', description: 'A question that the answers leave open.' });

const Votes = z
  .object({
    entryId: id(),
    helpful: count('Votes that it helped.'),
    unhelpful: count('Votes that it did not.'),
    comments: count('Votes with a comment.'),
    lastVotedAt: instant(),
  })
  .meta({ id: 'FaqVotes', description: 'What shoppers think of one answer.' });

export const faqReportsMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /faq/questions', {
    summary: 'Lists searches that found nothing or did not help, the most frequent first.',
    parameters: z.object({ locale: LocaleTag.optional(), limit }),
    answer: z.object({ items: list(Unanswered, MOST) }),
    async handle({ parameters: { locale, limit = 100 } }, { db }) {
      let rows = db
        .selectFrom('faq_questions')
        .selectAll()
        .where((eb) => eb(eb('nothing', '+', eb.ref('unhelpful')), '>', 0))
        .orderBy((eb) => eb('nothing', '+', eb.ref('unhelpful')), 'desc')
        .orderBy('asked', 'desc')
        .orderBy('query')
        .limit(limit);
      if (locale) rows = rows.where('locale', '=', canonical(locale));
      return { items: (await rows.execute()).map(({ last_asked_at, ...row }) => ({ ...row, lastAskedAt: last_asked_at })) };
    },
  }),

  merchantOperation('GET /faq/votes', {
    summary: 'Sums up the votes on each entry, those that helped least first.',
    parameters: z.object({ locale: LocaleTag.optional(), limit }),
    answer: z.object({ items: list(Votes, MOST) }),
    async handle({ parameters: { locale, limit = 100 } }, { db }) {
      let rows = db
        .selectFrom('faq_votes')
        .select(['entry_id as entryId'])
        .select(({ fn, eb }) => [
          fn.sum<number>('helpful').as('helpful'),
          fn.sum<number>(eb(eb.val(1), '-', eb.ref('helpful'))).as('unhelpful'),
          fn.count<number>('comment').as('comments'),
          fn.max('created_at').as('lastVotedAt'),
        ])
        .groupBy('entry_id')
        .orderBy('unhelpful', 'desc')
        .orderBy('entry_id')
        .limit(limit);
      if (locale) rows = rows.where('locale', '=', canonical(locale));
      return { items: await rows.execute() };
    },
  }),

  merchantOperation('GET /faq/votes/{id}', {
    summary: 'Lists what voters wrote on one entry, newest first.',
    parameters: z.object({ id: id(), limit }),
    answer: z.object({ items: list(z.object({ helpful: z.boolean(), comment: text(), locale: z.string(), votedAt: instant() }), MOST) }),
    async handle({ parameters: { id, limit = 100 } }, { db }) {
      const rows = await db
        .selectFrom('faq_votes')
        .selectAll()
        .where('entry_id', '=', id)
        .where('comment', 'is not', null)
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute();
      return { items: rows.map(({ helpful, comment, locale, created_at }) => ({ helpful: helpful === 1, comment: comment ?? '', locale, votedAt: created_at })) };
    },
  }),
];
