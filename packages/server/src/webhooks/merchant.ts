import { AdapterError } from '@aftercart/contract';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor } from '../database/page.ts';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { announce } from './outbox.ts';
import type { WebhookTables } from './tables.ts';

const STATES = ['pending', 'failed', 'delivered'] as const;
type State = (typeof STATES)[number];
type Row = WebhookTables['outbox'];

const PAGE = 100;

const EventOut = z
  .object({
    id: z.string().describe('The `webhook-id` that the receiver sees.'),
    type: z.string(),
    url: z.string(),
    state: z.enum(STATES).describe('`failed` was given up after about three days, or because the address answered 410.'),
    createdAt: z.string(),
    attempts: z.int(),
    nextAttemptAt: z.string().nullable(),
    deliveredAt: z.string().nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'WebhookEvent', description: 'An event that is, or was, to be sent to the shop.' });

const stateOf = ({ delivered_at: delivered, next_attempt_at: next }: Row): State => (delivered ? 'delivered' : next ? 'pending' : 'failed');

const eventOut = (row: Row): z.infer<typeof EventOut> => ({
  id: row.id,
  type: row.type,
  url: row.url,
  state: stateOf(row),
  createdAt: row.created_at,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  deliveredAt: row.delivered_at,
  lastError: row.last_error,
});

function inState(db: Database, state: State) {
  const events = db.selectFrom('outbox').selectAll();
  if (state === 'delivered') return events.where('delivered_at', 'is not', null);
  return events.where('delivered_at', 'is', null).where('next_attempt_at', state === 'pending' ? 'is not' : 'is', null);
}

/** As if it had never been tried. */
const afresh = (now: Date) => ({ attempts: 0, next_attempt_at: now.toISOString(), delivered_at: null });

const Count = z.object({ events: z.int().describe('How many events are to be sent.') });

export const webhooksMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /webhooks', {
    summary: 'Events for the shop by what became of them, newest first.',
    parameters: z.object({ state: z.enum(STATES).default('failed'), cursor: z.string().max(500).nullish() }),
    answer: z.object({ items: z.array(EventOut), cursor: z.string().nullable().describe('For the next page; null on the last.') }),
    handle: async ({ parameters: { state, cursor } }, { db }) => {
      const [at, id] = decodeCursor(cursor) ?? [];
      let events = inState(db, state).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(PAGE + 1);
      if (at !== undefined && id !== undefined) {
        events = events.where((eb) => eb.or([eb('created_at', '<', at), eb.and([eb('created_at', '=', at), eb('id', '<', id)])]));
      }
      const rows = await events.execute();
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      return { items: page.map(eventOut), cursor: rows.length > PAGE && last ? encodeCursor([last.created_at, last.id]) : null };
    },
  }),
  merchantOperation('POST /webhooks/send', {
    summary: 'Sends everything again that was given up.',
    answer: Count,
    handle: async (_, { db, now }) => {
      const sent = await db.updateTable('outbox').set(afresh(now)).where('delivered_at', 'is', null).where('next_attempt_at', 'is', null).returning('id').execute();
      return { events: sent.length };
    },
  }),
  merchantOperation('POST /webhooks/{id}/send', {
    summary: 'Sends an event again, also one that was delivered.',
    parameters: z.object({ id: z.string().min(1).max(200) }),
    answer: EventOut,
    handle: async ({ parameters: { id } }, { db, now }) => {
      const row = await db.updateTable('outbox').set(afresh(now)).where('id', '=', id).returningAll().executeTakeFirst();
      if (!row) throw new AdapterError('INVALID_REQUEST', `There is no event ${id}: delivered ones are forgotten after a week.`);
      return eventOut(row);
    },
  }),
  merchantOperation('POST /webhooks/test', {
    summary: 'Sends the event `webhook.test` to every address that is configured.',
    answer: Count,
    handle: async (_, context) => {
      const { webhookUrls } = context.runtime.config;
      if (webhookUrls.length === 0) throw new AdapterError('INVALID_REQUEST', 'No address is configured: set AFTERCART_WEBHOOK_URLS.');
      await announce(context, 'webhook.test', {});
      return { events: webhookUrls.length };
    },
  }),
];
