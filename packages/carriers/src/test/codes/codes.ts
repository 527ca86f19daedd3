/** Code lists as the services publish them, with the meaning that each code has to have. */

/** Status or tag, detail or subtag, and the meaning: stage, then `late` or what the shopper has to do. */
export type CodeRow = readonly [status: string, detail: string | null, meaning: string];

export interface Codes {
  /** Where the list is from. */
  sources: readonly string[];
  rows: readonly CodeRow[];
}
