/** Events for the shop’s own back end, written in the transaction of what they tell of and sent afterwards. */
import { v7 as uuid } from 'uuid';
import type { Context } from '../context.ts';

/** What a shop can be told of. */
const EVENT_TYPES = [
  'redemption.created', 'redemption.revoked', 'referral.claimed', 'referral.approved', 'referral.declined', 'review.submitted', 'review.published', 'review.rejected',
  'withdrawal.received', 'shipment.updated', 'tier.changed', 'webhook.test',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Puts an event into the outbox, once for each address that is configured. */
export async function announce({ db, now, runtime }: Pick<Context, 'db' | 'now' | 'runtime'>, type: EventType, data: Readonly<Record<string, unknown>>): Promise<void> {
  const at = now.toISOString();
  for (const url of runtime.config.webhookUrls) {
    const id = uuid();
    const body = JSON.stringify({ id, type, timestamp: at, data });
    await db
      .insertInto('outbox')
      .values({ id, type, body, url, created_at: at, attempts: 0, next_attempt_at: at, delivered_at: null, last_error: null })
      .execute();
  }
}
