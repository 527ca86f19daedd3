/** Adapters that are wrong about questions and answers. */
import type { FaqEntries, FaqEntry } from '@aftercart/contract';
import { answer, built, method, type BrokenAdapter } from './breaking.ts';

const eachEntry = (change: (entry: FaqEntry) => FaqEntry) => ({ items }: FaqEntries) => ({ items: items.map(change) });
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const questions: readonly BrokenAdapter[] = [
  answer('takes every answer for HTML', 'faq.entries', 'faq.entries are as they were written', eachEntry((entry) => ({ ...entry, format: 'html' }))),
  method('speaks English', 'faq.entries', 'faq.entries are in the language that was asked for', (good) => (input, context) => good(input, { ...context, locale: 'en' })),
  method('knows no regions', 'faq.entries', 'faq.entries are in the language of a region', (good) => (input, context) => good(input, { ...context, locale: context.locale.includes('-') ? 'en' : context.locale })),
  method('has nothing in languages that it does not know', 'faq.entries', 'faq.entries are in some language where the shopper’s is missing', (good) => (input, context) =>
    (['en', 'de', 'el'].includes(context.locale) ? good(input, context) : { items: [] })),
  built('keeps the language of the latest call', 'faq.entries answers each call in its own language', ({ faq }) => {
    const good = faq['entries']!;
    let locale = '';
    faq['entries'] = async (input, context) => {
      ({ locale } = context);
      await context.token();
      return good(input, { ...context, locale });
    };
  }),
  method('knows no categories', 'faq.entries', 'faq.entries has only the category that was asked for', (good) => (_, context) => good({}, context)),
  answer('reads the first page', 'faq.entries', 'faq.entries has all of a long list', ({ items }: FaqEntries) => ({ items: items.slice(0, 100) })),
  answer('tells the worst first', 'faq.search', 'faq.search finds what is there, best first', ({ items }) => ({ items: items.toReversed().map((hit: object, index: number) => ({ ...hit, score: index })) })),
  answer('marks a word past the end of its question', 'faq.search', 'faq.search finds what is there, best first', ({ items }) => ({ items: items.map((hit: { entry: FaqEntry }) => ({ ...hit, highlights: [[0, hit.entry.question.length + 1]] })) })),
  method('tells all that it finds', 'faq.search', 'faq.search has no more hits than wanted, and none for nonsense', (_, { faq }) => async (_input, context) => {
    const { items } = await faq['entries']!({}, context);
    return { items: items.map((entry: FaqEntry) => ({ entry, score: 0 })) };
  }),
  method('counts every vote as helpful', 'faq.vote', 'faq.vote is counted under the entry', (good) => (input, context) => good({ ...input, helpful: true }, context)),
  method('thanks for any vote', 'faq.vote', 'faq.vote is refused for an entry that there is not', (good) => (input, context) => good(input, context).catch(() => ({ recorded: true }))),
  answer('sorts the channels', 'faq.contact', 'faq.contact tells the channels, preferred first', (contact) => contact && { ...contact, channels: contact.channels.toReversed() }),

  answer('escapes what is text', 'faq.entries', 'faq.entries hands hostile texts on as they are', eachEntry((entry) => ({ ...entry, question: escaped(entry.question) }))),
  answer('normalises what is text', 'points.program', 'points.program hands hostile texts on as they are', (program) => ({ ...program, rewards: program.rewards.map((reward: { title: string }) => ({ ...reward, title: reward.title.normalize('NFKC') })) })),
  answer('takes tags out of what is text', 'returns.policy', 'returns.policy hands hostile texts on as they are', (policy) =>
    policy && { ...policy, conditions: policy.conditions?.replace(/<[^>]*>/g, ''), exclusions: policy.exclusions.map((exclusion: { label: string }) => ({ ...exclusion, label: exclusion.label.replace(/<[^>]*>/g, '') })) }),
  answer('cuts long texts', 'tracking.shipments', 'tracking.shipments hands hostile texts on as they are', (found) =>
    found && { items: found.items.map((shipment: { events: { description: string }[] }) => ({ ...shipment, events: shipment.events.map((event) => ({ ...event, description: event.description.slice(0, 80) })) })) }),
  answer('takes odd signs out of names', 'reviews.requests', 'reviews.requests hands hostile texts on as they are', ({ items }) => ({
    items: items.map((item: { product: { name: string } }) => ({ ...item, product: { ...item.product, name: item.product.name.replace(/\p{Cf}/gu, '') } })),
  })),
  method('tidies what was typed', 'reviews.submit', 'reviews.submit keeps hostile texts as they were typed', (good) => (input, context) => good({ ...input, body: input.body?.replace(/\s+/g, ' ') }, context)),
  method('believes that addresses are simple', 'referrals.claim', 'referrals.claim takes an address with unusual signs as it is', (good) => (input, context) =>
    (/^[\w.-]+@[\w.-]+$/.test(input.email) ? good(input, context) : Promise.reject(new TypeError('No e-mail address.')))),
  method('makes a pattern of what was typed', 'faq.search', 'what is searched for is a text and nothing else', (good) => async (input, context) => {
    const pattern = new RegExp(input.query, 'i');
    const { items } = await good(input, context);
    return { items: items.filter(({ entry }: { entry: FaqEntry }) => pattern.test(entry.question) || items.length) };
  }),
  method('looks parcels up in a plain object', 'tracking.shipments', 'names of an object’s own machinery name nothing', (good) => {
    const known: Record<string, unknown> = {};
    return async (input, context) => known[input.orderNumber] ?? good(input, context);
  }),
  method('believes that every locale is one', 'points.account', 'the locale may be any tag', (good) => async (input, context) => {
    new Intl.NumberFormat(context.locale);
    return good(input, context);
  }),
  method('changes its input', 'faq.search', 'what the adapter is given stays as it was', (good) => (input, context) => good(Object.assign(input, { limit: 5 }), context)),
];
