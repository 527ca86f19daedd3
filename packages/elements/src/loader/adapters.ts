/** The adapters that a script tag can name; each is loaded when a shop names it. */
import { ShopElement } from '../shop/shop.ts';

ShopElement.adapters = {
  http: async (options) => (await import('@aftercart/adapter-http')).httpAdapter(options as { endpoint: string }),
  memory: async (options) => (await import('@aftercart/adapter-memory')).memoryAdapter(options),
  static: async (options) => (await import('@aftercart/adapter-static')).staticAdapter(options as { src: string }),
};
