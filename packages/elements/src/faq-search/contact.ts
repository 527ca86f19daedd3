/** The ways to reach people, always under the answers. Comes right after the first paint: it formats times. */
import { html, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { hoursOf } from './contact-hours.ts';
import { ContactRequestEvent } from './contact.events.ts';
import type { contactStrings } from './contact.strings.ts';
import type { FaqSearchElement } from './faq-search.ts';

export { contactStrings as strings } from './contact.strings.ts';
export { contactStyles as styles } from './contact.styles.ts';

/** Half of a surrogate pair, as a field may hold it for a moment, has no encoding. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));

export function renderContact(host: FaqSearchElement): TemplateResult | string {
  const { query } = host;
  const t = (key: keyof typeof contactStrings) => host.t(key as never);
  const cards = (host.data.contact?.channels ?? []).flatMap((channel) => {
    const url = safeUrl(channel.url.replaceAll('{query}', encode(query)));
    if (!url) return [];
    const request = (event: Event) => {
      if (!host.dispatchEvent(new ContactRequestEvent(channel.kind, url, query))) event.preventDefault();
    };
    return html`<li>
      <a part="channel" class="channel button" href=${url} @click=${host.guarded(request)}>
        ${t(channel.kind)}<span dir="auto">${channel.label}</span><span part="hours" class="muted">${hoursOf(host, channel)}</span>
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
