import type { ReturnsService } from '@aftercart/contract';
import { listOf } from '../read.ts';
import { member, stillWanted, tokenOfShopper, type StoreApi } from '../store-api.ts';
import { checkTimeZone } from './days.ts';
import { deadlineOf } from './deadline.ts';
import { pick, policiesOf, type MedusaReturns } from './options.ts';

/**
 * The policy from the shop’s options, the last day from Medusa’s orders. There is no `withdraw`: a return in Medusa needs goods that were sent and a way to send
 * them back, and keeps no declaration; the statutory one needs neither of the first two and all of the last.
 */
export function returns(ask: StoreApi, options: MedusaReturns) {
  checkTimeZone(options.timeZone ?? 'UTC');
  return {
    async policy(input, context) {
      stillWanted(context);
      return pick(await policiesOf(options, context.locale), { ...input, country: input.country ?? options.country });
    },

    async deadline({ orderNumber }, context) {
      const token = await tokenOfShopper(context);
      const answer = await ask('/aftercart/orders', { token, body: { order_number: orderNumber } }, context);
      const [order] = listOf(member(answer, 'orders'));
      return order ? deadlineOf(order, await policiesOf(options, context.locale), options) : null;
    },
  } satisfies ReturnsService;
}
