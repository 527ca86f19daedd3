/** What the server does for each method of the points service. */
import { findShopper } from '../shoppers/shoppers.ts';
import type { ServedPoints } from '../services.ts';
import { guestAccount, readCurrent, stateOf, viewAccount } from './account-view.ts';
import { enrol } from './enrol.ts';
import { estimate } from './estimate.ts';
import { historyOf } from './history.ts';
import { settleAccount } from './ledger/account.ts';
import { emptyAccount, findAccount } from './ledger/find.ts';
import { readProgram } from './program-document.ts';
import { viewProgram } from './program-view.ts';
import { redeem } from './redeem.ts';
import { revoke } from './revoke.ts';
import { subscribe } from './subscribe.ts';

export const points: ServedPoints = {
  async account(_, context) {
    if (!(await readProgram(context))) return null;
    return context.shopper ? viewAccount(context, await readCurrent(context, context.shopper.id)) : guestAccount(context);
  },

  async program(_, context) {
    const program = await readProgram(context);
    if (!program) return null;
    const { shopper, db } = context;
    if (!shopper) return viewProgram(context, program, emptyAccount(''), 'guest');
    return viewProgram(context, program, await readCurrent(context, shopper.id), stateOf(await findShopper(db, shopper.id)));
  },

  async history(input, context) {
    await readCurrent(context, context.shopper.id);
    return historyOf(context, context.shopper.id, input);
  },

  estimate,
  redeem,
  revoke,

  async enrol(_, context) {
    await enrol(context, context.shopper.id);
    await settleAccount(context, context.shopper.id);
    return viewAccount(context, await findAccount(context, context.shopper.id));
  },

  subscribe: (_, context, live) => subscribe(context, live),
};
