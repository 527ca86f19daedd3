/** The way in for guests: order number and something that proves the order is theirs. Loaded where there is nobody signed in. */
import type { AdapterError } from '@aftercart/contract';
import { shipmentsStore } from '@aftercart/core';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { formatRelative } from '../base/format/relative.ts';
import type { Part as AfterView, Proof } from './after-view.ts';
import type { lookupFormStrings } from './lookup-form.strings.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export { lookupFormStrings as strings } from './lookup-form.strings.ts';
export { lookupFormStyles as styles } from './lookup-form.styles.ts';

type Key = keyof typeof lookupFormStrings;
type Field = 'orderNumber' | 'proof';

/** Answers that must not tell a wrong proof from an order that does not exist. */
const NOT_FOUND = /^(UNAUTHENTICATED|TOKEN_EXPIRED|FORBIDDEN|INVALID_REQUEST)$/;
const LONGEST_POSTCODE = 20;

export class LookupForm {
  readonly host: TrackingTimelineElement;
  readonly view: AfterView;
  #typed: Record<Field, string> = { orderNumber: '', proof: '' };
  #opened: unknown;
  #busy = false;
  #message = '';
  #missing = false;
  /** When the backend wants to be asked again, in milliseconds since 1970. */
  #notBefore = 0;

  constructor(host: TrackingTimelineElement, view: AfterView) {
    this.host = host;
    this.view = view;
    this.forget();
    void this.#stepAsideWhereUnsupported();
  }

  /** The form asks for nothing before it is sent, so it has to find out by itself whether sending it makes sense. */
  async #stepAsideWhereUnsupported(): Promise<void> {
    try {
      const { tracking } = await this.host.currentShop!.adapter();
      if (!tracking?.shipments) this.view.stepAside();
    } catch {
      // The store tells the developer of an adapter that can’t be loaded.
    }
  }

  #t(key: Key, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  /** What was typed and is of use. */
  get #query(): Proof {
    const proof = this.#typed.proof.trim();
    return {
      orderNumber: this.#typed.orderNumber.trim(),
      proof: proof.includes('@') ? { email: proof } : { postcode: proof.slice(0, LONGEST_POSTCODE) },
    };
  }

  async #say(message: string, focus?: string): Promise<void> {
    const { host } = this;
    this.#message = message;
    host.requestUpdate();
    await host.updateComplete;
    if (focus) host.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { host } = this;
    const query = this.#query;
    const { orderNumber } = query;
    if (this.#busy) return;
    this.#missing = !orderNumber || !this.#typed.proof.trim();
    if (this.#missing) return this.#say(this.#t('missing'), orderNumber ? '#proof' : '#order-number');
    if (this.#notBefore > host.currentShop!.now()) return this.#say(this.#wait());
    if (!this.view.mayAsk(query)) return;
    this.#busy = true;
    void this.#say('');
    try {
      await this.#ask(query);
    } finally {
      this.#busy = false;
      host.requestUpdate();
    }
  }

  async #ask(query: Proof): Promise<void> {
    const { host } = this;
    const shop = host.currentShop!;
    const session = shop.$session.value;
    const store = shipmentsStore(shop, query, host.locale);
    const leave = store.listen(() => {});
    try {
      await store.revalidate();
      // The shopper changed meanwhile, or the element went to another shop or order.
      if (shop !== host.currentShop || session !== shop.$session.value || host.phase !== 'guest') return;
      const { data, error } = store.value;
      if (data?.items.length) return await this.#follow(query);
      if (data) return await this.#say(this.#t('noParcels'));
      await this.#say(!error || NOT_FOUND.test(error.code) ? this.#t('notFound') : this.#explain(error));
    } finally {
      leave();
    }
  }

  /** Shows what was found, with the focus on it. */
  async #follow(query: Proof): Promise<void> {
    const { host, view } = this;
    this.#typed = { orderNumber: '', proof: '' };
    view.follow(query);
    await host.updateComplete;
    const stage = host.renderRoot.querySelector('h2');
    if (!stage) return;
    stage.tabIndex = -1;
    stage.focus();
  }

  #explain({ code, retryAfter }: AdapterError): string {
    if (code === 'OFFLINE') return this.host.t('offline');
    if (code !== 'RATE_LIMITED') return this.#t('failed');
    if (!(retryAfter! > 0)) return this.#t('waitABit');
    this.#notBefore = this.host.currentShop!.now() + retryAfter! * 1000;
    return this.#wait();
  }

  #wait(): string {
    const now = this.host.currentShop!.now();
    // In whole minutes, rounded up: nobody likes to come back too early.
    const minutes = Math.max(1, Math.ceil((this.#notBefore - now) / 60_000));
    return this.#t('wait', { time: formatRelative(this.host.language, now + minutes * 60_000, now) });
  }

  async #back(): Promise<void> {
    const { host, view } = this;
    view.back();
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('[part=toggle]')?.focus();
  }

  forget(): void {
    this.#typed = { orderNumber: this.host.order ?? '', proof: '' };
    this.#message = '';
    this.#notBefore = 0;
    this.#missing = this.#busy = false;
  }

  render(): TemplateResult {
    const { host, view } = this;
    if (view.hasBack && view.held !== this.#opened) {
      // The shopper asked for the form, so that is where to go on.
      this.#opened = view.held;
      void host.updateComplete.then(() => host.renderRoot.querySelector('input')?.focus());
    }
    const field = (name: Field, id: string, autocomplete: string) => html`<div class="field">
      <label part="label" for=${id}>${this.#t(name)}</label>
      <input
        part="input" id=${id} required maxlength="254" autocomplete=${autocomplete} autocapitalize="none" spellcheck="false"
        aria-invalid=${this.#missing && !this.#typed[name].trim()} aria-describedby="message" .value=${this.#typed[name]}
        @input=${(event: Event) => (this.#typed[name] = (event.target as HTMLInputElement).value)}
      />
    </div>`;
    return html`<form part="lookup" class="card lookup" novalidate aria-labelledby="lookup-title" @submit=${host.guarded((event: Event) => this.#submit(event))}>
      <h2 id="lookup-title">${this.#t('lookupTitle')}</h2>
      <p class="muted">${this.#t('why')}</p>
      ${field('orderNumber', 'order-number', 'off')} ${field('proof', 'proof', 'email')}
      <p part="message" id="message" class="message" role="alert">${this.#message || nothing}</p>
      <div class="buttons">
        <button part="submit" class="primary" aria-disabled=${this.#busy}>${this.#t(this.#busy ? 'looking' : 'submit')}</button>
        ${view.hasBack ? html`<button part="back" type="button" @click=${host.guarded(() => this.#back())}>${this.#t('back')}</button>` : ''}
      </div>
    </form>`;
  }
}
