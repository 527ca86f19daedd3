/** Every way in which a backend can fail, and what it must be called. */
import type { Capability, ErrorCode } from '@aftercart/contract';
import { isAdapterError } from '@aftercart/contract';
import { hold, outcomeOf } from '../assert.ts';
import type { Check } from '../check.ts';
import { operationOf } from '../methods.ts';
import { sample } from '../samples.ts';
import type { Trial } from '../trial.ts';
import { answers, breaks, type Fault } from '../wire/faults.ts';
import { everyMethod } from './every.ts';

/** Seconds that the kit’s backends ask to wait. */
const WAIT = 37;
const LONG_WAIT = 120;

interface Failure {
  what: string;
  fault: () => Fault;
  codes: readonly ErrorCode[];
  /** Whether a method that may find nothing may say so. */
  orNull?: true;
  /** Seconds that `retryAfter` lies between. */
  wait?: readonly [from: number, to: number];
  todo: string;
}

const problem = JSON.stringify({ title: 'No.' });
const HTML = '<!doctype html><title>Oops</title><p>Something went wrong.';

const FAILURES: readonly Failure[] = [
  { what: '401 is UNAUTHENTICATED', fault: () => answers(401, problem), codes: ['UNAUTHENTICATED', 'TOKEN_EXPIRED'], todo: 'Core asks for a new token and tries again, but only after this code.' },
  { what: '403 is FORBIDDEN', fault: () => answers(403, problem), codes: ['FORBIDDEN'], todo: 'Map the status.' },
  { what: '404 is null or an AdapterError', fault: () => answers(404, problem), codes: ['UNSUPPORTED', 'INVALID_REQUEST'], orNull: true, todo: 'Null where the backend says “no such thing”, UNSUPPORTED where the address is wrong.' },
  { what: '409 is CONFLICT', fault: () => answers(409, problem), codes: ['CONFLICT'], todo: 'Map the status.' },
  { what: '422 is INVALID_REQUEST', fault: () => answers(422, problem), codes: ['INVALID_REQUEST'], todo: 'Map the status.' },
  { what: '429 is RATE_LIMITED, with the seconds of Retry-After', fault: () => answers(429, problem, { 'retry-after': String(WAIT) }), codes: ['RATE_LIMITED'], wait: [WAIT, WAIT], todo: 'Hand `Retry-After` on as `retryAfter`, in seconds.' },
  {
    what: '429 is RATE_LIMITED, with the seconds until the date of Retry-After',
    fault: () => answers(429, problem, { 'retry-after': new Date(Date.now() + LONG_WAIT * 1_000).toUTCString() }),
    codes: ['RATE_LIMITED'], wait: [1, LONG_WAIT + 1], todo: '`Retry-After` is a number or a date (RFC 9110 §10.2.3).',
  },
  { what: '500 is UNAVAILABLE', fault: () => answers(500, problem), codes: ['UNAVAILABLE'], todo: 'Map 5xx: core tries again after this code.' },
  { what: '503 with a page of HTML is UNAVAILABLE', fault: () => answers(503, HTML, { 'content-type': 'text/html' }), codes: ['UNAVAILABLE'], todo: 'Look at the status before the body: proxies answer in HTML.' },
  { what: 'a page of HTML in place of JSON is INVALID_RESPONSE', fault: () => answers(200, HTML, { 'content-type': 'text/html' }), codes: ['INVALID_RESPONSE'], todo: 'Catch what `response.json()` throws.' },
  { what: 'truncated JSON is INVALID_RESPONSE', fault: () => answers(200, '{"items":[{"id":"a","na'), codes: ['INVALID_RESPONSE'], todo: 'Catch what `response.json()` throws.' },
  { what: 'no network is NETWORK', fault: () => breaks, codes: ['NETWORK', 'OFFLINE'], todo: 'Catch what `fetch` throws; `fetchJson` of @aftercart/contract/fetch does.' },
];

const holdsFor = (trial: Trial, { what, fault, codes, orNull, wait, todo }: Failure) => async (capability: Capability): Promise<void> => {
  trial.wire.meets(fault());
  const outcome = await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann')));
  // Nothing was asked of the backend, so nothing could fail.
  if (!trial.wire.asked.length) return;
  const expected = `${orNull && operationOf(capability).nullable ? 'null or ' : ''}an AdapterError with the code ${codes.join(' or ')}`;
  const rule = `${capability}: ${what}`;
  if ('answer' in outcome) {
    hold(orNull && operationOf(capability).nullable && outcome.answer === null, rule, { expected, came: `the answer ${JSON.stringify(outcome.answer)}`, todo });
    return;
  }
  const { error } = outcome;
  hold(isAdapterError(error) && codes.includes(error.code), rule, { expected, came: isAdapterError(error) ? error : `${String(error)} (no AdapterError)`, todo });
  const seconds = error.retryAfter ?? 0;
  hold(!wait || (seconds >= wait[0] && seconds <= wait[1]), `${rule}: how long to wait`, { expected: `retryAfter of ${wait?.join(' to ')} seconds`, came: error.retryAfter, todo });
};

export const errorChecks: Omit<Check, 'group'>[] = FAILURES.map((failure) => ({ name: failure.what, needs: [], run: (trial) => everyMethod(trial, holdsFor(trial, failure)) }));
