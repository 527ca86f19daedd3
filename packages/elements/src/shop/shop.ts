import { AdapterError, type Adapter } from '@aftercart/contract';
import { consoleReport, defineShop, getShop, removeShop, type GetToken, type Purpose, type Shop, type ShopOptions } from '@aftercart/core';
import { setAgain } from '../base/drawn-element.ts';

/** Options as attributes and JSON give them: every attribute of the tag by its camelCase name. */
export type AdapterOptions = Readonly<Record<string, unknown>>;
export type AdapterFactory = (options: AdapterOptions) => Adapter | Promise<Adapter>;

/** Attributes that say nothing of which shop it is: a change of them must not make another one. */
const OWN = /^(session|consent|class|style)$/;

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Declares a shop for the elements of the page: which adapter, which shopper. It draws nothing, needs not be around the
 * elements and may come after them.
 *
 * Further attributes are options of the adapter (`src`, `endpoint`, `scenario` …). A child
 * `<script type="application/json">` may hold the same options by their camelCase names, and `seed`: first answers by
 * `service.method`, which save the first request.
 *
 * @tagname aftercart-shop
 * @slot - A `<script type="application/json">` with options and first data.
 *
 * @attr {string} name - Name that elements choose the shop by; `default` when left out.
 * @attr {string} adapter - `http`, `memory`, `static` or another adapter that this page knows.
 * @attr {string} token-url - Address of the shop’s own back end that answers with the shopper’s token, as text or as `{"token":"…"}`; 204, 401, 403 and 404 mean guest.
 * @attr {string} session - Any word that changes when the shopper changes, so that the old one’s data goes at once.
 * @attr {string} consent - What may be kept on the device: any of `drafts`, `attribution`, `safety`. Nothing when left out.
 * @attr {number} timeout - Milliseconds that one call may take, a whole number; 8000 when left out.
 */
export class ShopElement extends HTMLElement {
  static readonly observedAttributes = ['name', 'adapter', 'src', 'endpoint', 'scenario', 'latency', 'token-url', 'session', 'capabilities'];
  /** The adapters that `adapter="…"` can name. */
  static adapters: Readonly<Record<string, AdapterFactory>> = {};

  /** Options from code, over those of attributes and JSON. Set it before or after the element is defined. */
  get options(): Partial<ShopOptions> {
    return this.#options;
  }
  set options(options: Partial<ShopOptions>) {
    this.#options = options;
    this.#declared = '';
    this.#schedule();
  }

  /** The shop, once it is declared. */
  get shop(): Shop | undefined {
    return this.#shop;
  }

  #options: Partial<ShopOptions> = {};
  #shop: Shop | undefined;
  #scheduled = false;
  /** What the page said when the shop was declared, so that saying it again changes nothing. */
  #declared = '';

  constructor() {
    super();
    setAgain(this, ['options']);
  }

  connectedCallback(): void {
    this.hidden = true;
    this.#schedule();
  }

  disconnectedCallback(): void {
    this.#schedule();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'session' && before !== now) this.signIn();
    this.#schedule();
  }

  /** Starts over with the shopper whom the token is for now. */
  signIn(getToken?: GetToken): void {
    this.#shop?.signIn(getToken);
  }

  /** Starts over as a guest. */
  signOut(): void {
    this.#shop?.signOut();
  }

  /** Several changes at once, and a move in the page, are one. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const run = () => {
      this.#scheduled = false;
      this.#declare();
    };
    // The JSON inside may not be parsed yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
    else queueMicrotask(run);
  }

  #declare(): void {
    if (!this.isConnected) {
      if (this.#shop) removeShop(this.#shop);
      this.#shop = undefined;
      this.#declared = '';
      return;
    }
    const page: Record<string, unknown> = { ...this.#json() };
    for (const { name, value } of [...this.attributes]) if (!OWN.test(name)) page[camel(name)] = value;
    const declared = JSON.stringify(page);
    if (this.#shop && declared === this.#declared) return;
    this.#declared = declared;

    const { timeout, tokenUrl } = page as Record<string, string | undefined>;
    const name = String(page['name'] || 'default');
    // More digits are more than a timer can wait for, and would be no time at all.
    const isTime = /^[1-9]\d{0,8}$/.test(timeout!);
    const before = getShop(name);
    if (before && before !== this.#shop) this.#tell('SHOP_TWICE', name);
    if (this.#shop && this.#shop.name !== name) removeShop(this.#shop);
    if (timeout && !isTime) this.#tell('BAD_ATTRIBUTE', `timeout="${timeout}"`);
    this.#shop = defineShop({
      name,
      seed: page['seed'] as ShopOptions['seed'],
      adapter: () => this.#load(page),
      consent: (purpose: Purpose) => !!this.getAttribute('consent')?.split(' ').includes(purpose),
      timeout: isTime ? Number(timeout) : 8_000,
      ...(tokenUrl && { getToken: async () => (await import('./token-url.ts')).tokenFrom(tokenUrl) }),
      ...this.#options,
    });
  }

  #json(): Record<string, unknown> {
    const script = this.querySelector('script[type="application/json"]');
    if (!script) return {};
    try {
      return JSON.parse(script.textContent) as Record<string, unknown>;
    } catch (error) {
      this.#tell('BAD_JSON', String(error));
      return {};
    }
  }

  async #load(options: AdapterOptions): Promise<Adapter> {
    const { adapters } = ShopElement;
    const { adapter = '' } = options as { adapter?: string };
    try {
      if (!Object.hasOwn(adapters, adapter)) throw new TypeError(`adapter="${adapter}" is none of ${Object.keys(adapters).join(', ')}`);
      return await adapters[adapter]!(options);
    } catch (cause) {
      this.#tell('NO_ADAPTER', (cause as Error).message);
      // The elements step aside; waking up or a change of the tag tries again.
      throw new AdapterError('UNSUPPORTED', '', { cause });
    }
  }

  #tell(code: string, message: string): void {
    // A shop tells each cause once; before there is one, there is the console.
    const report = this.#shop?.report ?? consoleReport;
    void report({ level: 'error', code, where: `<${this.localName}>`, message });
  }
}
