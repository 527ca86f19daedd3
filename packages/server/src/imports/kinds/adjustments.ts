/** Points that the merchant gives or takes by hand. */
import { AdapterError } from '@aftercart/contract';
import { id, line } from '@aftercart/contract/schemas';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { ShopperId } from '../../orders/order-in.ts';
import { adjust } from '../../points/adjust.ts';
import { findShopper } from '../../shoppers/shoppers.ts';
import { required, text, whole } from '../columns.ts';
import type { Kind } from '../types.ts';
import { writeEach } from './refusals.ts';

const Adjustment = z.strictObject({
  id: id(),
  shopper: ShopperId,
  points: z.int().min(-1_000_000_000_000).max(1_000_000_000_000).refine((points) => points !== 0, 'must not be 0'),
  description: line().min(1).nullish(),
});
type Adjustment = z.infer<typeof Adjustment>;

export const adjustments: Kind<Adjustment> = {
  columns: {
    id: required(text('a name of your own for this adjustment: told twice, it counts once')),
    shopper: required(text('the `sub` of the shopper’s tokens')),
    points: required(whole('how many points are given, or with a minus taken, as a whole number in the program’s smallest unit')),
    description: text('why, in words for the shopper'),
  },
  schema: Adjustment,
  key: (adjustment) => `The adjustment ${adjustment.id}`,
  write: (context, records) => writeEach(records, (value) => write(context, value)),
};

async function write(context: Context, { id: reference, shopper: shopperId, points, description = null }: Adjustment): Promise<'imported' | 'skipped'> {
  // Most often a typo: whoever has points has been told of before.
  if (!(await findShopper(context.db, shopperId))) throw new AdapterError('INVALID_REQUEST', `There is no shopper ${shopperId}: import shoppers first.`);
  return (await adjust(context, { shopperId, points, reason: description, reference })) ? 'imported' : 'skipped';
}
