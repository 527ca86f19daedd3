/** Votes of one shopper. Of what was searched for nothing says who asked. */
import type { PrivacyPart } from '../privacy/part.ts';
import { voterOfShopper } from './voter.ts';

export const faqPrivacy: PrivacyPart = {
  name: 'faqVotes',
  async export(context, { shopperId }) {
    const rows = await context.db.selectFrom('faq_votes').selectAll().where('voter_hash', '=', voterOfShopper(context, shopperId)).orderBy('created_at').execute();
    return rows.map(({ entry_id, locale, helpful, comment, created_at }) => ({ entryId: entry_id, locale, helpful: helpful === 1, comment, votedAt: created_at }));
  },
  async erase(context, { shopperId }) {
    await context.db.deleteFrom('faq_votes').where('voter_hash', '=', voterOfShopper(context, shopperId)).execute();
  },
};
