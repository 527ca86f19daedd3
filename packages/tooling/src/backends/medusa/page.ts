/** The adapter of the demo storefront over Medusa, in the page. */
import { medusaAdapter } from '../../../../adapter-medusa/src/index.ts';

const EUR = (amount: number) => ({ amount, currency: 'EUR' });

export default (api: string) =>
  medusaAdapter({
    endpoint: api,
    publishableKey: 'pk_of_the_demo',
    reviews: true,
    pointsFromStoreCredit: { currency: 'EUR', name: (locale) => (locale.startsWith('de') ? 'Guthaben' : 'Store credit'), signInUrl: 'account.html' },
    returns: {
      country: 'GR',
      timeZone: 'Europe/Athens',
      policies: [
        {
          id: 'eu', applicableCountry: ['GR', 'CY', 'DE', 'AT', 'FR', 'ES'], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30,
          windowStart: 'delivery', outcomes: [{ refundType: 'FullRefund' }], customerRemorseReturnFees: { type: 'ReturnShippingFees', amount: EUR(490) },
          itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: ['ReturnByMail'], exclusions: [], statutory: { days: 14 }, guaranteeMonths: 24,
        },
      ],
    },
  });
