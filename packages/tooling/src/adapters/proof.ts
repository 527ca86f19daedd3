/** What an adapter’s package says of how it was proven, in `src/test/proof.ts`: its own conformance test and the table in the documentation read it. */
import type { Adapter } from '../../../contract/src/index.ts';

export interface AdapterProof {
  /** The adapter with all that it can do, as the conformance test makes it. It asks for nothing. */
  adapter(): Adapter;
  /**
   * How it gets at a shopper’s data: with a public key in the page (A), with a token that the shop signs or the platform gives the shopper (B), through a server
   * (C), or without any backend (–).
   */
  access: 'A' | 'B' | 'C' | 'A, B' | '–';
  /** What the conformance kit was run against, in a few words. */
  proven: string;
  /** Checks that can’t hold, with the reason: `skip` of the set-up. */
  skip: Readonly<Record<string, string>>;
}
