/** Who the shopper is: the `sub` of a token that the shop signed, and nothing else in the request. */
import { AdapterError } from '@aftercart/contract';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { Config } from '../config/config.ts';

export interface Shopper {
  id: string;
  /** What the shop says of the shopper besides. */
  claims: JWTPayload;
}

/** Seconds that clocks may differ by: so long after its end a token is still taken. */
export const LEEWAY = 30;
const LONGEST_ID = 200;

export type VerifyShopper = (token: string) => Promise<Shopper>;

/**
 * Verifies shopper tokens: HS256 with the shared secret, or asymmetric keys from the JWKS URL; issuer, audience and expiry always.
 * Rejects with `TOKEN_EXPIRED`, or `UNAUTHENTICATED` for anything else that is wrong with a token.
 */
export function createVerifier(config: Config, secret: string): VerifyShopper {
  const options: JWTVerifyOptions = {
    issuer: config.tokenIssuer,
    audience: config.tokenAudience,
    clockTolerance: LEEWAY,
    requiredClaims: ['sub', 'exp'],
  };
  const key = new TextEncoder().encode(secret);
  const remote = config.jwksUrl ? createRemoteJWKSet(new URL(config.jwksUrl)) : undefined;
  const verify = (token: string) =>
    remote
      ? jwtVerify(token, remote, { ...options, algorithms: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'] })
      : jwtVerify(token, key, { ...options, algorithms: ['HS256'] });
  return async (token) => {
    try {
      const { payload } = await verify(token);
      // PostgreSQL keeps no NUL in text.
      const isName = payload.sub && payload.sub.length <= LONGEST_ID && !payload.sub.includes('\0');
      if (!isName) throw new AdapterError('UNAUTHENTICATED', 'The token’s `sub` is empty, too long or can’t be kept.');
      return { id: payload.sub!, claims: payload };
    } catch (error) {
      if (error instanceof AdapterError) throw error;
      if (error instanceof errors.JWTExpired) throw new AdapterError('TOKEN_EXPIRED', 'The token has expired.');
      // A key server that can’t be reached says nothing about the token.
      if (error instanceof errors.JWKSTimeout || error instanceof TypeError) throw new AdapterError('UNAVAILABLE', 'The keys of the shop’s tokens can’t be had.', { cause: error });
      throw new AdapterError('UNAUTHENTICATED', `The token was refused: ${(error as Error).message}.`);
    }
  };
}
