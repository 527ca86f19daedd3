/** Joining the program. */
import { AdapterError } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { enrolShopper } from '../shoppers/shoppers.ts';
import { award } from './award.ts';
import { touchAccount } from './ledger/account.ts';
import { pointsFor, readProgram } from './program-document.ts';

/**
 * Makes a candidate a member, with the points for it. A member stays one, and gets them once.
 *
 * @throws AdapterError NOT_ELIGIBLE without a program, CUSTOMER_BLOCKED.
 */
export async function enrol(context: Context, shopperId: string): Promise<void> {
  if (!(await readProgram(context))) throw new AdapterError('NOT_ELIGIBLE', 'The shop has no points program.');
  if (!(await enrolShopper(context, shopperId))) return;
  const points = await pointsFor(context, 'sign_up');
  if (points) await award(context, { shopperId, points, kind: 'sign_up', description: null, source: `sign_up:${shopperId}` });
  await touchAccount(context, shopperId);
}
