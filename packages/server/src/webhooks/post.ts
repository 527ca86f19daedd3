/** One attempt to hand an event over. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicAddress, literalAddress, PrivateAddress, publicLookup } from './address.ts';

/** Milliseconds for all of it, from looking the name up to the status. */
const PATIENCE = 10_000;

export interface Post {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Whether it may go to private addresses. */
  toPrivate: boolean;
  /** Breaks it off. */
  signal: AbortSignal;
}

/**
 * Posts, and answers with the status. A redirect is answered, not followed: it would lead past what was checked.
 *
 * @throws Error in words for the merchant when there was no answer.
 */
export async function post({ url, headers, body, toPrivate, signal }: Post): Promise<number> {
  const address = new URL(url);
  const literal = literalAddress(address);
  // A literal address is never looked up.
  if (literal !== undefined && !toPrivate && !isPublicAddress(literal)) throw new PrivateAddress(literal);
  const late = AbortSignal.timeout(PATIENCE);
  const request = address.protocol === 'http:' ? requestHttp : requestHttps;
  try {
    return await new Promise<number>((resolve, reject) => {
      const sent = request(
        address,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Aftercart-Webhooks', ...headers },
          signal: AbortSignal.any([late, signal]),
          // A connection of its own for each: one that is kept was checked for another.
          agent: false,
          ...(!toPrivate && { lookup: publicLookup }),
        },
        (response) => {
          resolve(response.statusCode!);
          // What the answer says besides is of no use, and may never end.
          response.destroy();
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  } catch (error) {
    if (late.aborted) throw new Error(`no answer within ${PATIENCE / 1000} s`, { cause: error });
    const { message, code } = error as NodeJS.ErrnoException;
    // A name with several addresses fails without a message of its own.
    throw new Error(message || code || 'no connection', { cause: error });
  }
}
