/** Northpine’s questions and answers, what means the same, and how to reach people. */
import { LOCALES } from '@aftercart/adapter-memory/demo';
import type { Context } from '../../context.ts';
import { ask, type Northpine } from '../northpine.ts';
import { tell } from '../tell.ts';

export async function setUpFaq(context: Context, northpine: Northpine): Promise<void> {
  const answers = await ask((asked) => northpine.faq.entries({}, asked));
  for (const locale of LOCALES) {
    const { items, synonyms } = answers.by[locale];
    await tell(context, 'PUT /faq/locales/{locale}/entries', { parameters: { locale }, body: { entries: items } });
    await tell(context, 'PUT /faq/locales/{locale}/synonyms', { parameters: { locale }, body: { synonyms } });
  }
  await tell(context, 'PUT /faq/locales/{locale}/default', { parameters: { locale: 'en' } });
  const contact = await ask((asked) => northpine.faq.contact({}, asked));
  const { channels, timeZone } = contact.en;
  await tell(context, 'PUT /faq/contact', {
    body: { body: { timeZone, channels: channels.map((channel, i) => ({ ...channel, label: contact.maybe((answer) => answer.channels[i]!.label) })) } },
  });
}
