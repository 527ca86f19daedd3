export { shopifyAdapter, type ShopifyOptions } from './adapter.ts';
export type { FaqOptions } from './faq.ts';
export type { Localised } from './language.ts';
export type { StoreCreditOptions } from './points.ts';
export type { ReturnsOptions } from './returns.ts';
