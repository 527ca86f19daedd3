/** What can be wrong with the addresses of webhooks before any is called. */
import { isPublicAddress, literalAddress } from '../webhooks/address.ts';
import { webhookKey } from '../webhooks/signature.ts';
import { ConfigError } from './config-error.ts';

/** @throws ConfigError */
export function checkWebhooks(urls: readonly string[], secret: string | undefined, toPrivate: boolean): void {
  for (const url of urls) {
    const address = URL.parse(url);
    if (!address || !/^https?:$/.test(address.protocol)) throw new ConfigError(`AFTERCART_WEBHOOK_URLS holds ${url}, which is no address such as https://shop.example/aftercart.`);
    if (address.username || address.password) throw new ConfigError(`AFTERCART_WEBHOOK_URLS holds a name or a password for ${address.host}: leave it out, the signature tells who sends.`);
    if (toPrivate) continue;
    if (address.protocol === 'http:') throw new ConfigError(`AFTERCART_WEBHOOK_URLS holds ${url}: use https://, or set AFTERCART_WEBHOOK_PRIVATE=1 for a receiver in your own network.`);
    const literal = literalAddress(address);
    if (literal && !isPublicAddress(literal)) throw new ConfigError(`AFTERCART_WEBHOOK_URLS holds ${url}, a private address: set AFTERCART_WEBHOOK_PRIVATE=1 if that is meant.`);
  }
  if (urls.length > 0 && !secret) throw new ConfigError('AFTERCART_WEBHOOK_URLS needs AFTERCART_WEBHOOK_SECRET to sign with: `openssl rand -base64 32` makes one.');
  if (secret !== undefined && !webhookKey(secret)) {
    throw new ConfigError('AFTERCART_WEBHOOK_SECRET must be base64 of 24 to 64 bytes, with or without `whsec_` in front: `openssl rand -base64 32` makes one.');
  }
}
