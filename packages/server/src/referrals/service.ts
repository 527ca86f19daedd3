/** The referrals service. */
import { sayMaybe } from '../locale/text.ts';
import type { ServedReferrals } from '../services.ts';
import { claim } from './claim.ts';
import { link } from './link.ts';
import { listOwn } from './list.ts';
import { isRunning, readProgram, sayOffer } from './program.ts';

export const referrals: ServedReferrals = {
  async program(_, context) {
    const program = await readProgram(context);
    if (!program) return null;
    const { locale, now } = context;
    return {
      active: isRunning(program, now),
      advocateOffer: sayOffer(program.advocateOffer, locale),
      friendOffer: sayOffer(program.friendOffer, locale),
      minimumOrder: program.minimumOrder ?? null,
      terms: sayMaybe(program.terms, locale) ?? null,
      termsUrl: program.termsUrl ?? null,
      signInUrl: program.signInUrl ?? null,
      attributionDays: program.attributionDays ?? null,
    };
  },
  link: (_, context) => link(context),
  list: listOwn,
  claim,
};
