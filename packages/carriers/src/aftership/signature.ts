import { base64, hmac, isSame, secretOf, type WebhookBody } from '../web/hmac.ts';

/**
 * Whether a webhook is AfterShip’s. https://www.aftership.com/docs/tracking/webhook/webhook-signature
 *
 * @param body The raw body.
 * @param header Value of `aftership-hmac-sha256`: the HMAC-SHA256 of the body, in base64.
 * @param secret The webhook secret.
 * @throws TypeError when the secret is empty.
 */
export async function verifyAftershipSignature(body: WebhookBody, header: string | null | undefined, secret: string): Promise<boolean> {
  const expected = await hmac(secretOf(secret, 'AfterShip webhook secret'), [body]);
  return isSame(expected, base64(header));
}
