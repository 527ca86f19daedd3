/** Answers of a real Medusa 2.21.1 with loyalty-plugin 2.21.1 and medusa-product-reviews 1.4.0, as `prove.ts` starts it; shortened, ids made readable. */

export const ORDERS = {
  orders: [
    {
      id: 'order_01SENT', number: '3', created_at: '2026-11-18T14:37:00.000Z', canceled_at: null, delivered_at: null,
      shipping_address: { city: 'Athens', country_code: 'gr' },
      items: [
        { id: 'ordli_01TENT', title: 'Tent', product_title: 'Tent', variant_title: 'Default variant', product_id: 'prod_01TENT', product_handle: 'tent', thumbnail: 'images/tent.svg', quantity: 1, delivered_quantity: 0, returned_quantity: 0 },
      ],
      fulfillments: [
        {
          id: 'ful_01SENT', carrier: 'Parcel Post', packed_at: '2026-11-18T15:00:00.000Z', shipped_at: '2026-11-19T09:30:00.123Z', delivered_at: null, canceled_at: null,
          updated_at: '2026-11-22T14:38:19.772Z',
          items: [{ title: 'Default variant', quantity: 1, line_item_id: 'ordli_01TENT' }],
          labels: [
            {
              tracking_number: 'ANN0000001', tracking_url: '#',
              told: {
                id: 'Parcel Post:ANN0000001', carrier: 'Parcel Post', trackingNumber: 'ANN0000001', status: 'unknown', delayed: true, asOf: '2026-11-22T10:00:00Z',
                estimate: { latest: '2026-11-23' },
                events: [
                  { id: 'ANN0000001:0', status: 'out_for_delivery', time: { value: '2026-11-22T11:37', precision: 'minute', offset: '+02:00' }, description: 'Out for delivery', location: 'Athens' },
                  { id: 'ANN0000001:1', status: 'info_received', time: { value: '2026-11-18', precision: 'day', offset: null }, description: 'The shipment was announced', location: null },
                ],
              },
            },
            { tracking_number: 'ANN0000002', tracking_url: 'https://post.example/ANN0000002' },
          ],
        },
      ],
    },
    {
      id: 'order_01CAME', number: '4', created_at: '2026-11-10T14:37:00.000Z', canceled_at: null, delivered_at: '2026-11-13T14:37:00.000Z',
      shipping_address: { city: 'Athens', country_code: 'gr' },
      items: [
        { id: 'ordli_01BOOTS', title: 'Boots', product_title: 'Boots', variant_title: 'Default variant', product_id: 'prod_01BOOTS', product_handle: 'boots', thumbnail: null, quantity: 1, delivered_quantity: 1, returned_quantity: 0 },
      ],
      fulfillments: [
        {
          id: 'ful_01CAME', carrier: 'Letter Post', packed_at: '2026-11-10T14:37:00.000Z', shipped_at: '2026-11-10T14:37:00.000Z', delivered_at: '2026-11-13T14:37:00.000Z',
          canceled_at: null, updated_at: '2026-11-13T14:37:00.696Z', items: [{ title: 'Default variant', quantity: 1, line_item_id: 'ordli_01BOOTS' }], labels: [],
        },
      ],
    },
  ],
};

const REVIEW = { id: 'prev_01BOOTS', status: 'pending', name: 'A.', rating: 4, content: 'Dry feet\n\nThey keep dry.', created_at: '2026-11-22T14:39:42.953Z' };

export const REVIEWS = {
  items: [
    {
      id: 'ordli_01BOOTS', title: 'Boots', product_title: 'Boots', variant_title: '42', product_id: 'prod_01BOOTS', product_handle: 'boots', thumbnail: null, quantity: 1,
      delivered_quantity: 1, returned_quantity: 0, order: { id: 'order_01CAME', number: '4' }, delivered_at: '2026-11-13T14:37:00.000Z', review: REVIEW,
    },
    {
      id: 'ordli_01SOCKS', title: 'Socks', product_title: 'Socks', variant_title: 'Default variant', product_id: null, product_handle: null, thumbnail: 'images/socks.svg', quantity: 2,
      delivered_quantity: 2, returned_quantity: 0, order: { id: 'order_01CAME', number: '4' }, delivered_at: '2026-11-13T14:37:00.000Z', review: null,
    },
  ],
};

export const SUBMITTED = { review: REVIEW };

export const CREDIT = {
  store_credit_accounts: [
    {
      id: 'sc_acc_01ANN', currency_code: 'eur', balance: 37.66, debits: 12.34, credits: 50,
      transactions: [
        { id: 'sc_trx_01A', amount: 50, type: 'credit', reference: 'user', note: 'A start', created_at: '2026-11-20T14:36:00.000Z' },
        { id: 'sc_trx_01B', amount: 12.34, type: 'debit', reference: 'cart', note: null, created_at: '2026-11-22T14:36:00.000Z' },
      ],
    },
  ],
  count: 1, offset: 0, limit: 1,
};

export const NO_CREDIT = { store_credit_accounts: [], count: 0, offset: 0, limit: 1 };

/** Refusals, each with its status. */
export const REFUSALS = {
  noKey: [400, { type: 'not_allowed', message: 'Publishable API key required in the request header: x-publishable-api-key. You can manage your keys in settings in the dashboard.' }],
  wrongKey: [400, { type: 'not_allowed', message: 'A valid publishable key is required to proceed with the request' }],
  wrongToken: [401, { message: 'Unauthorized' }],
  nobody: [401, { type: 'unauthorized', message: 'Nobody is signed in, and nothing proves the order.' }],
  badInput: [400, { type: 'invalid_data', message: '`order_number` must be a text of at most 300 characters.' }],
  again: [422, { code: 'invalid_request_error', type: 'duplicate_error', message: 'This was reviewed already.' }],
  atOnce: [409, { code: 'invalid_state_error', type: 'conflict', message: 'The request conflicted with another request. You may retry the request with the provided Idempotency-Key.' }],
  unknown: [500, { code: 'unknown_error', type: 'unknown_error', message: 'An unknown error occurred.' }],
} as const;
