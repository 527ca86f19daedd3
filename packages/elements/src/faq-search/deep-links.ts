/** Opens the answer that the address of the page names, now and whenever it changes. */
import { LINK, type FaqSearchElement } from './faq-search.ts';

export class DeepLinks {
  readonly #host: FaqSearchElement;
  #left: AbortController | undefined;
  /** The hash that is not followed yet. */
  #hash = '';

  constructor(host: FaqSearchElement) {
    this.#host = host;
  }

  /** Called with each drawing: the answers may come after the link. */
  follow(): void {
    const host = this.#host;
    if (!this.#left) {
      this.#left = new AbortController();
      addEventListener('hashchange', this.#read, { signal: this.#left.signal });
      this.#read();
    }
    if (!this.#hash || !host.items.length) return;
    const hash = this.#hash;
    this.#hash = '';
    host.guarded(async () => (await host.need('answers'))?.showLinked(hash))(undefined);
  }

  readonly #read = (): void => {
    if (!location.hash.startsWith(LINK)) return;
    this.#hash = location.hash;
    this.#host.requestUpdate();
  };

  leave(): void {
    this.#left?.abort();
    this.#left = undefined;
  }
}
