/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { smileAdapter } from '../index.ts';

const OF_THE_SDK = 'Smile.js makes the requests, and in this test a stand-in for it.';
const UNTOLD = 'The errors of Smile.js have no Retry-After.';
const UNSTOPPED = 'Smile.js takes no signal: the call ends, the request goes on. adapter.node.test.ts has the call.';

export const proof: AdapterProof = {
  adapter: () => smileAdapter({ publishableKey: 'pub_0987654321', load: () => Promise.reject(new Error('Nobody calls it.')) }),
  access: 'B',
  proven: 'a stand-in for Smile.js after its documentation; not the live service',
  skip: {
    'requests go through the fetch that was given': OF_THE_SDK,
    'no token is ever in an address': OF_THE_SDK,
    'no cookies are sent': OF_THE_SDK,
    'a guest sends no token': OF_THE_SDK,
    'a call that was aborted before it began asks for nothing': UNSTOPPED,
    'an abort in flight ends the request and the call': UNSTOPPED,
    'an abort while the answer comes ends the call': UNSTOPPED,
    '429 is RATE_LIMITED, with the seconds of Retry-After': UNTOLD,
    '429 is RATE_LIMITED, with the seconds until the date of Retry-After': UNTOLD,
  },
};
