/** The adapters that a script tag can name; each is loaded when a shop names it. */
import { ShopElement, type AdapterOptions } from '../shop/shop.ts';

const numbers = (options: AdapterOptions, ...names: string[]) => {
  const given = names.filter((name) => options[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, Number(options[name])]));
};

ShopElement.adapters = {
  http: async (options) => (await import('@aftercart/adapter-http')).httpAdapter(options as { endpoint: string }),
  memory: async (options) => (await import('@aftercart/adapter-memory')).memoryAdapter({ ...options, ...numbers(options, 'latency', 'liveInterval') }),
  static: async (options) => (await import('@aftercart/adapter-static')).staticAdapter(options as { src: string }),
};
