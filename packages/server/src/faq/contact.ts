/** How to reach people: the merchant’s document, said in the shopper’s language. */
import type { ContactInfo } from '@aftercart/contract';
import { CONTACT_KINDS, count, list, url, WEEKDAYS } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readDocument, type DocumentKind } from '../documents/documents.ts';
import { localisedText, sayMaybe } from '../locale/text.ts';
import { isTimeZone } from '../returns/calendar.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');
const Hours = z.strictObject({ days: list(z.enum(WEEKDAYS), 7), opens: Time, closes: Time });

const Contact = z
  .strictObject({
    channels: list(
      z.strictObject({
        kind: z.enum(CONTACT_KINDS),
        label: localisedText(300).nullish().describe('What to show, such as the number.'),
        url: url().describe('`mailto:`, `tel:` or a page. `{query}` in it is replaced by what the shopper searched for.'),
        openingHours: list(Hours, 14).nullish().describe('In `timeZone`; none means always.'),
        replyMinutes: count().nullish().describe('Expected minutes until an answer.'),
      }),
      10,
    ).describe('Preferred first.'),
    timeZone: z.string().max(60).refine(isTimeZone, 'is no IANA time zone, such as Europe/Athens').nullish(),
  })
  .meta({ id: 'FaqContact', description: 'How to reach people, with labels by language.' });

export const FAQ_CONTACT: DocumentKind<z.infer<typeof Contact>> = { name: 'faq-contact', schema: Contact };

/** Null when the merchant has set none up. */
export async function contact(_: object, context: Context): Promise<ContactInfo | null> {
  const document = await readDocument(context, FAQ_CONTACT);
  if (!document) return null;
  const { channels, timeZone } = document.body;
  return { channels: channels.map((channel) => ({ ...channel, label: sayMaybe(channel.label, context.locale) })), timeZone };
}
