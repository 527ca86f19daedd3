/** Coupon codes as a shop makes them beforehand. */
import { randomInt } from 'node:crypto';

// Without letters and digits that are taken for one another.
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
const LENGTH = 8;

const code = (): string => `NP-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/** So many different ones. */
export function codes(size: number): string[] {
  const made = new Set<string>();
  while (made.size < size) made.add(code());
  return [...made];
}
