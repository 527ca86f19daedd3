/** How many points an amount earns. */
import type { Money } from '@aftercart/contract';
import type { PurchaseRule } from './program/earning.ts';

export interface PricedLine {
  productId: string | null | undefined;
  quantity: number;
  /** Price of one, in minor units. */
  price: number;
}

/** Multipliers have at most two decimals; counted as whole hundredths, sums are exact. */
const HUNDREDTHS = 100;

/** Points for an amount paid for goods, rounded down; nothing when its currency earns nothing. */
export function pointsForAmount({ rates }: PurchaseRule, { amount, currency }: Money, multiplier: number): number | undefined {
  const rate = rates.find(({ per }) => per.currency === currency);
  if (!rate) return undefined;
  const scaled = BigInt(amount) * BigInt(rate.points) * BigInt(Math.round(multiplier * HUNDREDTHS));
  return Number(scaled / (BigInt(rate.per.amount) * BigInt(HUNDREDTHS)));
}

/** What of a total is for products that earn: a discount on the whole counts for every line alike. */
export function earningPart({ excludedProducts }: PurchaseRule, total: number, lines: readonly PricedLine[]): number {
  const excluded = new Set(excludedProducts);
  let all = 0n;
  let earning = 0n;
  for (const { productId, quantity, price } of lines) {
    const value = BigInt(quantity) * BigInt(price);
    all += value;
    if (productId == null || !excluded.has(productId)) earning += value;
  }
  return all > 0n ? Number((BigInt(total) * earning) / all) : total;
}

/** How many of an order’s points are to be taken back once so much of its total was refunded: what stays is rounded down, so a whole refund takes all. */
export function pointsForRefund(earned: number, total: number, refunded: number): number {
  if (refunded >= total) return earned;
  return earned - Number((BigInt(earned) * BigInt(total - refunded)) / BigInt(total));
}
