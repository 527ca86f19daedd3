import { findShopper } from '../../shoppers/shoppers.ts';
import { isRunning } from '../program.ts';
import { refuse, type Rule } from './rule.ts';

/** The program must run, and the code be in use by somebody who may invite. */
export const expired: Rule = async ({ context, program, code }) => {
  const too = (reason: string) => refuse('expired', 'REFERRAL_EXPIRED', reason, 'This invitation has expired.');
  if (!isRunning(program, context.now)) return too('The program takes no claims now.');
  if (code.retired_at) return too(`The code was taken out of use on ${code.retired_at.slice(0, 10)}.`);
  const advocate = await findShopper(context.db, code.shopper_id);
  return advocate?.state === 'blocked' ? too('The advocate is blocked.') : undefined;
};
