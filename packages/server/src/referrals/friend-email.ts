/** A friend’s e-mail: whether it can be one, what is compared of it, and what is shown of it. */
import { domainToASCII } from 'node:url';
import { normaliseEmail, type Fingerprints } from '../identity/fingerprint.ts';

const LONGEST_LABEL = 300;
/** Shorter names are alike by chance. */
const SHORTEST_STEM = 6;

const split = (email: string): [name: string, host: string] => {
  const [name = '', host = ''] = normaliseEmail(email).split(/@(?=[^@]*$)/);
  return [name, host];
};

/** Whether mail could be sent there: a name, and a domain below another one. */
export function isEmail(email: string): boolean {
  const [name, host] = split(email);
  return /^[^\s@<>(),;:\\"[\]]+$/.test(name) && /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(domainToASCII(host));
}

/** `m•••a@e•••.com` */
export function maskEmail(email: string): string {
  const [name, host] = split(email);
  const letters = [...name];
  const dot = host.lastIndexOf('.');
  const end = letters.length > 2 ? letters.at(-1)! : '';
  return `${letters[0] ?? ''}•••${end}@${[...host][0] ?? ''}•••${dot > 0 ? host.slice(dot) : ''}`.slice(0, LONGEST_LABEL);
}

/** The letters of the name alone: `maria.p77@a.example` and `mariap@b.example` are alike. Null when too few are left to mean anything. */
export function emailStem(email: string): string | null {
  const stem = split(email)[0].replace(/[^\p{L}]/gu, '');
  return [...stem].length >= SHORTEST_STEM ? stem : null;
}

export function stemPrint(fingerprints: Fingerprints, email: string): string | null {
  const stem = emailStem(email);
  return stem && fingerprints.of('email-stem', stem);
}
