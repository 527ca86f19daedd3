import type { InstantText, JsonText } from '../database/columns.ts';

export interface DocumentTables {
  /** What a merchant sets up, one document a kind. */
  documents: { kind: string; body: JsonText; version: number; updated_at: InstantText };
}
