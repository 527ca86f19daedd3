import { hex, hmac, isFresh, isSame, secretOf, type FreshnessOptions, type WebhookBody } from '../web/hmac.ts';

const SCHEME = /^hmac-sha256-hex=/;
const OFFSET = /(?:[+-]\d{4}|GMT|Z)$/;
const NAME = 'EasyPost webhook secret';

/**
 * Whether a webhook is EasyPost’s, by the signature that its client libraries check (`validateWebhook` of
 * `@easypost/api@8.9.0`).
 *
 * @param body The raw body.
 * @param header Value of `X-Hmac-Signature`: `hmac-sha256-hex=` and the HMAC-SHA256 of the body.
 * @param secret The `webhook_secret` as it was set; it is brought to Unicode’s form NFKD first.
 * @throws TypeError when the secret is empty.
 */
export async function verifyEasypostSignature(body: WebhookBody, header: string | null | undefined, secret: string): Promise<boolean> {
  const expected = await hmac(secretOf(secret, NAME).normalize('NFKD'), [body]);
  return isSame(expected, digestOf(header));
}

/** The headers of the second version, and the method of the request. */
export interface EasypostSignatureV2 {
  /** `X-Hmac-Signature-V2`: `hmac-sha256-hex=` and the digest. */
  signature: string | null | undefined;
  /** `X-Timestamp`, RFC 2822. */
  timestamp: string | null | undefined;
  /** `X-Path`, the path that was signed. */
  path: string | null | undefined;
  /** Method of the request: `POST` when left out. */
  method?: string;
}

/**
 * Whether a webhook is EasyPost’s, by the second version of its signature, which covers time, method and path besides the
 * body: https://support.easypost.com/hc/en-us/articles/39826034964237-Webhook-HMAC-Validation
 *
 * @throws TypeError when the secret is empty.
 */
export async function verifyEasypostSignatureV2(
  body: WebhookBody,
  { signature, timestamp, path, method = 'POST' }: EasypostSignatureV2,
  secret: string,
  options: FreshnessOptions = {},
): Promise<boolean> {
  const key = secretOf(secret, NAME).normalize('NFKD');
  if (!timestamp || !path) return false;
  const expected = await hmac(key, [timestamp + method.toUpperCase() + path, body]);
  return isSame(expected, digestOf(signature)) && isFresh(OFFSET.test(timestamp) ? Date.parse(timestamp) : NaN, options);
}

const digestOf = (header: string | null | undefined): Uint8Array | null => (header && SCHEME.test(header) ? hex(header.replace(SCHEME, '')) : null);
