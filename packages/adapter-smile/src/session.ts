/** The one Smile.js of the page, signed in as whoever a call is made for. */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { failureOf } from './failure.ts';
import type { Smile } from './sdk.ts';

/**
 * Calls Smile.js as the shopper of a token, or as a guest (null). What is asked in one `call` is asked as this shopper, as long as it asks for all of it at once: it runs
 * before anybody else is signed in.
 */
export type AsShopper = <T>(token: string | null, call: (smile: Smile) => Promise<T>) => Promise<T>;

export function openSession(load: () => Promise<Smile>, publishableKey: string): AsShopper {
  let current: { token: string | null; smile: Promise<Smile> } | undefined;

  async function signIn(token: string | null, before: Promise<unknown> | undefined): Promise<Smile> {
    await before?.catch(() => {});
    const smile = await load();
    if (before && !token) smile.customer.logout();
    await smile.initialize({ publishableKey, ...(token && { customerToken: token }) });
    return smile;
  }

  return async (token, call) => {
    if (!current || current.token !== token) {
      const mine = (current = { token, smile: signIn(token, current?.smile) });
      mine.smile.catch(() => {
        // Not kept: the next call tries again.
        if (current === mine) current = undefined;
      });
    }
    try {
      return await call(await current.smile);
    } catch (thrown) {
      throw failureOf(thrown);
    }
  };
}

/** Smile.js can’t be stopped: what nobody waits for any more goes on, and its answer is thrown away. */
export function untilAborted<T>(answer: Promise<T>, { signal }: Pick<AdapterContext, 'signal'>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new AdapterError('ABORTED'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
