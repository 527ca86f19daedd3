import { z } from 'zod';
import { merchantOperation, type MerchantOperation } from '../merchant/operation.ts';
import { ShopperId } from '../orders/order-in.ts';
import { eraseShopper, exportShopper } from './privacy.ts';

const parameters = z.object({ shopperId: ShopperId });

export const privacyMerchant: readonly MerchantOperation[] = [
  merchantOperation('GET /shoppers/{shopperId}/export', {
    summary: 'All that is known of a shopper, by part of the server.',
    parameters,
    answer: z.looseObject({ shopperId: z.string(), exportedAt: z.string() }).meta({ id: 'ShopperExport', description: 'All that is known of a shopper.' }),
    handle: ({ parameters: { shopperId } }, context) => exportShopper(context, shopperId),
  }),
  merchantOperation('DELETE /shoppers/{shopperId}', {
    summary: 'Forgets a shopper. What the shop must keep, such as orders and the sums of the ledger, stays without the person.',
    parameters,
    handle: ({ parameters: { shopperId } }, context) => eraseShopper(context, shopperId),
  }),
];
