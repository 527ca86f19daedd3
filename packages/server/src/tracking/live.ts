/** Each parcel, whenever it changed. */
import { AdapterError, type ShipmentsInput } from '@aftercart/contract';
import type { Context } from '../context.ts';
import type { LiveEvent } from '../http/event-stream.ts';
import { changeOf, eventIdsOf } from '../live/event-id.ts';
import { follow } from '../live/follow.ts';
import { readChanged, readParcels, shipmentOf, type ReadParcel } from './parcels.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Parcels that a stream holds in memory for a client that is slow to take them. */
const BATCH = 20;

interface Live {
  last: string | undefined;
  signal: AbortSignal;
}

/**
 * Opens the stream, after the same privacy check as `shipments`.
 *
 * A stream that does not resume begins with all parcels as they are. The page has read them just before, but something may have changed
 * between its reading and the start of the stream; only the page could say what it has seen, and the contract has no words for that. A state
 * that comes twice changes nothing.
 *
 * @throws AdapterError FORBIDDEN for a proof that is wrong and an order that there is not, alike.
 */
export async function subscribe(input: ShipmentsInput, context: Context, live: Live): Promise<AsyncIterable<LiveEvent>> {
  const scope = await scopeOf(input, context);
  if (!scope) throw new AdapterError('FORBIDDEN', 'Nothing shows that this order is the caller’s.');
  return tell(scope, context, live);
}

async function* tell(scope: Scope, context: Context, { last, signal }: Live): AsyncGenerator<LiveEvent, void, undefined> {
  const { db, runtime } = context;
  const idOf = eventIdsOf(context, scope.topic);
  let at = await changeOf(context, scope.topic, last);
  // Listens before it reads, so that nothing falls between.
  for await (const _ of follow(runtime.hub, scope.topic, signal)) {
    let rows: ReadParcel[];
    do {
      rows = at === undefined ? (await readParcels(db, scope)).sort((a, b) => a.change - b.change) : await readChanged(db, scope, at, BATCH);
      at ??= 0;
      for (const row of rows) {
        // The guest’s order has become a shopper’s, whose changes are counted elsewhere: the page listens anew.
        if (row.topic !== scope.topic) return;
        at = row.change;
        yield { id: idOf(at), data: shipmentOf(row) };
      }
    } while (rows.length >= BATCH);
  }
}
