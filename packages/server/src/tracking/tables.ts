import type { InstantText, JsonText } from '../database/columns.ts';

export interface ShipmentRow {
  /** Carrier, number and order, by `shipmentIdOf`: numbers are recycled, and one parcel may hold two orders. */
  id: string;
  order_number: string;
  /** The carrier by `carrierKeyOf`, for finding the parcel that a carrier tells of. */
  carrier_key: string;
  /** The number at the carrier, by `normaliseTrackingNumber`. */
  tracking_number: string;
  /** `ShopFacts`: what the shop says of the parcel. The last word of the shop counts. */
  facts: JsonText;
  /** What carriers and the shop told of the way so far, merged: a `Shipment`. Null before the first news. */
  told: JsonText | null;
  /** The contract’s `Shipment`, composed of both. */
  body: JsonText;
  status: string;
  /** Topic that its last change was told to. */
  topic: string;
  /** Number of its last change among those of the topic. */
  change: number;
  created_at: InstantText;
  /** When what the shopper sees last changed. */
  updated_at: InstantText;
}

interface PendingUpdateRow {
  /** The number at the carrier, by `normaliseTrackingNumber`. Locking this row locks the number. */
  number: string;
  /** A `PendingUpdate` for each carrier that told of the number, as a JSON list. */
  updates: JsonText;
  received_at: InstantText;
}

export interface TrackingTables {
  shipments: ShipmentRow;
  pending_updates: PendingUpdateRow;
}
