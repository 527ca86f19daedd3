/**
 * The schemas of everything that crosses an adapter, in zod. For Node: servers, adapters’ tests, code generation. A page
 * uses the main entry, whose guards are generated from these schemas and weigh a fraction of zod.
 */
export * from './common.ts';
export * from './points.ts';
export * from './referrals.ts';
export * from './reviews.ts';
export * from './returns.ts';
export * from './faq.ts';
export * from './tracking.ts';
