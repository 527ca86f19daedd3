/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { medusaAdapter } from '../index.ts';

export const proof: AdapterProof = {
  adapter: () =>
    medusaAdapter({
      endpoint: 'https://shop.example', publishableKey: 'pk_1',
      returns: { policies: () => [], country: 'GR' }, reviews: true, pointsFromStoreCredit: { currency: 'EUR', name: 'Store credit' },
    }),
  access: 'B',
  proven: 'a real Medusa 2.21 on a real PostgreSQL, by `pnpm prove:medusa`; recorded answers in every test run',
  skip: {},
};
