import { hold, type Rule } from './rule.ts';

/** The friend’s e-mail differs from the advocate’s only by digits, dots, dashes or the provider. */
export const similarEmail: Rule = async ({ code, stemHash }) =>
  stemHash && stemHash === code.email_stem_hash ? hold('similar-email', 'The e-mail is like that of the advocate.', { self: true }) : undefined;
