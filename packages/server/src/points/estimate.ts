/** What products or a cart would earn. */
import type { EstimateInput, PointsEstimate } from '@aftercart/contract';
import type { Context } from '../context.ts';
import { findShopper } from '../shoppers/shoppers.ts';
import { earningPart, pointsForAmount, type PricedLine } from './order-points.ts';
import { purchaseRule, readProgram, type ProgramDocument } from './program-document.ts';
import { multiplierOf } from './tiers/multiplier.ts';

/** More than the contract can say. */
const TOO_MANY = 1_000_000_000_000;

/** At the shopper’s tier. Nothing when a price is missing, or its currency earns nothing: a sum with a part missing would promise something else. */
export async function estimate({ lines }: EstimateInput, context: Context): Promise<PointsEstimate | null> {
  const program = await readProgram(context);
  const rule = program && purchaseRule(program);
  const currency = lines[0]?.price?.currency;
  if (!rule || currency === undefined) return null;
  const priced: PricedLine[] = [];
  for (const { productId, quantity, price } of lines) {
    if (price?.currency !== currency || price.amount < 0 || price.amount > TOO_MANY) return null;
    priced.push({ productId, quantity, price: price.amount });
  }
  const total = priced.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  if (total > Number.MAX_SAFE_INTEGER) return null;
  const points = pointsForAmount(rule, { amount: earningPart(rule, total, priced), currency }, await multiplier(context, program));
  return points === undefined || points > TOO_MANY ? null : { points };
}

async function multiplier(context: Context, program: ProgramDocument): Promise<number> {
  const { shopper, db } = context;
  return shopper && (await findShopper(db, shopper.id))?.state === 'member' ? multiplierOf(context, program, shopper.id) : 1;
}
