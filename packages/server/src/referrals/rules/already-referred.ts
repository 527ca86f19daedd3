import { findByFriend } from '../friend.ts';
import { refuse, type Rule } from './rule.ts';

/** Another advocate invited the friend before. */
export const alreadyReferred: Rule = async ({ context, code, emailHash }) => {
  const earlier = await findByFriend(context.db, emailHash, context.shopper?.id);
  return earlier && earlier.advocate_id !== code.shopper_id
    ? refuse('already-referred', 'ALREADY_REFERRED', `Another advocate invited this friend before (referral ${earlier.id}).`, 'Someone else invited this friend before.')
    : undefined;
};
