/** Refusals that leave a trace, although the transaction that they end is rolled back. */
import { AdapterError, type ErrorCode } from '@aftercart/contract';
import type { Context } from '../context.ts';

/** Thrown in a write. What it remembers is written after the rollback, in a transaction of its own. */
export class RememberedRefusal extends AdapterError {
  readonly remember: (context: Context) => Promise<void>;

  constructor(code: ErrorCode, message: string, remember: (context: Context) => Promise<void>) {
    super(code, message);
    this.remember = remember;
  }
}
