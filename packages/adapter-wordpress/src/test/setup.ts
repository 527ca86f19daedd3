/** What the conformance kit needs of a WordPress, real or not. */
import type { AdapterSetup } from '@aftercart/adapter-kit';
import { wordpressAdapter } from '../index.ts';
import { proof } from './proof.ts';
import { questionsOf, type Fill } from './questions.ts';

/** @param url Of the site, without a slash at its end. */
export const setupOf = (url: () => string, fill: Fill): AdapterSetup => ({
  create: ({ fetch }) => wordpressAdapter({ endpoint: `${url()}/wp-json`, postType: 'faq', taxonomy: 'faq-topics', languages: ['en', 'de', 'el'], fetch }),
  async seed(world) {
    const questions = questionsOf(world);
    const { ids } = await fill(questions);
    const tokens = Object.fromEntries(world.shoppers.map(({ name }) => [name, `token-of-${name}`]));
    // The same entry in another language is a post of its own: those of the first language are told.
    return { tokens, orders: {}, faq: Object.fromEntries(questions.map(({ id }, index) => [id, String(ids[index])] as const).toReversed()) };
  },
  inspect: {},
  skip: proof.skip,
});
