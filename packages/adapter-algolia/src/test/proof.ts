/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { algoliaAdapter } from '../index.ts';
import { APP, KEY } from './mock.ts';

export const proof: AdapterProof = {
  adapter: () => algoliaAdapter({ appId: APP, apiKey: KEY, index: 'faq' }),
  access: 'A',
  proven: 'a mock of its documented answers; not the live service',
  skip: {},
};
