/**
 * What the shopper passes back to confirm: the declaration itself, signed, so that nothing is stored of somebody who goes away after the first
 * step, and any process can take the second.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AdapterError } from '@aftercart/contract';
import type { Runtime } from '../context.ts';
import { sameFingerprint } from '../identity/fingerprint.ts';

export interface Declaration {
  orderNumber: string;
  name: string;
  email: string;
  items: string[] | null;
  reason: string | null;
  /** Word for word. */
  content: string;
  /** Who was signed in; null for a guest. */
  shopperId: string | null;
}

/** Hours in which a declaration may be confirmed. */
const HOURS = 4;
const HOUR = 3_600_000;
/** Of the contract. */
const LONGEST = 2_000;
/** A reason that is too long to be passed back is cut; nobody needs one. */
const SHORT_REASON = 200;

interface Signed extends Declaration {
  /** Milliseconds since 1970. */
  expires: number;
}

const signature = ({ fingerprints }: Pick<Runtime, 'fingerprints'>, payload: string) => fingerprints.of('withdrawal-confirmation', payload);

/** @throws AdapterError INVALID_REQUEST when it is too long to be passed back. */
export function signDeclaration(runtime: Runtime, declaration: Declaration, now: Date): string {
  const { reason } = declaration;
  const signed: Signed = { ...declaration, expires: now.getTime() + HOURS * HOUR };
  const payload = deflateRawSync(JSON.stringify(signed)).toString('base64url');
  const confirmation = `${payload}.${signature(runtime, payload)}`;
  if (confirmation.length <= LONGEST) return confirmation;
  if (reason && reason.length > SHORT_REASON) return signDeclaration(runtime, { ...declaration, reason: reason.slice(0, SHORT_REASON) }, now);
  throw new AdapterError('INVALID_REQUEST', 'The items are too long to be declared at once: name them shorter, a few at a time, or declare for the whole order.');
}

/** What was signed, and whether its time is over. Nothing when it is none of ours. */
export function readConfirmation(runtime: Runtime, confirmation: string, now: Date): { declaration: Declaration; isExpired: boolean } | undefined {
  const [payload = '', given = '', ...rest] = confirmation.split('.');
  if (rest.length || !sameFingerprint(given, signature(runtime, payload))) return undefined;
  const { expires, ...declaration } = JSON.parse(inflateRawSync(Buffer.from(payload, 'base64url')).toString()) as Signed;
  return { declaration, isExpired: now.getTime() > expires };
}
