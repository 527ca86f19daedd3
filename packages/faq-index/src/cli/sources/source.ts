/** An entry as a source has it, not checked yet. */
export interface Draft {
  /** Fields of the contract's `FaqEntry`. Without `id` it gets one made of its question. */
  fields: Readonly<Record<string, unknown>>;
  /** Where it is, for what has to be said of it. Found out only when it is asked for. */
  line: () => number | undefined;
  /** Language, when the source says one. */
  locale?: string | undefined;
}

/** What one file has. */
export interface Found {
  drafts: Draft[];
  /** Groups of words that mean the same, when it has any. */
  synonyms?: unknown;
}

/** Reads the text of one file. Throws a `Problem` that says what is wrong. */
export type Source = (text: string, file: string) => Found;
