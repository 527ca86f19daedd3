/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { memoryAdapter } from '../index.ts';

export const proof: AdapterProof = {
  adapter: () => memoryAdapter(),
  access: '–',
  proven: 'itself, in Node.js, Chromium and Firefox',
  skip: {
    transport: 'The demo is in the page: there is no way to a backend that could break.',
    'the token is asked for in every call': 'Nobody signs in to the demo: who is looking follows from the scenario, and the token of a call only chooses it for these tests.',
    'a token that can’t be had is a failure, not a guest': 'Nobody signs in to the demo.',
    'referrals.list has every friend once, newest first, and no address of theirs': 'Each scenario is a shop of its own: what a guest claims is not in Maria’s list.',
  },
};
