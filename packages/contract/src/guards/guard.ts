/**
 * The words that the generated guards are written in. A guard reads a value that came from outside and gives back a copy
 * with the known fields only, so that a stray `__proto__` never travels on. What is wrong goes into `issues`, by path:
 * a bad item of a list is left out and the rest is kept; anything else makes the whole value `INVALID`.
 */
export interface Issue {
  /** Where, such as `items[3].status`. */
  path: string;
  /** What was expected there, in a few words: `text 1–200`, `list 0–50`, the codes of a list. */
  expected: string;
}

export const INVALID: unique symbol = Symbol('invalid');
export type Guard<T> = (value: unknown, issues: Issue[], path?: string) => T | typeof INVALID;
type Shape = Record<string, Guard<unknown>>;

/** Notes what was expected; for the words themselves. */
export const fail = (issues: Issue[], path: string, expected: string): typeof INVALID => {
  issues.push({ path, expected });
  return INVALID;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Code points, as JSON Schema and zod count, where that decides; counting is slow and the UTF-16 length nearly always enough. */
const lengthOf = (text: string, max: number, min: number) =>
  text.length > 2 * max || (text.length <= max && text.length >= 2 * min) ? text.length : [...text].length;

/** A string of at least `min` and at most `max` characters (code points) that matches `pattern`. */
export const str =
  (max: number, min = 0, pattern?: RegExp): Guard<string> =>
  (value, issues, path = '') => {
    const length = typeof value === 'string' ? lengthOf(value, max, min) : -1;
    return length < min || length > max || (pattern && !pattern.test(value as string))
      ? fail(issues, path, `text ${min}–${max}${pattern ? ` ${pattern}` : ''}`)
      : (value as string);
  };

/** A finite number in a range. */
export const num =
  (min: number, max: number, good: (value: unknown) => boolean = Number.isFinite): Guard<number> =>
  (value, issues, path = '') =>
    good(value) && (value as number) >= min && (value as number) <= max ? (value as number) : fail(issues, path, `number ${min}–${max}`);

/** A whole number in a range. */
export const int = (min: number, max: number): Guard<number> => num(min, max, Number.isInteger);

export const bool: Guard<boolean> = (value, issues, path = '') =>
  typeof value === 'boolean' ? value : fail(issues, path, 'boolean');

/** One of the codes in a space-separated list; an unknown value reads as `fallback` when there is one. */
export const code =
  (codes: string, fallback?: string): Guard<string> =>
  (value, issues, path = '') =>
    typeof value === 'string' && codes.split(' ').includes(value) ? value : (fallback ?? fail(issues, path, codes));

/** May be absent or null. */
export const opt =
  <T>(guard: Guard<T>): Guard<T | null | undefined> =>
  (value, issues, path) =>
    value === undefined || value === null ? value : guard(value, issues, path);

/** Reads as `fallback` where `guard` finds nothing good. */
export const or =
  <T>(guard: Guard<T>, fallback: T): Guard<T> =>
  (value, _issues, path) => {
    const inner: Issue[] = [];
    const result = guard(value, inner, path);
    return result === INVALID || inner.length ? fallback : result;
  };

/** A list of at most `max` items. Good items are kept, bad ones and those past `max` are left out and reported. */
export const list =
  <T>(guard: Guard<T>, max: number, min = 0): Guard<T[]> =>
  (value, issues, path = '') => {
    if (!Array.isArray(value) || value.length < min) return fail(issues, path, `list ${min}–${max}`);
    if (value.length > max) fail(issues, path, `list ${min}–${max}`);
    const kept: T[] = [];
    for (let i = 0; i < value.length && i < max; i++) {
      const item = guard(value[i], issues, `${path}[${i}]`);
      if (item !== INVALID) kept.push(item);
    }
    return kept.length < min ? fail(issues, path, `list ${min}–${max}`) : kept;
  };

/** An object with these fields; others are left out. */
export const obj =
  (shape: Shape): Guard<unknown> =>
  (value, issues, path = '') => {
    if (!isRecord(value)) return fail(issues, path, 'object');
    const copy: Record<string, unknown> = {};
    let good = true;
    for (const key of Object.keys(shape)) {
      const field = shape[key]!(Object.hasOwn(value, key) ? value[key] : undefined, issues, path ? `${path}.${key}` : key);
      if (field === INVALID) good = false;
      else if (field !== undefined) copy[key] = field;
    }
    return good ? copy : INVALID;
  };

/** An object whose field `key` says which of the shapes it has. */
export const union =
  (key: string, shapes: Record<string, Shape>): Guard<unknown> =>
  (value, issues, path = '') => {
    const tag = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof tag !== 'string' || !Object.hasOwn(shapes, tag)) return fail(issues, path, Object.keys(shapes).join(' '));
    return obj({ [key]: str(99), ...shapes[tag] })(value, issues, path);
  };
