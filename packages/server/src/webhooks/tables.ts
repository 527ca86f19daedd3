import type { InstantText, JsonText } from '../database/columns.ts';

export interface WebhookTables {
  /** Events that are still to be told to the shop, or were. */
  outbox: {
    id: string;
    /** Such as `redemption.created`. */
    type: string;
    body: JsonText;
    url: string;
    created_at: InstantText;
    attempts: number;
    next_attempt_at: InstantText | null;
    delivered_at: InstantText | null;
    last_error: string | null;
  };
}
