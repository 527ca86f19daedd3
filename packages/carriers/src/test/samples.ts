/** A tracking object of each service, shaped as its documentation shows it. */
import type { AftershipTracking, EasypostTracker, SeventeentrackTracking, ShippoTrack, ShopifyFulfillment,
  ShopifyWebhookFulfillment } from '../index.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
export const now = (): number => NOW;

export const aftership = (): AftershipTracking => ({
  id: 'a1b2c3',
  tracking_number: 'JD01 4600 0678',
  slug: 'dhl-germany',
  tag: 'OutForDelivery',
  subtag: 'OutForDelivery_001',
  updated_at: '2026-11-22T08:00:01+00:00',
  order_number: 'NP-1',
  courier_tracking_link: 'https://dhl.example/JD0146000678',
  courier_redirect_link: 'https://dhl.example/redirect',
  destination_city: 'Athens',
  destination_country_region: 'GRC',
  order_promised_delivery_date: { promised_delivery_date: '2026-11-20', promised_delivery_date_min: null, promised_delivery_date_max: null },
  latest_estimated_delivery: { datetime: '2026-11-22', datetime_min: '2026-11-22', datetime_max: '2026-11-23T18:00:00' },
  checkpoints: [
    { checkpoint_time: '2026-11-19T10:00:00+01:00', tag: 'InfoReceived', subtag: 'InfoReceived_001', message: 'Label printed', location: 'Leipzig' },
    { checkpoint_time: '2026-11-20T21:30:00+01:00', tag: 'InTransit', subtag: 'InTransit_007', message: 'Departed', city: 'Leipzig',
      country_region_name: 'Germany' },
    { checkpoint_time: '2026-11-22T07:45:00', tag: 'OutForDelivery', subtag: 'OutForDelivery_001', message: '<b>On the van</b>', location: 'Athens' },
  ],
});

export const easypost = (): EasypostTracker => ({
  id: 'trk_1',
  tracking_code: '9400110898825022579493',
  status: 'in_transit',
  status_detail: 'weather_delay',
  carrier: 'USPS',
  updated_at: '2026-11-21T20:00:00Z',
  public_url: 'https://track.easypost.com/1',
  est_delivery_date: '2026-11-24T00:00:00Z',
  carrier_detail: {
    est_delivery_date_local: '2026-11-25',
    guaranteed_delivery_date: '2026-11-23T00:00:00Z',
    destination_tracking_location: { city: 'BROOKLYN', state: 'NY', country: 'US', zip: '11201' },
  },
  tracking_details: [
    { message: 'Label', status: 'pre_transit', status_detail: 'label_created', datetime: '2026-11-20T15:00:00Z', tracking_location: { city: null,
      state: null, country: 'US', zip: '32837' } },
    { message: 'Snow', status: 'in_transit', status_detail: 'weather_delay', datetime: '2026-11-21T19:27:00Z',
      tracking_location: { city: 'ORLANDO', state: 'FL', country: 'US', zip: '32809' } },
  ],
});

export const shippo = (): ShippoTrack => ({
  carrier: 'usps',
  tracking_number: '9205590164917312751089',
  address_to: { city: 'Spotsylvania', state: 'VA', zip: '22551', country: 'US' },
  original_eta: '2026-11-20T00:00:00Z',
  eta: '2026-11-22T00:00:00Z',
  tracking_status: {
    object_created: '2026-11-21T20:35:26.129Z', object_updated: '2026-11-21T20:36:00Z', status: 'TRANSIT', status_details: 'Nobody was at home.',
    status_date: '2026-11-21T13:03:00Z', substatus: { code: 'delivery_attempted', text: 'Attempted', action_required: true },
    location: { city: 'Spotsylvania', state: 'VA', zip: '22551', country: 'US' },
  },
  tracking_history: [
    { object_created: '2026-11-20T14:36:50.943Z', status: 'TRANSIT', status_details: 'Accepted.', status_date: '2026-11-19T15:33:00Z',
      substatus: null, location: { city: 'Las Vegas', state: 'NV', zip: '89101', country: 'US' } },
    { object_created: '2026-11-21T20:35:26.129Z', status: 'TRANSIT', status_details: 'Nobody was at home.', status_date: '2026-11-21T13:03:00Z',
      substatus: { code: 'delivery_attempted', text: 'Attempted', action_required: true }, location: { city: 'Spotsylvania', state: 'VA',
      zip: '22551', country: 'US' } },
  ],
});

export const seventeentrack = (): SeventeentrackTracking => ({
  number: 'RR123456789CN',
  carrier: 3011,
  track_info: {
    shipping_info: { recipient_address: { country: 'GR', city: 'Athens' } },
    latest_status: { status: 'Exception', sub_status: 'Exception_Delayed' },
    time_metrics: { estimated_delivery_date: { from: '2026-11-24T00:00:00-05:00', to: '2026-11-26T23:59:59-05:00' } },
    tracking: {
      providers: [
        {
          provider: { key: 3011, name: 'China Post', alias: 'China Post' },
          latest_sync_time: '2026-11-22T06:00:00Z',
          events: [
            { time_raw: { date: '2026-11-21', time: null, timezone: null }, time_iso: '2026-11-21T00:00:00+08:00',
              time_utc: '2026-11-20T16:00:00Z', description: 'Delayed', location: 'Guangzhou', stage: null, sub_status: 'Exception_Delayed' },
            { time_raw: { date: '2026-11-18', time: '20:22:00', timezone: null }, time_iso: '2026-11-18T20:22:00+08:00',
              time_utc: '2026-11-18T12:22:00Z', description: 'Collected', location: '', address: { country: 'CN', city: 'Shenzhen' },
              stage: 'PickedUp', sub_status: 'InTransit_PickedUp' },
          ],
        },
      ],
    },
  },
});

export const shopify = (): ShopifyFulfillment => ({
  id: 'gid://shopify/Fulfillment/1',
  status: 'SUCCESS',
  latestShipmentStatus: 'READY_FOR_PICKUP',
  updatedAt: '2026-11-22T09:00:00Z',
  estimatedDeliveryAt: '2026-11-23T17:00:00Z',
  trackingInformation: [{ company: 'DHL Express', number: '1Z 999', url: 'https://dhl.example/1Z999' }],
  events: {
    nodes: [
      { id: 'gid://shopify/FulfillmentEvent/1', status: 'IN_TRANSIT', happenedAt: '2026-11-21T09:00:00Z' },
      { id: 'gid://shopify/FulfillmentEvent/2', status: 'READY_FOR_PICKUP', happenedAt: '2026-11-22T08:59:00Z' },
    ],
  },
  fulfillmentLineItems: { nodes: [{ quantity: 2, lineItem: { name: 'Enamel mug', title: 'Mug', image: { url: 'https://shop.example/mug.jpg' } } }] },
});

export const shopifyWebhook = (): ShopifyWebhookFulfillment => ({
  admin_graphql_api_id: 'gid://shopify/Fulfillment/1',
  status: 'success',
  shipment_status: 'in_transit',
  updated_at: '2026-11-21T19:00:00-05:00',
  tracking_company: 'DHL Express',
  tracking_number: '1Z999',
  tracking_url: 'https://dhl.example/1Z999',
  line_items: [{ name: 'Enamel mug', quantity: 2 }],
  destination: { city: 'Ottawa', country_code: 'CA' },
});
