import type { Context } from '../context.ts';

/** Who votes and asks, as a fingerprint: a shopper, or the client of a guest. */
export const voterOf = ({ runtime, shopper, client }: Pick<Context, 'runtime' | 'shopper' | 'client'>): string =>
  runtime.fingerprints.of('voter', shopper ? `shopper:${shopper.id}` : `guest:${client.ip}\n${client.userAgent}`);

/** The fingerprint of a shopper who is not here. */
export const voterOfShopper = ({ runtime }: Pick<Context, 'runtime'>, shopperId: string): string =>
  runtime.fingerprints.of('voter', `shopper:${shopperId}`);
