/** What a demo must not be told: it signs anybody in, so nobody from elsewhere may reach it. */
import { BlockList, isIP } from 'node:net';
import { ConfigError } from './config-error.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLoopback = (host: string): boolean => host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));

/** @throws ConfigError */
export function checkDemo(host: string, jwksUrl: string | undefined): void {
  if (!isLoopback(host)) throw new ConfigError(`--demo signs anybody in, so it is for this machine only: leave --host ${host} out.`);
  if (jwksUrl) throw new ConfigError('--demo signs tokens itself: leave AFTERCART_JWKS_URL out.');
}
