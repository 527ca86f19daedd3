import { refuse, type Rule } from './rule.ts';

/** The signed-in friend is the advocate. */
export const selfById: Rule = async ({ context, code }) =>
  context.shopper?.id === code.shopper_id ? refuse('self-by-id', 'SELF_REFERRAL', 'The advocate was signed in.', 'Nobody invites themselves.') : undefined;
