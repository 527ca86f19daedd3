import { isOwnEmail } from '../advocate.ts';
import { refuse, type Rule } from './rule.ts';

/** The friend’s e-mail is one that the advocate is known by, whatever its case, dots and plus-tag. */
export const selfByEmail: Rule = async ({ context, code, emailHash }) =>
  (await isOwnEmail(context.db, code.shopper_id, emailHash))
    ? refuse('self-by-email', 'SELF_REFERRAL', 'It is an e-mail of the advocate.', 'Nobody invites themselves.')
    : undefined;
