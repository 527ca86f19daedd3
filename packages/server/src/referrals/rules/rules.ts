/** The rules in the order in which they speak: what is certain first, mere likeness last. */
import { alreadyCustomer } from './already-customer.ts';
import { alreadyReferred } from './already-referred.ts';
import { cap } from './cap.ts';
import { expired } from './expired.ts';
import { refuse, type Attempt, type Refusal, type Rule, type Suspicion } from './rule.ts';
import { sameClient } from './same-client.ts';
import { SAME_HOUSEHOLD, sameHousehold } from './same-household.ts';
import { selfByEmail } from './self-by-email.ts';
import { selfById } from './self-by-id.ts';
import { similarEmail } from './similar-email.ts';
import { similarFriends } from './similar-friends.ts';
import { validFriend } from './valid-friend.ts';
import { velocity } from './velocity.ts';

/** What holds for every claim, also a repeated one. */
const ALWAYS: readonly Rule[] = [validFriend, selfById, selfByEmail, alreadyReferred];
/** What holds for a first one. */
const FIRST: readonly Rule[] = [expired, alreadyCustomer, cap, velocity, sameHousehold, sameClient, similarEmail, similarFriends];

export interface Judgement {
  refusal: Refusal | undefined;
  suspicions: Suspicion[];
}

export const judgeAlways = (attempt: Attempt): Promise<Judgement> => judge(ALWAYS, attempt);

export async function judgeFirst(attempt: Attempt): Promise<Judgement> {
  const { refusal, suspicions } = await judge(FIRST, attempt);
  return { refusal: refusal ?? together(suspicions), suspicions };
}

async function judge(rules: readonly Rule[], attempt: Attempt): Promise<Judgement> {
  const suspicions: Suspicion[] = [];
  for (const rule of rules) {
    const said = await rule(attempt);
    if (said?.verdict === 'refuse') return { refusal: said, suspicions };
    if (said) suspicions.push(said);
  }
  return { refusal: undefined, suspicions };
}

/** One likeness is chance; two that point to the same person are not. */
function together(suspicions: readonly Suspicion[]): Refusal | undefined {
  const signs = suspicions.filter(({ self }) => self);
  if (signs.length < 2) return undefined;
  const reason = signs.map((sign) => sign.reason).join(' ');
  return signs.some(({ rule }) => rule === SAME_HOUSEHOLD)
    ? refuse('self-by-household', 'SELF_REFERRAL', reason, 'Nobody invites themselves.')
    : refuse('self-by-likeness', 'FRAUD_SUSPECTED', reason, 'This claim was flagged.');
}
