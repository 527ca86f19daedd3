import type { AdapterContext } from '@aftercart/contract';

/** What core gives to every call; a shopper who reads English, unless told otherwise. */
export const contextOf = (given: Partial<AdapterContext> = {}): AdapterContext => ({
  signal: new AbortController().signal,
  locale: 'en',
  token: async () => 'jwt-of-ann',
  ...given,
});

export const guest = (): AdapterContext => contextOf({ token: async () => null });
