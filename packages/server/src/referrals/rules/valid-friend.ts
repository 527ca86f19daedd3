import { isEmail } from '../friend-email.ts';
import { refuse, type Rule } from './rule.ts';

/** The friend’s address must be one that mail can be sent to. */
export const validFriend: Rule = async ({ email }) =>
  isEmail(email) ? undefined : refuse('valid-friend', 'INVALID_REFEREE', 'No mail can be sent to this address.', 'This is no e-mail address.');
