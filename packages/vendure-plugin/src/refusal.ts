import type { ErrorCode } from '@aftercart/contract';
import { I18nError, LogLevel } from '@vendure/core';

/** Why the API says no: a GraphQL error whose `extensions.code` is a code of the contract (`docs/errors.md`). */
export class Refusal extends I18nError {
  constructor(code: ErrorCode, message: string) {
    super(message, {}, code, LogLevel.Verbose);
  }
}
