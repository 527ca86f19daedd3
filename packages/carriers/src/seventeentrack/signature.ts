import { hex, isSame, secretOf, sha256, type WebhookBody } from '../web/hmac.ts';

/**
 * Whether a webhook is 17TRACK’s. https://api.17track.net/en/doc
 *
 * @param body The raw body.
 * @param header Value of `sign`: the SHA-256 of the body, a slash and the key, in hexadecimal.
 * @param key The account’s API key.
 * @throws TypeError when the key is empty.
 */
export async function verifySeventeentrackSignature(body: WebhookBody, header: string | null | undefined, key: string): Promise<boolean> {
  const expected = await sha256([body, `/${secretOf(key, '17TRACK API key')}`]);
  return isSame(expected, hex(header));
}
