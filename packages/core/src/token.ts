/** The shopper’s token: in memory only, asked for once however many calls want it. */
import { AdapterError } from '@aftercart/contract';

export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

/**
 * Gives the token, or null for a guest.
 *
 * @param refused A token that the backend takes no longer. A new one is asked for, unless another call has done so already.
 */
export type TokenSource = (refused?: string) => Promise<string | null>;

// Shop tokens live for about five minutes; a new one is fetched a minute before.
const LIFETIME = 4 * 60_000;

export function createTokenSource(getToken: GetToken | undefined, now: () => number): TokenSource {
  let pending: Promise<string | null> | undefined;
  let held: string | null = null;
  let expires = 0;

  const ask = async () => {
    try {
      const token = await getToken?.();
      if (token && typeof token !== 'string') throw new TypeError(`it gave ${typeof token}`);
      return token || null;
    } catch (cause) {
      throw Object.assign(new AdapterError('UNAVAILABLE', `getToken: ${cause}`, { cause }), { where: 'getToken' });
    }
  };

  return (refused) => {
    if (!pending || refused === held || now() >= expires) {
      held = null;
      expires = now() + LIFETIME;
      const current = (pending = ask());
      // A failure is not kept; a guest is asked again at the next read.
      const settle = (token: string | null) => {
        if (pending !== current) return;
        held = token;
        if (!token) pending = undefined;
      };
      current.then(settle, () => settle(null));
    }
    return pending;
  };
}
