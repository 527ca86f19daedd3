export { medusaAdapter, type MedusaAdapter, type MedusaOptions } from './adapter.ts';
export type { MedusaReturns, PolicySource } from './returns/options.ts';
export type { MedusaStoreCredit } from './points/options.ts';
