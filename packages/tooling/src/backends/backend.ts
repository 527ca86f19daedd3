/** What `pnpm start --backend <name>` runs in the place of the reference server: `backends/<name>.ts` exports `start`. */

/** A platform with the demo’s shop in it. */
export interface DemoBackend {
  /** What people call it, such as `Vendure 3.7`. */
  title: string;
  /** Where it listens, without a slash at the end. */
  url: string;
  /** First parts of the paths that the storefront passes on, and where to: with `{ 'shop-api': url }`, `/api/shop-api…` goes to `<url>/shop-api…`. */
  passOn: Readonly<Record<string, string>>;
  /** Folders that the storefront serves besides, by path. */
  files?: Readonly<Record<string, string>>;
  /**
   * File of a browser module, which may be TypeScript: `export default (api: string): Adapter | Promise<Adapter>`. `api` is the absolute address of the
   * storefront’s `/api`, without a slash at the end.
   */
  adapterModule: string;
  /** Who can be looked as, the first one to begin with; a guest besides. */
  shoppers: readonly string[];
  /** A fresh token of one of them, as `context.token()` gives it to the adapter; `of` names one of several backends. */
  token(shopper: string, of: string | null): Promise<string>;
  /** What the demo’s pages call otherwise. */
  names: {
    /** Number of the order whose parcel is on its way. */
    moving: string;
    /** Number of the order that has arrived. */
    arrived: string;
    /** Id of the backpack of `product.html`. */
    backpack: string;
  };
  /** More lines to print, such as where to log in. */
  notes: readonly string[];
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<unknown>;
  stop(): Promise<unknown>;
}

/** @param port Wanted one; 0 is any. */
export type StartDemoBackend = (options: { port: number }) => Promise<DemoBackend>;
