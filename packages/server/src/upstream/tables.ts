import type { InstantText, JsonText } from '../database/columns.ts';

export interface UpstreamTables {
  /** How a source is doing; there is none before its first turn. */
  upstream_sources: {
    name: string;
    /** When its next turn may begin. Moved on to claim a turn, so that of several processes one has it. */
    next_at: InstantText;
    /** Turns that failed since the last that did not. */
    failures: number;
    /** How far it has come, in its own words. */
    state: JsonText | null;
  };
  /** When a source is asked about a parcel again; there is none before it was asked for the first time, and none once the parcel is gone. */
  upstream_parcels: { source: string; shipment_id: string; next_at: InstantText };
}
