/** What a claim is known by besides its e-mail: where it comes from. */
import { isIPv6 } from 'node:net';
import type { Context } from '../context.ts';

const GROUPS = 8;
/** Groups of an IPv6 address that name a network; whoever has one may make up the rest (RFC 6177). */
const NETWORK_GROUPS = 4;

/** An IPv4 address as it is; of an IPv6 address its /64. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  if (!isIPv6(ip)) return ip;
  const [start = '', end] = ip.split('%')[0]!.toLowerCase().split('::');
  const before = start ? start.split(':') : [];
  const after = end ? end.split(':') : [];
  const zeros = end === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/**
 * Fingerprint of network and browser together: an address alone is a whole office. Null when either is unknown, since half of it would be
 * shared by strangers.
 */
export const clientPrint = ({ client, runtime }: Pick<Context, 'client' | 'runtime'>): string | null =>
  client.ip && client.userAgent ? runtime.fingerprints.of('client', `${networkOf(client.ip)}\0${client.userAgent}`) : null;
