/** What Medusa refuses with, as an `AdapterError`. */
import { AdapterError, type ErrorCode } from '@aftercart/contract';
import { codeOfStatus, retryAfterOf } from '@aftercart/contract/fetch';
import { recordOf, textOf } from './read.ts';

/**
 * Medusa’s own kinds of error, where they say more than their status: `MedusaError.Types` of @medusajs/utils, whose statuses are in
 * getHttpResponseFromError of @medusajs/framework.
 */
const MEANING: Readonly<Record<string, ErrorCode>> = {
  invalid_data: 'INVALID_REQUEST',
  not_allowed: 'INVALID_REQUEST',
  // Of the thing that was asked for. A route that there is not is answered without a type, and by its status `UNSUPPORTED`.
  not_found: 'INVALID_REQUEST',
  duplicate_error: 'CONFLICT',
  conflict: 'CONFLICT',
};

/** Whoever is not signed in, asks too often or finds the server down is told so by the status alone. */
const SAYS_LITTLE: readonly number[] = [400, 404, 409, 422];

/** Medusa says the same kind, `not_allowed`, of a key that is missing or wrong, which no shopper can mend. */
const IS_ABOUT_THE_KEY = /publishable/i;

/** The refusal in Medusa’s words; undefined when it has none, so that its status decides. */
export function refusal(answer: Response, body: unknown): AdapterError | undefined {
  const said = recordOf(body);
  const message = textOf(said['message']);
  if (!message) return undefined;
  const type = textOf(said['type']) ?? '';
  const code = SAYS_LITTLE.includes(answer.status) && Object.hasOwn(MEANING, type) ? MEANING[type]! : codeOfStatus(answer.status);
  return new AdapterError(type === 'not_allowed' && IS_ABOUT_THE_KEY.test(message) ? 'FORBIDDEN' : code, message, {
    // “You may retry the request”: two acts on one thing at the same moment.
    ...(type === 'conflict' && { retryable: true }),
    retryAfter: retryAfterOf(answer),
    cause: { status: answer.status },
  });
}
