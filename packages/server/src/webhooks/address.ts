/**
 * Where webhooks may go. A merchant’s server that fetches whatever address it is given is a way into the network that it stands in, so
 * only public addresses are connected to, unless the configuration says otherwise.
 */
import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an IP address is one of the public internet, also when it is an IPv4 address in the clothes of IPv6. */
export const isPublicAddress = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** The IP address that a URL names itself, if it does. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : undefined;
}

export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is a private address: AFTERCART_WEBHOOK_PRIVATE=1 allows those`);
  }
}

/** Looks a name up and hands on only what was checked: the connection goes to that address, whatever the name says a moment later. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error(`${hostname} has no address`), '');
    // One private address among public ones is a trap as well.
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddress(hostname), '');
    if (options.all) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};
