/** Live updates of parcels; loaded when an adapter has them. */
import { guardShipment, type Shipment, type Shipments, type ShipmentsInput } from '@aftercart/contract';
import { checkAnswer, methodOf, REFUSED, toAdapterError } from '../caller.ts';
import type { Resource } from '../resource.ts';
import { aborted, backoff, sleep } from '../retry.ts';
import type { Shop } from '../shop.ts';

// What the contract allows in a list; a stream must not outgrow it.
const MOST_EVENTS = 500;
const MOST_SHIPMENTS = 100;
/** In seconds. */
const LONGEST_PATIENCE = 300;

/** A parcel with what an update says of it. Events count once by id; an update that is older changes no stage. */
export function mergeShipment(known: Shipment, update: Shipment): Shipment {
  const newer = Date.parse(update.asOf) >= Date.parse(known.asOf);
  const [base, other] = newer ? [update, known] : [known, update];
  const ids = new Set(base.events.map(({ id }) => id));
  return { ...base, events: [...base.events, ...other.events.filter(({ id }) => !ids.has(id))].slice(0, MOST_EVENTS) };
}

const merge = ({ items }: Shipments, update: Shipment): Shipments => ({
  items: items.some(({ id }) => id === update.id)
    ? items.map((item) => (item.id === update.id ? mergeShipment(item, update) : item))
    : [update, ...items].slice(0, MOST_SHIPMENTS),
});

/** Listens for live updates, and listens again when the connection is lost, until the signal aborts. */
export async function follow(shop: Shop, input: ShipmentsInput, locale: string, signal: AbortSignal, resource: Resource<Shipments>): Promise<void> {
  const where = 'tracking.subscribe';
  let refused: string | undefined;
  for (let attempt = 0; !signal.aborted; attempt++) {
    let given: string | null = null;
    let patience = 1;
    try {
      const subscribe = methodOf(await shop.adapter(), where);
      if (!subscribe || signal.aborted) return;
      const token = async () => {
        if (signal.aborted) throw aborted();
        return (given = await shop.token(refused));
      };
      for await (const update of subscribe(input, { signal, locale, token }) as AsyncIterable<unknown>) {
        if (signal.aborted) return;
        attempt = 0;
        refused = undefined;
        try {
          const shipment = checkAnswer(update, guardShipment, where, shop.report);
          resource.update((data) => merge(data, shipment));
        } catch (error) {
          const { code, message } = toAdapterError(error);
          shop.report({ level: 'warn', code, where, message });
        }
      }
    } catch (thrown) {
      if (signal.aborted) return;
      const { code, message, cause, retryable, retryAfter } = toAdapterError(thrown);
      // Tokens end sooner than a parcel arrives.
      if (given && !refused && REFUSED.test(code)) refused = given;
      else if (!retryable) return shop.report({ level: 'warn', code, where, message, cause });
      if (retryAfter! > 1) patience = Math.min(retryAfter!, LONGEST_PATIENCE);
    }
    // A stream that ends at once must not be asked for in a tight loop.
    await sleep(patience * 1000 + backoff(attempt), signal).catch(() => {});
  }
}
