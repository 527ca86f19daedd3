import { hex, hmac, isFresh, isSame, secretOf, sha256, type FreshnessOptions, type WebhookBody } from '../web/hmac.ts';

/**
 * Whether a webhook is Shippo’s, by the HMAC that Shippo sets up on request.
 * https://docs.goshippo.com/tracking/webhook-security
 *
 * @param body The raw body.
 * @param header Value of `Shippo-Auth-Signature`: `t=`, seconds since 1970, `,v1=` and the HMAC-SHA256 of `<t>.<body>` in hexadecimal.
 * @param secret The secret that was agreed with Shippo.
 * @throws TypeError when the secret is empty.
 */
export async function verifyShippoSignature(
  body: WebhookBody,
  header: string | null | undefined,
  secret: string,
  options: FreshnessOptions = {},
): Promise<boolean> {
  const key = secretOf(secret, 'Shippo HMAC secret');
  const [, time] = /(?:^|,)\s*t=(\d+)/.exec(header ?? '') ?? [];
  const [, signature] = /(?:^|,)\s*v1=([0-9a-f]+)/i.exec(header ?? '') ?? [];
  if (!time) return false;
  const expected = await hmac(key, [`${time}.`, body]);
  return isSame(expected, hex(signature)) && isFresh(Number(time) * 1_000, options);
}

/**
 * Whether a webhook carries the token that the shop put into its address (`https://shop.example/hook?token=…`), which is how
 * Shippo’s webhooks are secured without HMAC.
 *
 * @param token The query parameter of the request.
 * @param secret The token that was put into the address.
 * @throws TypeError when the secret is empty.
 */
export async function verifyShippoToken(token: string | null | undefined, secret: string): Promise<boolean> {
  const expected = await sha256([secretOf(secret, 'Shippo webhook token')]);
  // Digests have one length, so the comparison does not tell that of the token.
  return isSame(expected, await sha256([token ?? '']));
}
