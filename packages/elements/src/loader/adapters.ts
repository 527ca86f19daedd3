/** The adapters that a script tag can name; each is loaded when a shop names it. */
import { ShopElement } from '../shop/shop.ts';

const number = (option: unknown) => (option === undefined ? option : Number(option)) as number;

ShopElement.adapters = {
  http: async (options) => (await import('@aftercart/adapter-http')).httpAdapter(options as { endpoint: string }),
  memory: async (options) => (await import('@aftercart/adapter-memory')).memoryAdapter({ ...options, latency: number(options['latency']), liveInterval: number(options['liveInterval']) }),
  static: async (options) => (await import('@aftercart/adapter-static')).staticAdapter(options as { src: string }),
};
