/** What the kit’s set-up and the documentation say of this adapter. */
import type { AdapterProof } from '../../../tooling/src/adapters/proof.ts';
import { wordpressAdapter } from '../index.ts';

const IS_HTML = 'WordPress keeps answers as HTML, and the kit’s are text as well.';

export const proof: AdapterProof = {
  adapter: () => wordpressAdapter({ endpoint: 'https://shop.example/wp-json', postType: 'faq' }),
  access: 'A',
  proven: 'a real WordPress 6.1, by `pnpm prove:wordpress`; recorded answers in every test run',
  skip: {
    'faq.entries are as they were written': IS_HTML,
    'faq.entries are in the language that was asked for': IS_HTML,
    'faq.entries are in the language of a region': IS_HTML,
    'faq.entries hands hostile texts on as they are': IS_HTML,
  },
};
