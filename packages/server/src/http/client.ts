/** Who calls, as far as the network says. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';
import type { Client } from '../context.ts';

/**
 * The address of the caller. Proxies append to `X-Forwarded-For`, so with n trusted ones the n-th from the right is the first that nobody
 * could have made up.
 */
export function clientOf(c: HonoContext, trustedProxies: number): Client {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  const ip = (trustedProxies > 0 && forwarded[Math.max(0, forwarded.length - trustedProxies)]) || connection(c);
  return { ip, userAgent: (c.req.header('user-agent') ?? '').slice(0, 300) };
}

function connection(c: HonoContext): string {
  // Requests that tests make without a socket come from nowhere.
  return c.env && 'incoming' in (c.env as object) ? (getConnInfo(c).remote.address ?? '') : '';
}
