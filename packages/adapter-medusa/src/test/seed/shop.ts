/** A bare Medusa becomes a shop that sells: region, sales channel, warehouse, ways to send. */
import { openApi, type Api } from './api.ts';

export interface Shop {
  api: Api;
  publishableKey: string;
  regionId: string;
  locationId: string;
  channelId: string;
  profileId: string;
  zoneId: string;
}

interface Product {
  id: string;
  variantId: string;
}

export interface Catalogue {
  /** A product of one variant, made once for a name. */
  product(name: string, price: { amount: number; currency: string }, more?: object): Promise<Product>;
  /** A way to send, called like its carrier, made once for a name. */
  shippingOption(carrier: string): Promise<string>;
}

const COUNTRIES = ['gr', 'de'];

export async function openShop(url: string, admin: { email: string; password: string }): Promise<Shop> {
  const api = await openApi(url, admin);
  const { sales_channel: channel } = await api.admin('POST', '/sales-channels', { name: 'Web' });
  const { api_key: key } = await api.admin('POST', '/api-keys', { title: 'Storefront', type: 'publishable' });
  await api.admin('POST', `/api-keys/${key.id}/sales-channels`, { add: [channel.id] });
  api.useKey(key.token);
  const { region } = await api.admin('POST', '/regions', { name: 'Europe', currency_code: 'eur', countries: COUNTRIES, payment_providers: ['pp_system_default'] });
  const { stock_location: location } = await api.admin('POST', '/stock-locations', { name: 'Warehouse', address: { address_1: 'Dock 1', country_code: 'gr' } });
  await api.admin('POST', `/stock-locations/${location.id}/sales-channels`, { add: [channel.id] });
  await api.admin('POST', `/stock-locations/${location.id}/fulfillment-providers`, { add: ['manual_manual'] });
  const { stock_location: { fulfillment_sets: [set] } } = await api.admin('POST', `/stock-locations/${location.id}/fulfillment-sets?fields=*fulfillment_sets`, { name: 'Parcels', type: 'shipping' });
  const { fulfillment_set: { service_zones: [zone] } } = await api.admin('POST', `/fulfillment-sets/${set.id}/service-zones`, {
    name: 'Europe', geo_zones: COUNTRIES.map((country_code) => ({ type: 'country', country_code })),
  });
  const profiles = (await api.admin('GET', '/shipping-profiles')).shipping_profiles;
  const profile = profiles[0] ?? (await api.admin('POST', '/shipping-profiles', { name: 'Default', type: 'default' })).shipping_profile;

  return { api, publishableKey: key.token, regionId: region.id, locationId: location.id, channelId: channel.id, profileId: profile.id, zoneId: zone.id };
}

/** What is for sale in one world. */
export function openCatalogue({ api, channelId, profileId, zoneId }: Shop): Catalogue {
  const options = new Map<string, Promise<string>>();
  const products = new Map<string, Promise<Product>>();
  let count = 0;
  return {
    shippingOption: (carrier) =>
      once(options, carrier, async () => (await api.admin('POST', '/shipping-options', {
        name: carrier, service_zone_id: zoneId, shipping_profile_id: profileId, provider_id: 'manual_manual', price_type: 'flat',
        type: { label: carrier, code: `way-${++count}`, description: carrier }, prices: [{ currency_code: 'eur', amount: 5 }],
        rules: [{ attribute: 'is_return', operator: 'eq', value: 'false' }, { attribute: 'enabled_in_store', operator: 'eq', value: 'true' }],
      })).shipping_option.id as string),
    product: (name, { amount, currency }, more = {}) =>
      once(products, name, async () => {
        const { product } = await api.admin('POST', '/products', {
          title: name, handle: `product-${++count}`, status: 'published', shipping_profile_id: profileId, sales_channels: [{ id: channelId }],
          // As Medusa’s admin names them where a product has no variants.
          options: [{ title: 'Default option', values: ['Default option value'] }],
          variants: [{ title: 'Default variant', manage_inventory: false, options: { 'Default option': 'Default option value' }, prices: [{ currency_code: currency.toLowerCase(), amount: amount / 100 }] }],
          ...more,
        });
        return { id: product.id, variantId: product.variants[0].id };
      }),
  };
}

function once<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}
