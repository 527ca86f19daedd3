import type { ServedTracking } from '../services.ts';
import { subscribe } from './live.ts';
import { readParcels, shipmentOf } from './parcels.ts';
import { scopeOf } from './scope.ts';

export const tracking: ServedTracking = {
  /** Null for a wrong proof and an unknown order alike; an empty list for an order that has no parcel yet. */
  async shipments(input, context) {
    const scope = await scopeOf(input, context);
    const rows = await readParcels(context.db, scope);
    return scope && { items: rows.map(shipmentOf) };
  },
  subscribe,
};
