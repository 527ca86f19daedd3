/** Reads what came from outside: every field may be missing, of another type, far too long or hostile. Nothing here throws. */
import { alpha2 } from './countries.ts';

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const LINE = 300;
const PARAGRAPH = 5_000;
const ADDRESS = 2_048;

/** At most `max` UTF-16 units, and no half of a character at the end. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** Text for people, as it came but for its length; null when there is none. */
export function text(value: unknown, max: number = PARAGRAPH): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() ? cut(value, max) : null;
}

export const line = (value: unknown): string | null => text(value, LINE);

/** An http address. One that is too long is none, since a cut one leads elsewhere. */
export const url = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= ADDRESS && /^https?:\/\//i.test(value) ? value : null;

/** ISO 3166-1 alpha-2 from alpha-2 or alpha-3 in any case. */
export function country(value: unknown): string | null {
  const code = typeof value === 'string' ? value.toUpperCase() : '';
  return /^[A-Z]{2}$/.test(code) ? code : alpha2(code);
}

/** A place in words, from the smallest part to the largest. */
export const place = (...parts: readonly unknown[]): string | null =>
  line([...new Set(parts.map(line).filter((part) => part !== null))].join(', '));

/** FNV-1a, twice with different starts: tells events apart, protects nothing. */
export function hash(facts: readonly unknown[]): string {
  const source = JSON.stringify(facts);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    a = Math.imul(a ^ unit, 16_777_619);
    b = Math.imul(b ^ unit, 2_246_822_519);
  }
  return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0');
}
