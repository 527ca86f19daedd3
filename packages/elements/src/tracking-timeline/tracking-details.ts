/** Below the card: the other parcels, what to do, what happened, what is in the parcel. Loaded when it is opened. */
import type { Shipment, TrackingEvent } from '@aftercart/contract';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { machineTime, newestFirst, timeInWords } from './checkpoint-times.ts';
import { isOver, isProblem } from './parcels.ts';
import type { ActionKey } from './action-strip.ts';
import type { Part as AfterView } from './after-view.ts';
import { daysInWords } from './days.ts';
import type { trackingDetailsStrings } from './tracking-details.strings.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export { trackingDetailsStrings as strings } from './tracking-details.strings.ts';
export { trackingDetailsStyles as styles } from './tracking-details.styles.ts';

type Key = keyof typeof trackingDetailsStrings | ActionKey;

/** Entries that are shown before the shopper asks for all. */
const FIRST_FEW = 3;

/** A picture from the web or from the page’s own site; nothing else is worth a request. */
const imageUrl = (url: string | null | undefined): string | undefined =>
  safeUrl(url) && /^https?:$/.test(new URL(url!, document.baseURI).protocol) ? url! : undefined;

export class TrackingDetails {
  readonly host: TrackingTimelineElement;
  readonly view: AfterView;
  /** The parcel all of whose entries are shown. */
  #all: string | undefined;
  #isLive = false;

  constructor(host: TrackingTimelineElement, view: AfterView) {
    this.host = host;
    this.view = view;
    void this.#findOutWhetherLive();
  }

