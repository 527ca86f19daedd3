/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { zendeskAdapter } from '../index.ts';

const IS_HTML = 'Zendesk keeps answers as HTML, and the kit’s are text as well.';

export const proof: AdapterProof = {
  adapter: () => zendeskAdapter({ endpoint: 'https://help.shop.example', locales: ['en-us'] }),
  access: 'A',
  proven: 'a mock of its documented answers; not the live service',
  skip: {
    'faq.entries are as they were written': IS_HTML,
    'faq.entries are in the language that was asked for': IS_HTML,
    'faq.entries are in the language of a region': IS_HTML,
  },
};
