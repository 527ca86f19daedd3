/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { shopifyAdapter } from '../index.ts';
import { CUSTOMER_API, SHOP, STOREFRONT_TOKEN } from './host.ts';

const WORDLESS = 'Shopify’s checkpoints have neither words nor places, by which the check knows them: tracking.node.test.ts has it.';
const UTC = 'Shopify keeps instants in UTC, and not what the carrier wrote.';

export const proof: AdapterProof = {
  adapter: () => shopifyAdapter({
      shop: SHOP, storefrontToken: STOREFRONT_TOKEN, customerApi: CUSTOMER_API,
      faq: { type: 'faq', contact: { channels: [] } }, pointsFromStoreCredit: { currency: 'EUR', name: 'Store credit' }, returns: { policies: [] },
    }),
  access: 'A, B',
  proven: 'a mock that executes the queries on Shopify’s published schemas; not the live service',
  skip: {
    'tracking.shipments is at the stage of what happened last, in whatever order it was told': WORDLESS,
    'tracking.shipments keeps the local time and the offset of a checkpoint': UTC,
    'tracking.shipments invents no offset that the carrier did not say': UTC,
    'tracking.shipments invents no hour that the carrier did not say': UTC,
    'tracking.shipments hands hostile texts on as they are': WORDLESS,
    'tracking.shipments shows a guest the order that is proven': 'Shopify’s APIs show an order to its customer and to nobody else.',
  },
};
