import { hold, type Rule } from './rule.ts';

/** The claim comes from the network and browser that the advocate’s link was made with. Two phones of one model on one network do so too. */
export const sameClient: Rule = async ({ code, clientHash }) =>
  clientHash && clientHash === code.client_hash
    ? hold('same-client', 'The claim came from the network and browser that the advocate made the link with.', { self: true })
    : undefined;
