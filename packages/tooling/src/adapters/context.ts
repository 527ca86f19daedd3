import type { AdapterContext } from '../../../contract/src/index.ts';

/** For tests of adapters: what core gives to every call; a guest who reads English, unless told otherwise. */
export const contextOf = (given: Partial<AdapterContext> = {}): AdapterContext => ({
  signal: new AbortController().signal,
  locale: 'en',
  token: async () => null,
  ...given,
});
