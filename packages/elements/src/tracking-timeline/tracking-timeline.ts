import type { Shipment, Shipments } from '@aftercart/contract';
import { shipmentsStore, type Resource, type Shop } from '@aftercart/core';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import { firstPaint } from '../base/first-paint.ts';
import { safeUrl } from '../base/safe-url.ts';
import type { Strings } from '../base/locale.ts';
import type { Notes, Part as AfterView } from './after-view.ts';
import { expectedInWords } from './days.ts';
import { byUrgency, stepOf } from './parcels.ts';
import { trackingTimelineStrings } from './tracking-timeline.strings.ts';
import { trackingTimelineStyles } from './tracking-timeline.styles.ts';

type TrackingSources = { shipments?: Resource<Shipments> };

/**
 * Where the shopper’s parcels are: the most urgent one at a glance, and behind a button its history, what is in it, and the
 * other parcels. Guests look up an order with something that proves it is theirs.
 *
 * @tagname aftercart-tracking-timeline
 * @slot - Shown before the element is defined, where the shop has no tracking, and instead of the sentence that there are no parcels.
 *
 * @fires {AftercartStateEvent} aftercart-state - The element is in another state.
 * @fires {LookupEvent} aftercart-lookup - A guest asked for the parcels of an order; cancelable.
 * @fires {ShipmentChangeEvent} aftercart-shipment-change - The status of a parcel changed while it was on the page.
 * @fires {ShipmentSelectEvent} aftercart-shipment-select - The shopper chose one of several parcels.
 *
 * @csspart base - Everything that the element draws.
 * @csspart summary - The card with the parcel at a glance.
 * @csspart order - The number of its order, or its carrier.
 * @csspart status - The stage in words.
 * @csspart delayed - The flag of a delay.
 * @csspart estimate - When it is expected, or when it came.
 * @csspart first-estimate - What was promised first.
 * @csspart steps - The row of four steps.
 * @csspart step - One step.
 * @csspart action - What the shopper has to do now.
 * @csspart code - The pick-up code.
 * @csspart carrier - The carrier and the tracking number.
 * @csspart age - When the carrier was last asked.
 * @csspart toggle - The button that opens and closes the details.
 * @csspart empty - Shown when there are no parcels.
 * @csspart find - The button that opens the lookup form for another order.
 * @csspart details - Everything below the card, once it is opened.
 * @csspart parcels - The list of several parcels.
 * @csspart parcel - The button of one parcel in it.
 * @csspart instructions - What to do, at length.
 * @csspart action-link - The link to where to do it.
 * @csspart checkpoints - The ordered list of what happened.
 * @csspart checkpoint - One entry of it.
 * @csspart time - When it happened.
 * @csspart show-all - The button that shows older entries.
 * @csspart items - What is in the parcel.
 * @csspart item - One product in it.
 * @csspart shipping - Carrier, tracking number and destination.
 * @csspart tracking-link - The link to the carrier’s page.
 * @csspart pause - The button that pauses live updates.
 * @csspart lookup - The form for guests.
 * @csspart label - The label of a field.
 * @csspart input - A field.
 * @csspart message - Why nothing was found.
 * @csspart submit - The button that sends the form.
 * @csspart back - The button that closes the form.
 * @csspart error - Shown when the data could not be fetched.
 * @csspart retry - The button that asks again.
 * @csspart stale - Says how old the data is.
 *
 * @cssstate loading - The first data is on its way.
 * @cssstate ready - Data is there.
 * @cssstate empty - There are no parcels.
 * @cssstate guest - Nobody is signed in, or the order needs a proof; the lookup form is shown.
 * @cssstate stale - The data could not be renewed.
 * @cssstate error - No data could be fetched.
 * @cssstate unsupported - The shop has no tracking, or there is no such shop; the slot is shown.
 *
 * @cssproperty [--aftercart-tracking-timeline-background=var(--aftercart-color-surface)] - Background of the card.
 * @cssproperty [--aftercart-tracking-timeline-border-color=var(--aftercart-color-border)] - Border of the card.
 * @cssproperty [--aftercart-tracking-timeline-radius=var(--aftercart-radius)] - Corners of the card.
 * @cssproperty [--aftercart-tracking-timeline-step-color=var(--aftercart-color-accent)] - Steps that are reached.
 */
