/**
 * Shops and their stores, without any drawing. Runs in a page and in Node.
 *
 * `createShop` makes a shop; the functions of `services/` give its stores (`pointsStores(shop).$account`) and its writes
 * (`pointsActions(shop).redeem(…)`), each in a module of its own, so that a page pays for the services it shows.
 */
export { act, createKey } from './act.ts';
export { explain } from './explain.ts';
export { defineShop, getShop, removeShop, watchShop } from './registry.ts';
export { consoleReport, type OnReport, type Report } from './report.ts';
export type { Resource, ResourceState, ResourceStatus } from './resource.ts';
export { createShop, type Shop, type ShopOptions } from './shop.ts';
export type { Consent, Purpose, ShopStorage } from './storage.ts';
export type { GetToken } from './token.ts';
export { faqStores } from './services/faq.ts';
export { faqActions } from './services/faq-actions.ts';
export { pointsStores } from './services/points.ts';
export { estimateStore } from './services/points-estimate.ts';
export { pointsActions } from './services/points-actions.ts';
export { referralsStores } from './services/referrals.ts';
export { referralsActions } from './services/referrals-actions.ts';
export { policyStore } from './services/returns.ts';
export { deadlineStore } from './services/returns-deadline.ts';
export { returnsActions } from './services/returns-actions.ts';
export { reviewsStores } from './services/reviews.ts';
export { reviewsActions } from './services/reviews-actions.ts';
export { mergeShipment } from './services/live-tracking.ts';
export { shipmentsStore } from './services/tracking.ts';
