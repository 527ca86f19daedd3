/**
 * The kit’s own assertions. Runners have none in common, and a check that fails should tell an author more than two values: what was expected,
 * what came, and what to do. See docs/decisions/.
 */
import { isAdapterError, type AdapterError, type ErrorCode } from '@aftercart/contract';

const LONGEST = 600;

/** A rule that the adapter breaks. */
export class Broken extends Error {
  override name = 'Broken';
}

/** Ends a check that can’t be made here. */
export class Skipped extends Error {
  override name = 'Skipped';
}

export interface Explanation {
  expected: unknown;
  came: unknown;
  /** What the author should look at. */
  todo: string;
}

/** A value in one readable line. */
export function show(value: unknown): string {
  if (isAdapterError(value)) return `AdapterError ${value.code}${value.retryAfter === undefined ? '' : ` (retryAfter ${value.retryAfter})`}: ${value.message}`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === 'string') return value;
  const text = value === undefined ? 'undefined' : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text;
}

export function broken(rule: string, { expected, came, todo }: Explanation): Broken {
  return new Broken(`${rule}\n  expected: ${show(expected)}\n  came: ${show(came)}\n  what to do: ${todo}`);
}

/** Holds a condition. */
export function hold(condition: unknown, rule: string, explanation: Explanation): asserts condition {
  if (!condition) throw broken(rule, explanation);
}

/** Compares two values as JSON, whatever the order of their fields. What is left out and `null` are the same to the contract. */
export function same(came: unknown, expected: unknown, rule: string, todo: string): void {
  if (canonical(came) !== canonical(expected)) throw broken(rule, { expected, came, todo });
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, own]) => own !== null && own !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }) ?? 'undefined';

/** A promise that rejects with an `AdapterError` of one of these codes; any code when none is named. */
export async function refuses(call: Promise<unknown>, codes: readonly ErrorCode[], rule: string, todo: string): Promise<AdapterError> {
  const outcome = await outcomeOf(call);
  const expected = codes.length ? `an AdapterError with the code ${codes.join(' or ')}` : 'an AdapterError';
  if ('answer' in outcome) throw broken(rule, { expected, came: `the answer ${show(outcome.answer)}`, todo });
  const { error } = outcome;
  if (!isAdapterError(error)) throw broken(rule, { expected, came: `${show(error)} (no AdapterError)`, todo });
  hold(!codes.length || codes.includes(error.code), rule, { expected, came: error, todo });
  return error;
}

export type Outcome = { answer: unknown } | { error: unknown };

export const outcomeOf = (call: Promise<unknown>): Promise<Outcome> =>
  call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );

/** Waits for what should come; what never comes is an error and not a test that hangs. */
export async function within<T>(patience: number, promise: Promise<T>, rule: string, explanation: Explanation): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(broken(rule, explanation)), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
