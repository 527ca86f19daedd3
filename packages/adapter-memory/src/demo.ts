/** What no answer of the adapter says of Northpine: for other back ends that want to be the same shop. */
export { CURRENCY, HOME, MARIA, ORDERS, PRODUCTS, type Order, type ProductId } from './catalogue.ts';
export { RULES as REWARDS } from './points/rewards.ts';
export { TIERS } from './points/tiers.ts';
export { isHoliday } from './returns/working-days.ts';
export { LOCALES, type Locale } from './words.ts';
