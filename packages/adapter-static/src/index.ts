export { staticAdapter, type StaticOptions } from './adapter.ts';
export type { Fetch } from './load.ts';
