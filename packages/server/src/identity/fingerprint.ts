/** What is only ever compared is kept as a keyed hash: e-mails, postcodes, addresses. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Lower case, without what follows a plus; for Gmail also without dots, which it ignores. */
export function normaliseEmail(email: string): string {
  const [name = '', domain = ''] = email.trim().toLowerCase().normalize('NFKC').split(/@(?=[^@]*$)/);
  const [base = ''] = name.split('+');
  return /^(gmail|googlemail)\.com$/.test(domain) ? `${base.replaceAll('.', '')}@gmail.com` : `${base}@${domain}`;
}

/** Without spaces and dashes, in capitals: `SW1A 1AA` and `sw1a1aa` are one. */
export const normalisePostcode = (postcode: string): string => postcode.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

export interface Fingerprints {
  email(email: string): string;
  postcode(postcode: string): string;
  /** Any other text, such as an address or a client. `kind` keeps equal texts of different kinds apart. */
  of(kind: string, text: string): string;
}

export function createFingerprints(pepper: string): Fingerprints {
  const of = (kind: string, text: string) => createHmac('sha256', pepper).update(`${kind}\0${text}`).digest('base64url');
  return { of, email: (email) => of('email', normaliseEmail(email)), postcode: (postcode) => of('postcode', normalisePostcode(postcode)) };
}

/** Compares without telling by its time how much was right. */
export function sameFingerprint(a: string | null | undefined, b: string | null | undefined): boolean {
  const [x, y] = [Buffer.from(a ?? ''), Buffer.from(b ?? '')];
  // Of unequal length: compare anyway, with itself.
  return timingSafeEqual(x, x.length === y.length ? y : x) && x.length === y.length && x.length > 0;
}
