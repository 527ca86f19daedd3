/** A friend takes the offer. The part before the @ of a demo address says what happens; see the README. */
import { AdapterError, type ErrorCode, type ReferralClaim, type ReferralsService } from '@aftercart/contract';
import { MARIA } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { invalid } from '../fail.ts';
import { couponCode, hash } from '../hash.ts';
import type { StoredClaim } from '../state.ts';
import { DAY, instant } from '../time.ts';
import type { Words } from '../words.ts';
import { maskEmail, normalEmail } from './friends.ts';
import { friendOffer } from './offers.ts';

const REFUSALS: Record<string, readonly [code: ErrorCode, message: string]> = {
  taken: ['ALREADY_REFERRED', 'Someone else invited this friend before.'],
  customer: ['ALREADY_CUSTOMER', 'This friend is a customer already.'],
  cap: ['REFERRAL_CAP_REACHED', 'The advocate has invited as many friends as the program allows.'],
  fraud: ['FRAUD_SUSPECTED', 'This claim was flagged.'],
  bad: ['INVALID_REFEREE', 'This address can’t take part.'],
};

const CODE_LIFETIME = 30 * DAY;

const claimOf = ({ at, status }: StoredClaim, shopUrl: string, words: Words): ReferralClaim => ({
  status,
  offer: friendOffer(words),
  expiresAt: status === 'claimed' ? instant(at + CODE_LIFETIME) : null,
  shopUrl,
});

export const claim =
  (environment: Environment): NonNullable<ReferralsService['claim']> =>
  async (input, context) => {
    const friend = hash(normalEmail(input.email));
    const answer = await environment.write(context, 'anyone', 'referrals.claim', input, (state, words) => {
      if (environment.isEmpty) throw new AdapterError('NOT_ELIGIBLE', 'The shop has no referral program.');
      if (environment.scenario === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'This shopper is blocked.');
      const code = input.code.trim().toUpperCase();
      if (code.startsWith('EXPIRED')) throw new AdapterError('REFERRAL_EXPIRED', 'This invitation has expired.');
      if (code.startsWith('UNKNOWN')) throw invalid('There is no such code.');
      const [name = '', host] = normalEmail(input.email).split('@');
      if (!name || !host) throw new AdapterError('INVALID_REFEREE', 'This is no e-mail address.');
      if (normalEmail(input.email) === MARIA.email) throw new AdapterError('SELF_REFERRAL', 'Nobody invites themselves.');
      const refusal = Object.hasOwn(REFUSALS, name) && REFUSALS[name];
      if (refusal) throw new AdapterError(...refusal);
      const before = state.claims.find((known) => known.friend === friend);
      if (before && before.code !== code) throw new AdapterError('ALREADY_REFERRED', 'Someone else invited this friend before.');
      if (before) return claimOf(before, environment.links.shop, words);
      const made: StoredClaim = {
        friend, code, mask: maskEmail(input.email), at: environment.now(), status: name === 'pending' ? 'pending' : 'claimed',
      };
      state.claims.push(made);
      return claimOf(made, environment.links.shop, words);
    });
    return { ...answer, code: answer.status === 'claimed' ? couponCode('FRIEND', friend) : null };
  };
