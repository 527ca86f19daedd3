/**
 * What may be kept on the device, and only with the shopper’s consent (ePrivacy Directive Art. 5(3), which covers
 * localStorage as it covers cookies). Without a consent hook nothing is read or written.
 */
export type Purpose = 'drafts' | 'attribution' | 'safety';

/** Asked at every read and write; not for taking away, which needs no consent. */
export type Consent = (purpose: Purpose) => boolean | Promise<boolean>;

export interface ShopStorage {
  get(purpose: Purpose, key: string): Promise<string | null>;
  /** Keeps a value; null removes it. Tells whether it was kept. */
  set(purpose: Purpose, key: string, value: string | null): Promise<boolean>;
}

export function createStorage(name: string, consent: Consent | undefined): ShopStorage {
  const use = async <T>(purpose: Purpose, otherwise: T, run: (storage: Storage) => T, allowed?: boolean): Promise<T> => {
    try {
      // Storage itself throws where it is blocked, and on a full disk.
      return allowed || (await consent?.(purpose)) ? run(purpose === 'safety' ? sessionStorage : localStorage) : otherwise;
    } catch {
      return otherwise;
    }
  };
  const path = (key: string) => `aftercart:${name}:${key}`;
  return {
    get: (purpose, key) => use(purpose, null, (storage) => storage.getItem(path(key))),
    set: (purpose, key, value) =>
      use(
        purpose,
        false,
        (storage) => {
          if (value === null) storage.removeItem(path(key));
          else storage.setItem(path(key), value);
          return true;
        },
        value === null,
      ),
  };
}
