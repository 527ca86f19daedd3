export { vendureAdapter, type ReturnsOptions, type VendureAdapter, type VendureOptions } from './adapter.ts';
