/** Sends what is in the outbox: at least once each, whatever fails. */
import type { Selectable } from 'kysely';
import type { Runtime } from '../context.ts';
import { waitAfter } from './backoff.ts';
import { post } from './post.ts';
import { signedHeaders, webhookKey } from './signature.ts';
import type { WebhookTables } from './tables.ts';

type Event = Selectable<WebhookTables['outbox']>;

/** Events that a process sends at a time. */
const AT_ONCE = 20;
/** Milliseconds that a claimed event is left alone: longer than an attempt takes. A process that dies leaves it to the others. */
const CLAIM = 60_000;
const GONE = 410;

/** Sends all that is due. Several processes may do so at once: each event is claimed by one. */
export async function sendDue(runtime: Runtime): Promise<void> {
  const key = webhookKey(runtime.config.webhookSecret ?? '');
  if (!key) return;
  let events: Event[];
  do {
    events = await claim(runtime);
    await Promise.all(events.map((event) => send(runtime, key, event)));
  } while (events.length === AT_ONCE && !runtime.stopping.aborted);
}

function claim({ store: { db }, clock }: Runtime): Promise<Event[]> {
  const now = clock();
  const due = db.selectFrom('outbox').select('id').where('next_attempt_at', '<=', now.toISOString()).orderBy('next_attempt_at').limit(AT_ONCE);
  return db
    .updateTable('outbox')
    .set((eb) => ({ next_attempt_at: new Date(now.getTime() + CLAIM).toISOString(), attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', due)
    // Said again: another process may have claimed it while this one waited for the row.
    .where('next_attempt_at', '<=', now.toISOString())
    .returningAll()
    .execute();
}

async function send(runtime: Runtime, key: Buffer, event: Event): Promise<void> {
  const { config, clock, stopping } = runtime;
  try {
    const status = await post({
      url: event.url,
      headers: signedHeaders(key, event.id, event.body, clock()),
      body: event.body,
      toPrivate: config.webhookPrivate,
      signal: stopping,
    });
    if (status >= 200 && status < 300) await settle(runtime, event, { delivered_at: clock().toISOString(), next_attempt_at: null, last_error: null });
    else if (status === GONE) await stop(runtime, event.url);
    else await retry(runtime, event, `answered ${status}`);
  } catch (error) {
    // Broken off because the server stops: the claim runs out, and it is sent again.
    if (!stopping.aborted) await retry(runtime, event, (error as Error).message);
  }
}

function retry(runtime: Runtime, event: Event, reason: string): Promise<void> {
  const wait = waitAfter(event.attempts);
  const next = wait === undefined ? null : new Date(runtime.clock().getTime() + wait).toISOString();
  runtime.log.warn({ event: event.id, type: event.type, attempts: event.attempts, reason, givenUp: next === null }, 'a webhook was not delivered');
  return settle(runtime, event, { next_attempt_at: next, last_error: reason });
}

const settle = async ({ store: { db } }: Runtime, { id }: Event, outcome: Partial<Event>): Promise<void> =>
  void (await db.updateTable('outbox').set(outcome).where('id', '=', id).where('delivered_at', 'is', null).execute());

/** The receiver wants nothing more: all that waits for that address is given up, and can be sent again by hand. */
async function stop({ store: { db }, log }: Runtime, url: string): Promise<void> {
  log.warn('a webhook address answered 410 Gone: what waits for it is given up');
  const outcome = { next_attempt_at: null, last_error: `answered ${GONE}: the address wants nothing more` };
  await db.updateTable('outbox').set(outcome).where('url', '=', url).where('next_attempt_at', 'is not', null).execute();
}
