/**
 * What elements, core and adapters agree on. This entry is for the page: types, errors and small guards, no zod.
 * The zod schemas are in `@aftercart/contract/schemas`.
 */
export * from './adapter.ts';
export * from './compose.ts';
export * from './currency.ts';
export * from './errors.ts';
export { nearestLocale } from './locale.ts';
export * from './pick-policy.ts';
export { withToken } from './with-token.ts';
export { INVALID, type Guard, type Issue } from './guards/guard.ts';
export * from './generated/guards.ts';
export type * from './types.ts';
