import { base64, hmac, isSame, secretOf, type WebhookBody } from '../web/hmac.ts';

/**
 * Whether a webhook is Shopify’s. https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 *
 * @param body The raw body.
 * @param header Value of `X-Shopify-Hmac-Sha256`: the HMAC-SHA256 of the body, in base64.
 * @param secret The app’s client secret.
 * @throws TypeError when the secret is empty.
 */
export async function verifyShopifySignature(body: WebhookBody, header: string | null | undefined, secret: string): Promise<boolean> {
  const expected = await hmac(secretOf(secret, 'Shopify client secret'), [body]);
  return isSame(expected, base64(header));
}
