export { wordpressAdapter, type WordpressAdapter, type WordpressOptions } from './adapter.ts';
