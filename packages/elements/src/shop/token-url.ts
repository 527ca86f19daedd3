/** The shopper’s token from an address of the shop’s own back end; a part that is loaded soon, where a shop has such an address. */
import { AdapterError } from '@aftercart/contract';

/**
 * Asks for it as the page itself would, with the shop’s cookies.
 *
 * @returns null for a guest: what 204, 401, 403 and 404 mean.
 * @throws AdapterError `UNAVAILABLE` for any other refusal.
 */
export async function tokenFrom(url: string): Promise<string | null> {
  const response = await fetch(new URL(url, document.baseURI), { credentials: 'same-origin' });
  if ([204, 401, 403, 404].includes(response.status)) return null;
  if (!response.ok) throw new AdapterError('UNAVAILABLE', `token-url answered ${response.status}`);
  const body = (await response.text()).trim();
  return body.startsWith('{') ? ((JSON.parse(body) as { token?: string }).token ?? null) : body;
}
