/** Services that the server asks: which, and how often. */
import { ConfigError } from './config-error.ts';

export interface UpstreamConfig {
  /** Seconds between two turns of a source. */
  every: number;
  /** Requests in a turn. */
  budget: number;
  /** Hours without news after which a parcel is asked about. */
  quietHours: number;
  aftership: { key: string; version: string } | undefined;
  easypost: { key: string } | undefined;
  woocommerce: { url: string; key: string; secret: string; since: string | undefined } | undefined;
}

interface Given {
  AFTERCART_UPSTREAM_EVERY: number;
  AFTERCART_UPSTREAM_BUDGET: number;
  AFTERCART_UPSTREAM_QUIET_HOURS: number;
  AFTERCART_AFTERSHIP_API_KEY?: string | undefined;
  AFTERCART_AFTERSHIP_API_VERSION: string;
  AFTERCART_EASYPOST_API_KEY?: string | undefined;
  AFTERCART_WOOCOMMERCE_URL?: string | undefined;
  AFTERCART_WOOCOMMERCE_KEY?: string | undefined;
  AFTERCART_WOOCOMMERCE_SECRET?: string | undefined;
  AFTERCART_WOOCOMMERCE_SINCE?: string | undefined;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** @throws ConfigError */
export function readUpstream(given: Given): UpstreamConfig {
  const { AFTERCART_AFTERSHIP_API_KEY: aftership, AFTERCART_EASYPOST_API_KEY: easypost } = given;
  return {
    every: given.AFTERCART_UPSTREAM_EVERY,
    budget: given.AFTERCART_UPSTREAM_BUDGET,
    quietHours: given.AFTERCART_UPSTREAM_QUIET_HOURS,
    aftership: aftership ? { key: aftership, version: given.AFTERCART_AFTERSHIP_API_VERSION } : undefined,
    easypost: easypost ? { key: easypost } : undefined,
    woocommerce: readWoocommerce(given),
  };
}

function readWoocommerce(given: Given): UpstreamConfig['woocommerce'] {
  const { AFTERCART_WOOCOMMERCE_URL: url, AFTERCART_WOOCOMMERCE_KEY: key, AFTERCART_WOOCOMMERCE_SECRET: secret, AFTERCART_WOOCOMMERCE_SINCE: since } = given;
  if (!url && !key && !secret && !since) return undefined;
  for (const name of ['AFTERCART_WOOCOMMERCE_URL', 'AFTERCART_WOOCOMMERCE_KEY', 'AFTERCART_WOOCOMMERCE_SECRET'] as const) {
    if (!given[name]) throw new ConfigError(`${name} is missing: WooCommerce needs its address, the key and the secret of its REST API.`);
  }
  const address = URL.parse(url!);
  if (!address || !/^https?:$/.test(address.protocol)) throw new ConfigError(`AFTERCART_WOOCOMMERCE_URL holds ${url}, which is no address such as https://shop.example.`);
  if (address.username || address.password) throw new ConfigError(`AFTERCART_WOOCOMMERCE_URL holds a name or a password for ${address.host}: use AFTERCART_WOOCOMMERCE_KEY and AFTERCART_WOOCOMMERCE_SECRET.`);
  if (address.search || address.hash) throw new ConfigError(`AFTERCART_WOOCOMMERCE_URL must end with the path of the shop, such as https://${address.host}: leave out what comes after.`);
  if (address.protocol === 'http:' && !LOOPBACK.test(address.hostname)) throw new ConfigError(`AFTERCART_WOOCOMMERCE_URL holds ${url}: use https://, since the key goes with every request.`);
  return { url: address.href.replace(/\/+$/, ''), key: key!, secret: secret!, since };
}
