/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { httpAdapter } from '../index.ts';

export const proof: AdapterProof = {
  adapter: () => httpAdapter({ endpoint: 'https://shop.example/aftercart' }),
  access: 'B',
  proven: 'the reference server on SQLite and on PostgreSQL',
  skip: {},
};
