import { isCustomer } from '../friend.ts';
import { refuse, type Rule } from './rule.ts';

/** The friend has bought before, or has an account under this e-mail. A new account of one’s own is no purchase. */
export const alreadyCustomer: Rule = async ({ context, emailHash }) =>
  (await isCustomer(context.db, emailHash, context.shopper?.id))
    ? refuse('already-customer', 'ALREADY_CUSTOMER', 'The e-mail or the account is known from before.', 'This friend is a customer already.')
    : undefined;
