/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { vendureAdapter } from '../index.ts';

const EVENTS = 'Vendure keeps no carrier’s checkpoints, only when a fulfilment came to which of its own states: vendure.node.test.ts has that.';

export const proof: AdapterProof = {
  adapter: () => vendureAdapter({ endpoint: 'https://shop.example/shop-api', plugin: true, returns: { policies: [], timeZone: 'UTC' } }),
  access: 'B',
  proven: 'a real Vendure 3.7 with our plugin, in every test run',
  skip: {
    'tracking.shipments has every checkpoint once, with the same id each time': EVENTS,
    'tracking.shipments is at the stage of what happened last, in whatever order it was told': EVENTS,
    'tracking.shipments keeps the local time and the offset of a checkpoint': EVENTS,
    'tracking.shipments invents no offset that the carrier did not say': EVENTS,
    'tracking.shipments invents no hour that the carrier did not say': EVENTS,
    'tracking.shipments has all of a long journey': EVENTS,
    'tracking.shipments hands hostile texts on as they are': EVENTS,
  },
};
