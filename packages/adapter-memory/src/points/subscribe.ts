/** The account, live: whatever changed it, here or in another tab. */
import { AdapterError, type AdapterContext, type PointsAccount } from '@aftercart/contract';
import type { Environment } from '../environment.ts';
import { wait } from '../fail.ts';
import { accountOf, memberOf } from './member.ts';

/** How the account is, but for when it was looked at. */
const factsOf = (account: PointsAccount | undefined) => JSON.stringify({ ...account, asOf: '' });

export async function* subscribe(environment: Environment, context: AdapterContext): AsyncGenerator<PointsAccount, void, undefined> {
  if (environment.scenario === 'guest') throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
  try {
    let known: PointsAccount | undefined;
    for (;;) {
      const account = await environment.read(context, 'shopper', (state, words) => accountOf(memberOf(environment, state), words));
      if (known && factsOf(known) !== factsOf(account)) yield account;
      known = account;
      await wait(Math.max(environment.liveInterval, 1), context.signal);
    }
  } catch (error) {
    // Being told to stop is the ordinary end of a stream, not a failure.
    if (!context.signal.aborted) throw error;
  }
}
