/** The search engine, in a file of its own: shops whose backend searches do without. */
export { createFaqSearch } from '@aftercart/faq-index';
