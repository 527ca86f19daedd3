export { httpAdapter, type FullHttpAdapter, type HttpOptions } from './adapter.ts';
export type { Fetch } from './exchange.ts';
