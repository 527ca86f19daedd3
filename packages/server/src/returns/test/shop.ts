/** A shop with policies, and orders to return. */
import type { TestServer } from '../../test/server.ts';
import type { OrderLineRow, OrderRow } from '../../orders/tables.ts';

const common = {
  windowStart: 'delivery',
  outcomes: [{ refundType: 'FullRefund' }],
  customerRemorseReturnFees: { type: 'ReturnFeesCustomerResponsibility' },
  itemDefectReturnFees: { type: 'FreeReturn' },
  returnMethod: ['ReturnByMail'],
  exclusions: [],
};
const finite = (id: string, merchantReturnDays: number, appliesTo?: object, more: object = {}) => ({
  ...common, id, returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays, appliesTo, ...more,
});

export const POLICIES = {
  timeZone: 'Europe/Athens',
  homeCountry: 'GR',
  calendars: {
    GR: { holidays: ['2026-04-10', '2026-04-13', '2026-12-25', '2027-01-01'] },
    DE: { timeZone: 'Europe/Berlin', holidays: ['2026-04-03', '2026-04-06', '2026-12-25', '2027-01-01'] },
  },
  policies: [
    finite('world', 20),
    finite('spring', 25, { from: '2026-03-01', until: '2026-05-31' }),
    finite('eu', 30, { countries: ['GR', 'DE', 'FR'] }, {
      conditions: { en: 'Unworn.', el: 'Αφόρετο.' },
      statutory: { days: 14, url: '/withdrawal' },
      guaranteeMonths: 24,
      exclusions: [
        { label: { en: 'Socks', el: 'Κάλτσες' }, reason: 'hygiene', productIds: ['socks'] },
        { label: { en: 'Engraved goods', el: 'Χαραγμένα' }, reason: 'custom_made', productIds: ['engraved'], alsoStatutory: true },
        { label: { en: 'Sale', el: 'Προσφορές' }, reason: 'final_sale' },
      ],
      seasonalOverrides: [{ name: { en: 'Christmas', el: 'Χριστούγεννα' }, startDate: '2026-11-15', endDate: '2026-12-24', returnBy: '2027-01-31' }],
    }),
    finite('de-spring', 33, { countries: ['DE'], from: '2026-03-01', until: '2026-05-31' }),
    finite('de-long', 35, { countries: ['DE'], from: '2026-06-01', until: '2026-08-31' }),
    finite('us', 45, { countries: ['US'] }),
    finite('gold', 60, { tiers: ['gold'] }),
    finite('gold-de', 70, { tiers: ['gold'], countries: ['DE'] }),
    finite('tent', 90, { productIds: ['tent'] }),
    finite('tent-de', 100, { productIds: ['tent'], countries: ['DE'] }),
    finite('tent-gold', 110, { productIds: ['tent'], tiers: ['gold'] }),
    finite('tent-gold-again', 111, { productIds: ['tent'], tiers: ['gold'] }),
    { ...common, id: 'gift-card', appliesTo: { productIds: ['gift-card'] }, returnPolicyCategory: 'MerchantReturnNotPermitted', outcomes: [], statutory: null,
      exclusions: [{ label: 'Gift card', reason: 'digital' }] },
  ],
};

/** Puts an order into the database, with a line for each product. */
export function placeOrder(server: TestServer, order: Partial<OrderRow> & { number: string; email?: string }, products: readonly string[] = ['mug']): Promise<void> {
  const { email, ...columns } = order;
  return server.transact(async ({ db, runtime }) => {
    await db
      .insertInto('orders')
      .values({
        shopper_id: 'ann', email_hash: email ? runtime.fingerprints.email(email) : null, postcode_hash: null, household_hash: null, country: 'GR', currency: 'EUR', total: 5000,
        refunded: 0, coupon_codes: '[]', placed_at: '2026-11-01T10:00:00.000Z', paid_at: '2026-11-01T10:00:00.000Z', delivered_at: null, cancelled_at: null, erased: 0,
        ...columns,
      })
      .execute();
    const lines = products.map((product, index): OrderLineRow => ({
      id: `${order.number}:${index}`, order_number: order.number, position: index, product_id: product, variant_id: null, name: `The ${product}`, variant: null, quantity: 1,
      refunded_quantity: 0, unit_price: 1000, image_url: null, url: null,
    }));
    await db.insertInto('order_lines').values(lines).execute();
  });
}
