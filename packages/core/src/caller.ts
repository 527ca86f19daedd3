/** One call through an adapter: its context, its time-out, its token, and the check of what comes back. */
import {
  AdapterError, CONTRACT_VERSION, INVALID, isAdapterError,
  type Adapter, type AdapterContext, type Capability, type ErrorCode, type Guard, type Issue, type ServiceName,
} from '@aftercart/contract';
import { aborted } from './aborted.ts';
import type { OnReport } from './report.ts';
import type { TokenSource } from './token.ts';

interface CallOptions {
  signal: AbortSignal;
  locale: string;
  /** Marks a write, which must not be answered with null. */
  idempotencyKey?: string;
}

/** Calls a method and gives back what its guard lets through. Rejects with nothing but an `AdapterError`. */
export type Call = <T>(method: Capability, input: unknown, guard: Guard<T>, options: CallOptions) => Promise<T | null>;

export interface CallerEnvironment {
  adapter(): Promise<Adapter>;
  token: TokenSource;
  /** Aborts when the shopper changes. */
  sessionSignal(): AbortSignal;
  timeout: number;
  report: OnReport;
}

type AnyMethod = (input: unknown, context: AdapterContext) => unknown;

/** Loads what is not needed at first. */
export const later = () => import('./later.ts');

/** The method of an adapter, or undefined where it has none. */
export function methodOf(adapter: Adapter, method: Capability): AnyMethod | undefined {
  const [service, name] = method.split('.') as [ServiceName, string];
  const methods = adapter[service] as Record<string, unknown> | undefined;
  const found = methods?.[name];
  return typeof found === 'function' ? (input, context) => found.call(methods, input, context) : undefined;
}

// The rest is what a shopper or a page does every day, and no news for the developer.
const NEWS = /^(NETWORK|TIMEOUT|UNAVAILABLE|RATE_LIMITED|INVALID_RE(SPONSE|QUEST)|ADAPTER_FAULT|FORBIDDEN)$/;
/** What a backend says of a token that it takes no longer. */
export const REFUSED = /^(TOKEN_EXPIRED|UNAUTHENTICATED)$/;

/** Turns anything that was thrown into an `AdapterError`. */
export function toAdapterError(thrown: unknown, code: ErrorCode = 'ADAPTER_FAULT'): AdapterError {
  if (isAdapterError(thrown)) return thrown;
  return new AdapterError(globalThis.navigator?.onLine === false ? 'OFFLINE' : code, String(thrown), { cause: thrown });
}

/** The adapter, once it is known to be one. */
export function checkAdapter(adapter: Adapter): Adapter {
  if (typeof adapter !== 'object' || !adapter) throw new AdapterError('ADAPTER_FAULT', `The adapter is ${String(adapter)}`);
  const { id, contract = CONTRACT_VERSION } = adapter;
  if (contract !== CONTRACT_VERSION) throw new AdapterError('ADAPTER_FAULT', `“${id}” has contract ${contract}`);
  return adapter;
}

/**
 * What a guard lets through. What it left out is reported.
 *
 * @throws AdapterError when nothing good is left.
 */
export function checkAnswer<T>(answer: unknown, guard: Guard<T>, where: string, report: OnReport): T {
  const code = 'INVALID_RESPONSE';
  const issues: Issue[] = [];
  const value = guard(answer, issues);
  const [first] = issues;
  const message = first ? `${first.path || 'it'} should be ${first.expected}${issues[1] ? `, and ${issues.length - 1} more` : ''}` : '';
  if (value === INVALID) throw new AdapterError(code, message);
  if (first) report({ level: 'warn', code, where, message });
  return value;
}

/** `call` calls once; `read` calls again while that may help. */
export function createCaller({ adapter, token, sessionSignal, timeout, report }: CallerEnvironment): { call: Call; read: Call } {
  let loaded: Adapter | undefined;
  /** What reports call a method: what composed adapters say, where that is known. */
  const labelOf = (method: Capability) => loaded?.labels?.[method] ?? method;
  const attempt = async (method: Capability, input: unknown, options: CallOptions, signals: AbortSignal[], refused?: string): Promise<unknown> => {
    if (signals.some((signal) => signal.aborted)) throw aborted();
    const controller = new AbortController();
    const { signal } = controller;
    const { idempotencyKey, locale } = options;
    let given: string | null = null;
    let end!: (error: AdapterError) => void;
    // An adapter that ignores its signal must not keep the page waiting: the first of the two ends the call.
    const ended = new Promise<never>((_, reject) => {
      end = (error) => {
        reject(error);
        controller.abort();
      };
    });
    const stop = () => end(aborted());
    const timer = setTimeout(() => end(new AdapterError('TIMEOUT', `${timeout} ms`)), timeout);
    for (const each of signals) each.addEventListener('abort', stop);

    const answer = async () => {
      loaded = await adapter();
      const found = methodOf(loaded, method);
      if (!found) throw new AdapterError('UNSUPPORTED', method);
      // A write that was given up while the adapter was loading must not happen behind the shopper’s back.
      if (signal.aborted) throw aborted();
      return found(input, {
        signal,
        locale,
        token: async () => {
          // The token of the next shopper is none of this call’s business.
          if (signal.aborted) throw aborted();
          return (given = await token(refused));
        },
        ...(idempotencyKey && { idempotencyKey }),
      });
    };

    try {
      return await Promise.race([answer(), ended]);
    } catch (thrown) {
      const error = toAdapterError(thrown);
      if (given && REFUSED.test(error.code)) {
        if (!refused) return attempt(method, input, options, signals, given);
        report({ level: 'error', code: error.code, where: 'getToken', message: error.message, cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      for (const each of signals) each.removeEventListener('abort', stop);
    }
  };

  const once: Call = async (method, input, guard, options) => {
    const signals = [options.signal, sessionSignal()];
    const answer = await attempt(method, input, options, signals);
    // The shopper may have changed in the moment in which the answer came.
    if (signals.some((signal) => signal.aborted)) throw aborted();
    return answer === null && !options.idempotencyKey ? null : checkAnswer(answer, guard, labelOf(method), report);
  };

  const again = async <T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      const rest = isAdapterError(error) && error.retryable && (await later().catch(() => {}));
      // Without it the shopper sees the error at once, and a button.
      if (!rest) throw error;
      return rest.retry(run, signal, error);
    }
  };

  const telling = async <T>(method: Capability, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (thrown) {
      const error: AdapterError & { where?: string } = toAdapterError(thrown);
      const { code, message, cause, where = labelOf(method) } = error;
      if (NEWS.test(code) || (code === 'UNSUPPORTED' && (cause as { status?: number })?.status)) report({ level: 'error', code, where, message, cause });
      throw error;
    }
  };

  return {
    call: (method, ...rest) => telling(method, () => once(method, ...rest)),
    read: (method, input, guard, options) => telling(method, () => again(() => once(method, input, guard, options), options.signal)),
  };
}
