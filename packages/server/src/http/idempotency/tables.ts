import type { InstantText, JsonText } from '../../database/columns.ts';

export interface IdempotencyTables {
  /** What was answered to a write, so that the same write gets the same answer and has one effect. */
  idempotency: {
    /** Whose key: of a shopper, of the merchant, or of guests. */
    scope: string;
    key: string;
    method: string;
    input_hash: string;
    /** Null only within the transaction that is writing it. */
    answer: JsonText | null;
    created_at: InstantText;
  };
}
