export { algoliaAdapter, type AlgoliaAdapter, type AlgoliaOptions } from './adapter.ts';
export type { AlgoliaAttributes } from './records.ts';