export class TrackingTimelineElement extends AftercartElement<TrackingSources, keyof typeof trackingTimelineStrings> {
  static override properties: PropertyDeclarations = {
    ...AftercartElement.properties,
    order: {},
    lookup: { type: Boolean },
  };
  static override styles = [...AftercartElement.styles, trackingTimelineStyles];

  /** Number of the order to show; all recent parcels of the shopper when left out. */
  declare order: string | undefined;
  /** Whether to begin with the lookup form, also for a shopper who is signed in. */
  declare lookup: boolean | undefined;

  protected override readonly kind = 'tracking-timeline';
  protected override words: Strings = trackingTimelineStrings;
  /** What comes after the first view; null where it can’t be had. */
  #afterView: AfterView | null | undefined;

  protected override sources(shop: Shop, locale: string): TrackingSources {
    const { order, lookup } = this;
    const afterView = this.#afterView;
    if (afterView === undefined) {
      void firstPaint().then(() => this.#load());
      // Nobody is asked before the form, unless it can’t be had.
      if (lookup) return {};
    }
    return { shipments: afterView?.source()?.(shop, locale) ?? shipmentsStore(shop, order ? { orderNumber: order } : {}, locale) };
  }

  protected override phaseOf({ shipments }: typeof this.data): 'ready' | 'empty' | 'guest' {
    // An order that does not exist, or needs a proof.
    if (!shipments && this.order) return 'guest';
    return shipments?.items.length ? 'ready' : 'empty';
  }

  /** @internal The parcels, problems first. */
  get parcels(): Shipment[] {
    return byUrgency(this.data.shipments?.items ?? []);
  }

  protected override forget(): void {
    this.#afterView?.forget();
  }

  async #load(): Promise<void> {
    const found = await this.lazy(() => import('./after-view.ts'));
    this.#afterView ??= found ? new found.Part(this) : null;
    // There may be another store now.
    this.requestUpdate('shipments');
  }

  /** Opens the details, or closes them. */
  async toggle(): Promise<void> {
    if (!this.#afterView) await this.#load();
    await this.#afterView?.toggle();
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="card"><span class="skeleton lines"></span><span class="skeleton strip"></span><span class="skeleton steps"></span></div>`;
  }

  protected override content(): TemplateResult {
    const afterView = this.#afterView;
    if (this.phase === 'guest') return afterView === null ? html`<slot></slot>` : (afterView?.form() ?? this.skeleton());
    const { parcels } = this;
    const parcel = afterView?.shown ?? parcels[0];
    if (!parcel) return html`<div part="empty" class="card"><slot>${this.t('empty')}</slot></div>`;
    const { status, orderNumber, carrier, trackingNumber, trackingUrl } = parcel;
    const date = expectedInWords(parcel, this.language, this.currentShop!.now());
    const reached = stepOf(status);
    const more: Partial<Notes> = afterView?.notes(parcel) ?? {};
    const toggle = this.guarded(() => this.toggle());
    const words = more.close ?? this.t(parcels[1] ? 'openAll' : 'open', { n: parcels.length });
    return html`<section part="summary" class="card" aria-label=${this.t(status)}>
      <div class="lines">
        <p class="muted"><span part="order" class="line">${orderNumber ? this.t('order', { order: orderNumber }) : carrier}</span>${more.delayed}</p>
        <h2 part="status" class=${more.mood}>${this.t(status)}</h2>
        <p part="estimate">${date ? this.t('expected', { date }) : more.since}</p>
        ${more.first}
      </div>
      ${more.action ??
      html`<a part="carrier" class="strip" href=${safeUrl(trackingUrl)} target="_blank" rel="noopener">
        <strong class="line">${carrier}</strong><span class="muted line"><bdi>${trackingNumber}</bdi></span></a>`}
      <ol part="steps" class="steps" aria-label=${this.t('steps')}>
        <li part="step" aria-current=${reached === 1 ? 'step' : nothing}>${this.t('info_received')}</li>
        <li part="step" aria-current=${reached === 2 ? 'step' : nothing}>${this.t('in_transit')}</li>
        <li part="step" aria-current=${reached === 3 ? 'step' : nothing}>${this.t(status === 'ready_for_pickup' ? status : 'out_for_delivery')}</li>
        <li part="step" aria-current=${reached === 4 ? 'step' : nothing}>${this.t(status === 'returned' ? status : 'delivered')}</li>
      </ol>
      <div class="foot">${more.age}<button part="toggle" class="plain" aria-expanded=${!!more.close} @click=${toggle}>${words}</button></div>
    </section>${more.below}`;
  }
}
