/** Signing a shopper’s token in the shop’s own back end. */
import { SignJWT, type JWTPayload } from 'jose';

export interface TokenOptions {
  /** The shop’s own id of the shopper, which becomes `sub`. It must come from the shop’s session, never from the page. */
  shopper: string;
  /** AFTERCART_TOKEN_SECRET of the server: at least 32 characters. */
  secret: string;
  /** `shop` when left out. */
  issuer?: string;
  /** `aftercart` when left out. */
  audience?: string;
  /** Seconds until it expires; 300 when left out. Pages ask for a new one by themselves. */
  expiresIn?: number;
  /** What else the server should know, such as `email`. */
  claims?: JWTPayload;
}

/**
 * A shopper’s token: a JWT (RFC 7519) signed with HS256.
 *
 * @throws TypeError when the shopper is empty or the secret is too short.
 */
export async function signShopperToken({ shopper, secret, issuer = 'shop', audience = 'aftercart', expiresIn = 300, claims = {} }: TokenOptions): Promise<string> {
  if (!shopper) throw new TypeError('`shopper` is empty: sign tokens only for somebody who is signed in.');
  if (secret.length < 32) throw new TypeError('`secret` must have at least 32 characters (RFC 7518, 3.2).');
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(shopper)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(new TextEncoder().encode(secret));
}
