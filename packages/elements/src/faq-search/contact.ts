/** The ways to reach people, always under the answers. */
import { guardContactInfo, type ContactInfo } from '@aftercart/contract';
import type { Resource } from '@aftercart/core';
import { html, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { hoursOf } from './contact-hours.ts';
import { ContactRequestEvent } from './contact.events.ts';
import type { contactStrings } from './contact.strings.ts';
import type { FaqSearchElement } from './faq-search.ts';

/** Half of a surrogate pair, as a field may hold it for a moment, has no encoding. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));

export class Contact {
  readonly #host: FaqSearchElement;
  #store: Resource<ContactInfo> | undefined;
  #stop: (() => void) | undefined;

  constructor(host: FaqSearchElement) {
    this.#host = host;
  }

  /** Follows the shop and the language of the element. */
  #info(): ContactInfo | null | undefined {
    const { currentShop, locale } = this.#host;
    const store = currentShop?.resource('faq.contact', {}, guardContactInfo, locale);
    if (store !== this.#store) {
      this.leave();
      this.#store = store;
      this.#stop = store?.listen(() => this.#host.requestUpdate());
    }
    return store?.value.data;
  }

  /** The element has left the page. */
  leave(): void {
    this.#stop?.();
    this.#store = this.#stop = undefined;
  }

  render(): TemplateResult | string {
    const host = this.#host;
    const info = this.#info();
    const { query } = host;
    const t = (key: keyof typeof contactStrings) => host.t(key as never);
    const cards = (info?.channels ?? []).flatMap((channel) => {
      const url = safeUrl(channel.url.replaceAll('{query}', encode(query)));
      if (!url) return [];
      const request = (event: Event) => {
        if (!host.dispatchEvent(new ContactRequestEvent(channel.kind, url, query))) event.preventDefault();
      };
      return html`<li>
        <a part="channel" class="channel button" href=${url} @click=${host.guarded(request)}>
          ${t(channel.kind)}<span dir="auto">${channel.label}</span><span part="hours" class="muted">${hoursOf(host, channel, info?.timeZone)}</span>
        </a>
      </li>`;
    });
    if (!cards.length) return '';
    return html`<section part="contact" class="contact" aria-labelledby="contact">
      <h2 id="contact">${t('contact')}</h2>
      <ul class="channels">
        ${cards}
      </ul>
    </section>`;
  }
}
