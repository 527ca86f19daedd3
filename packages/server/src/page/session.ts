/** Who is at the merchant page: somebody who typed the merchant key, for some hours. */
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Runtime } from '../context.ts';
import type { Env } from '../http/types.ts';

const NAME = 'aftercart_merchant';
const HOURS = 8;
const PATH = '/merchant';

const isSecure = (c: HonoContext) => new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';

/** Signed with the merchant key, so that a new key ends all sessions. The page’s scripts, had it any, could not read it. */
export async function beginSession(c: HonoContext<Env>, { secrets, clock }: Runtime): Promise<void> {
  const until = String(clock().getTime() + HOURS * 3_600_000);
  await setSignedCookie(c, NAME, until, secrets.merchantKey, { httpOnly: true, sameSite: 'Strict', secure: isSecure(c), path: PATH, maxAge: HOURS * 3_600 });
}

export const endSession = (c: HonoContext<Env>): void => void deleteCookie(c, NAME, { path: PATH });

export async function hasSession(c: HonoContext<Env>, { secrets, clock }: Runtime): Promise<boolean> {
  const until = await getSignedCookie(c, secrets.merchantKey, NAME);
  return Number(until || 0) > clock().getTime();
}