  async #findOutWhetherLive(): Promise<void> {
    try {
      const { tracking } = await this.host.currentShop!.adapter();
      this.#isLive = !!tracking?.subscribe;
      this.host.requestUpdate();
    } catch {
      // The store tells the developer of an adapter that can’t be loaded.
    }
  }

  #t(key: Key, params?: Readonly<Record<string, string | number>>): string {
    return this.host.t(key as never, params);
  }

  async #showAll(id: string): Promise<void> {
    const { host } = this;
    this.#all = id;
    host.requestUpdate();
    await host.updateComplete;
    // The button is gone; what came in its place takes the focus.
    host.renderRoot.querySelectorAll<HTMLElement>('[part=checkpoint]')[FIRST_FEW]?.focus();
  }

  render(): TemplateResult {
    const { host, view } = this;
    const parcel = view.shown!;
    const isPaused = !!view.held;
    return html`<section part="details" class="card details" aria-label=${this.#t('details')}>
      ${host.parcels.length > 1 ? this.#parcels(parcel) : ''}
      ${this.#instructions(parcel)}
      ${this.#history(parcel)}
      ${this.#items(parcel)}
      ${this.#shipping(parcel)}
      <div class="buttons">
        ${this.#isLive || isPaused
          ? html`<button part="pause" @click=${host.guarded(() => view.pause())}>${this.#t(isPaused ? 'resume' : 'pause')}</button>`
          : ''}
        <button part="find" @click=${host.guarded(() => view.find())}>${this.#t('another')}</button>
      </div>
      <p class="muted" role="status">${isPaused ? this.#t('paused') : ''}</p>
    </section>`;
  }

  #parcels(shown: Shipment): TemplateResult {
    return html`<section>
      <h3>${this.#t('parcelsTitle')}</h3>
      <ul part="parcels" class="parcels">${this.host.parcels.map((parcel) => this.#choice(parcel, parcel.id === shown.id))}</ul>
    </section>`;
  }

  #choice({ id, status, carrier, trackingNumber, orderNumber, delayed, actionRequired }: Shipment, isShown: boolean): TemplateResult {
    const { host } = this;
    // Its space ends the text: Chromium leaves one that stands alone out of the name of the button.
    const stage = `${host.t(status)} `;
    const flag = delayed && !isOver(status) ? html`<strong class="flag">${host.t('delayed' as never)}</strong>` : '';
    const facts = [actionRequired && this.#t(actionRequired.kind), orderNumber && host.t('order', { order: orderNumber }), trackingNumber ? `${carrier} ${trackingNumber}` : carrier];
    return html`<li>
      <button part="parcel" class="parcel" aria-current=${isShown ? 'true' : nothing} @click=${host.guarded(() => this.view.select(id))}>
        <span class=${isProblem(status) ? 'problem' : ''}>${stage}${flag}</span>
        <span class="muted">${facts.filter(Boolean).map((fact, i) => html`${i ? ' · ' : ''}<bdi>${fact}</bdi>`)}</span>
      </button>
    </li>`;
  }

  #instructions({ actionRequired }: Shipment): TemplateResult | string {
    if (!actionRequired) return '';
    const { host } = this;
    const { kind, description, url, until, code } = actionRequired;
    const href = safeUrl(url);
    return html`<section part="instructions" class="instructions">
      <h3>${this.#t('actionTitle')}</h3>
      <p><strong>${this.#t(kind)}</strong>${until ? ` · ${this.#t('until', { date: daysInWords(host.language, until, until) })}` : ''}</p>
      ${description ? html`<p class="text">${description}</p>` : ''}
      ${code ? html`<p><span class="code">${code}</span></p>` : ''}
      ${href ? html`<a part="action-link" class="button primary" href=${href} target="_blank" rel="noopener">${this.#t(kind)}</a>` : ''}
    </section>`;
  }

  #history({ id, events }: Shipment): TemplateResult {
    const { host } = this;
    const sorted = newestFirst(events);
    const all = this.#all === id || sorted.length <= FIRST_FEW + 1 ? sorted : sorted.slice(0, FIRST_FEW);
    return html`<section>
      <h3 id="history">${this.#t('historyTitle')}</h3>
      ${sorted.length
        ? html`<ol part="checkpoints" class="checkpoints" aria-labelledby="history" reversed start=${sorted.length}>
              ${all.map((event, i) => this.#checkpoint(event, sorted[i + 1]))}
            </ol>
            ${all.length < sorted.length
              ? html`<button part="show-all" @click=${host.guarded(() => this.#showAll(id))}>${this.#t('showAll', { n: sorted.length })}</button>`
              : ''}
            <p class="muted">${this.#t('localTimes')}</p>`
        : html`<p class="muted">${this.#t('noHistory')}</p>`}
    </section>`;
  }

  #checkpoint({ status, time, description, location }: TrackingEvent, before: TrackingEvent | undefined): TemplateResult {
    const { host } = this;
    // The stage is said where it begins; after that the carrier’s words are enough.
    const isNew = !description || before?.status !== status;
    return html`<li part="checkpoint" class=${isProblem(status) ? 'checkpoint troubled' : 'checkpoint'} tabindex="-1">
      ${isNew ? html`<p><strong>${host.t(status)}</strong></p>` : ''}
      ${description && description !== host.t(status) ? html`<p class="text">${description}</p>` : ''}
      <p class="muted">
        <time part="time" datetime=${machineTime(time)}>${timeInWords(host.language, time, host.currentShop!.now())}</time>${location ? ` · ${location}` : ''}
      </p>
    </li>`;
  }

  #items({ items }: Shipment): TemplateResult | string {
    if (!items?.length) return '';
    return html`<section>
      <h3>${this.#t('itemsTitle')}</h3>
      <ul part="items" class="items">
        ${items.map(({ name, quantity, imageUrl: url }) => {
          const src = imageUrl(url);
          return html`<li part="item" class="item">
            ${src ? html`<img src=${src} alt="" width="48" height="48" loading="lazy" decoding="async" referrerpolicy="no-referrer" />` : ''}
            <span>${name}${quantity === 1 ? '' : html`<br /><span class="muted">${this.#t('quantity', { n: quantity })}</span>`}</span>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #shipping({ carrier, trackingNumber, trackingUrl, destination }: Shipment): TemplateResult {
    const href = safeUrl(trackingUrl);
    const place = [destination?.city, destination?.country && this.#country(destination.country)].filter(Boolean).join(', ');
    const row = (name: string, value: TemplateResult | string) => html`<div class="fact"><dt class="muted">${name}</dt><dd>${value}</dd></div>`;
    return html`<section part="shipping">
      <h3>${this.#t('shippingTitle')}</h3>
      <dl>
        ${row(this.#t('carrier'), carrier)}
        ${trackingNumber ? row(this.#t('trackingNumber'), html`<bdi class="number">${trackingNumber}</bdi>`) : ''}
        ${place ? row(this.#t('destination'), place) : ''}
      </dl>
      ${href ? html`<a part="tracking-link" class="link" href=${href} target="_blank" rel="noopener">${this.#t('track', { carrier })}</a>` : ''}
    </section>`;
  }

  #country(code: string): string {
    return new Intl.DisplayNames(this.host.language, { type: 'region' }).of(code) ?? code;
  }
}
