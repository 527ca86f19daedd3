/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { staticAdapter } from '../index.ts';

export const proof: AdapterProof = {
  adapter: () => staticAdapter({ src: 'https://shop.example/shop.json' }),
  access: 'A',
  proven: 'files of a host that the test serves',
  skip: {
    identity: 'A file knows nobody: there is no account and no referral link.',
    'no cookies are sent': 'The request must be that of `<link rel="preload" as="fetch" crossorigin>`, which sends cookies to the shop’s own host and to no other.',
  },
};
