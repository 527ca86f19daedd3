/** The adapter of the demo storefront over Vendure, in the page. */
import { vendureAdapter } from '../../../../adapter-vendure/src/index.ts';

export default (api: string) =>
  vendureAdapter({
    endpoint: `${api}/shop-api`,
    plugin: true,
    returns: {
      timeZone: 'Europe/Athens',
      policies: [
        {
          id: 'eu', applicableCountry: [], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery',
          outcomes: [{ refundType: 'FullRefund' }], customerRemorseReturnFees: { type: 'ReturnShippingFees', amount: { amount: 490, currency: 'EUR' } },
          itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: ['ReturnByMail'], exclusions: [], statutory: { days: 14 }, guaranteeMonths: 24,
        },
      ],
    },
  });
