/** Questions and answers, and the people behind them. */
import { z } from 'zod';
import { count, id, instant, line, list, openEnum, text, url } from './common.ts';

export const CONTACT_KINDS = ['email', 'phone', 'chat', 'whatsapp', 'form', 'store', 'other'] as const;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const FaqEntry = z
  .object({
    id: id().describe('Entry id; part of its deep link.'),
    question: line().describe('The question.'),
    answer: z.string().max(20_000).describe('The answer, in `format`.'),
    format: openEnum(['text', 'html'], 'text').describe('`html` is sanitised before it is shown.'),
    category: z
      .object({ id: id().describe('Category id.'), name: line().describe('Category name.') })
      .nullish()
      .describe('Where it belongs.'),
    keywords: list(line(), 50).nullish().describe('Other words for the same thing.'),
    popularity: count().nullish().describe('Any number that grows with how often it helps.'),
    contexts: list(line(), 20).nullish().describe('Kinds of page where it is worth suggesting, such as `cart`.'),
    url: url().nullish().describe('Page with the same answer.'),
    updatedAt: instant().nullish().describe('Last change.'),
  })
  .meta({ id: 'FaqEntry', description: 'A question and its answer in one language.' });

export const FaqEntries = z
  .object({
    items: list(FaqEntry, 10_000).describe('All entries in the language of the request.'),
    synonyms: list(list(line(), 50), 500).nullish().describe('Groups of words that mean the same in this shop.'),
  })
  .meta({ id: 'FaqEntries', description: 'All entries of one language.' });

const Ranges = list(z.tuple([count(), count()]), 200);

export const FaqHits = z
  .object({
    items: list(
      z.object({
        entry: FaqEntry.describe('The entry.'),
        score: z.number().describe('Higher is better; only comparable within one answer.'),
        highlights: Ranges.nullish().describe('Matched ranges of `question`: start and end in UTF-16 code units.'),
      }),
      100,
    ).describe('Best first.'),
  })
  .meta({ id: 'FaqHits', description: 'What a search found.' });

export const ContactInfo = z
  .object({
    channels: list(
      z.object({
        kind: openEnum(CONTACT_KINDS, 'other').describe('What kind of channel.'),
        label: line().nullish().describe('What to show, such as the number.'),
        url: url().describe('`mailto:`, `tel:` or a page. `{query}` in it is replaced by what the shopper searched for.'),
        openingHours: list(
          z.object({
            days: list(z.enum(WEEKDAYS), 7).describe('schema.org DayOfWeek.'),
            opens: z.string().max(5).regex(/^([01]\d|2[0-3]):[0-5]\d$/).describe('Local time in `timeZone`.'),
            closes: z.string().max(5).regex(/^([01]\d|2[0-3]):[0-5]\d$/).describe('Local time in `timeZone`.'),
          }),
          14,
        ).nullish().describe('schema.org OpeningHoursSpecification; none means always.'),
        replyMinutes: count().nullish().describe('Expected minutes until an answer.'),
      }),
      10,
    ).describe('Ways to reach people, preferred first.'),
    timeZone: z.string().max(60).nullish().describe('IANA zone of the opening hours.'),
  })
  .meta({ id: 'ContactInfo', description: 'How to reach people.' });

export const VoteReceipt = z
  .object({ recorded: z.boolean().describe('Whether the vote counts.') })
  .meta({ id: 'VoteReceipt', description: 'Answer to a vote.' });

export const EntriesInput = z
  .object({ category: id().nullish().describe('Only this category.') })
  .meta({ id: 'EntriesInput', description: 'Which entries. The language is `ctx.locale`.' });

export const SearchInput = z
  .object({
    query: z.string().max(500).describe('What was typed.'),
    limit: z.int().min(1).max(100).nullish().describe('Most hits wanted.'),
    context: line().nullish().describe('Kind of page, such as `cart`.'),
  })
  .meta({ id: 'SearchInput', description: 'A search.' });

export const VoteInput = z
  .object({
    entryId: id().describe('Entry voted on.'),
    helpful: z.boolean().describe('Whether it helped.'),
    comment: text().nullish().describe('What was missing.'),
  })
  .meta({ id: 'VoteInput', description: 'Whether an answer helped.' });
