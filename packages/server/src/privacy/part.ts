import type { Context } from '../context.ts';

/** Whose data it is. */
export interface Subject {
  shopperId: string;
  /** Fingerprint of the e-mail, when one is known. */
  emailHash: string | null;
  /** Made by chance for this erasure: stands in for the shopper in what has to stay, such as the ledger. */
  pseudonym: string;
}

/** What one part of the server knows of a shopper, and how it forgets. */
export interface PrivacyPart {
  /** Key in the export. */
  name: string;
  export(context: Context, subject: Subject): Promise<unknown>;
  /** What the law makes the merchant keep stays, without the person. */
  erase(context: Context, subject: Subject): Promise<void>;
}
