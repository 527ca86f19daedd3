/** What signatures of webhooks are made of. Web Crypto only, so that it runs in Node, Deno, Bun and at the edge. */

/** A body as it came over the wire. Text that was parsed and written again has another signature. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;

const encoder = new TextEncoder();

function bytesOf(body: WebhookBody): Uint8Array {
  if (typeof body === 'string') return encoder.encode(body);
  return body instanceof ArrayBuffer ? new Uint8Array(body) : body;
}

function joined(parts: readonly WebhookBody[]): Uint8Array<ArrayBuffer> {
  const all = parts.map(bytesOf);
  const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** With an empty secret anybody could sign. */
export function secretOf(secret: string, name: string): string {
  if (!secret) throw new TypeError(`The ${name} is empty: set it, or every request would have to be refused.`);
  return secret;
}

/** HMAC-SHA256 of the parts, one after the other. */
export async function hmac(secret: string, parts: readonly WebhookBody[]): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, joined(parts)));
}

/** SHA-256 of the parts, one after the other. */
export const sha256 = async (parts: readonly WebhookBody[]): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));

/** Compares digests in a time that does not tell where they differ. */
export function isSame(expected: Uint8Array, given: Uint8Array | null): boolean {
  if (!given || given.length !== expected.length) return false;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) difference |= expected[i]! ^ given[i]!;
  return difference === 0;
}

/** A SHA-256 digest in base64; null when the text is none. */
export function base64(text: string | null | undefined): Uint8Array | null {
  if (!text || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}

/** A SHA-256 digest in hexadecimal; null when the text is none. */
export function hex(text: string | null | undefined): Uint8Array | null {
  if (!text || !/^[0-9a-f]{64}$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}

/** Bounds how old a signed request may be. */
export interface FreshnessOptions {
  /** Greatest distance between the signed time and now, in seconds. Without it the time is not looked at: a replayed update changes nothing. */
  toleranceSeconds?: number;
  /** The clock, in milliseconds since 1970; `Date.now` when left out. */
  now?: () => number;
}

export function isFresh(milliseconds: number, { toleranceSeconds, now = Date.now }: FreshnessOptions): boolean {
  return toleranceSeconds === undefined || Math.abs(now() - milliseconds) <= toleranceSeconds * 1_000;
}
