/** Proves that an adapter keeps the contract. */
export { GROUPS, type Check, type Group } from './check.ts';
export { CHECKS } from './checks/index.ts';
export { describeAdapter, type Runner } from './describe.ts';
export type { CheckResult, Report } from './report.ts';
export { runChecks, type RunOptions } from './run.ts';
export type { AdapterSetup, Clock, Inspection } from './setup.ts';
export type { OrderFact, ParcelFact, Seeded, ShopperFact, World } from './world.ts';
export { unfinished, type Unfinished } from './todo/unfinished.ts';
export type { CheckConfig } from './cli/check/load.ts';
