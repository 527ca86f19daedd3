/** What a demo serves besides: a token for anybody who asks. */
import { id } from '@aftercart/contract/schemas';
import type { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import type { Runtime } from '../context.ts';
import { parseInput } from '../http/problem.ts';
import type { Env } from '../http/types.ts';
import { signShopperToken } from '../token/index.ts';
import { emailOf } from './email.ts';

/** Pages on this machine, by their origin. */
export const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const GUEST = 'guest';
const Wanted = z.object({ shopper: id().describe('The `sub` that the token is for. One that nobody has heard of is a new candidate.') });

/**
 * `GET /demo/token?shopper=ann` answers `{ "token": "…" }`, for `guest` 204. In a real shop its own back end does this, for who is signed in.
 * Pages of other origins can’t read the answer, so nobody is signed in by a page that happens to be open.
 */
export function serveDemo(app: Hono<Env>, { config, secrets }: Runtime): void {
  app.use('/demo/*', cors({ origin: (origin) => (LOCAL_ORIGIN.test(origin) ? origin : null), allowMethods: ['GET'] }));
  app.get('/demo/token', async (c) => {
    const { shopper } = parseInput(Wanted, c.req.query());
    c.header('cache-control', 'no-store');
    if (shopper === GUEST) return c.body(null, 204);
    const { tokenIssuer: issuer, tokenAudience: audience } = config;
    return c.json({ token: await signShopperToken({ shopper, secret: secrets.tokenSecret, issuer, audience, claims: { email: emailOf(shopper) } }) });
  });
}
