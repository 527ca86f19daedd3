import type { Shipment, Shipments, ShipmentsInput } from '@aftercart/contract';
import { shipmentsStore, type Resource, type ResourceState, type Shop } from '@aftercart/core';
import { html, nothing, type TemplateResult } from '../base/template.ts';
import { AftercartElement } from '../base/aftercart-element.ts';
import type { PropertyDeclarations } from '../base/drawn-element.ts';
import { formatDays } from '../base/format/days.ts';
import { safeUrl } from '../base/safe-url.ts';
import type { Strings } from '../base/locale.ts';
import type { ActionStrip } from './action-strip.ts';
import type { LookupForm } from './lookup-form.ts';
import { byUrgency, isOver, isProblem, stepOf } from './parcels.ts';
import type { News } from './news.ts';
import type { TrackingDetails } from './tracking-details.ts';
import { trackingTimelineStrings } from './tracking-timeline.strings.ts';
import { trackingTimelineStyles } from './tracking-timeline.styles.ts';

type TrackingSources = { shipments: Resource<Shipments> };

interface Parts {
  action: ActionStrip;
  form: LookupForm;
  details: TrackingDetails;
  news: News;
}
interface PartModule<Part> {
  readonly Part: new (host: TrackingTimelineElement) => Part;
}

/** Nothing to show until a guest has proved an order. */
const NOTHING: ResourceState<Shipments> = { status: 'ready', data: null };


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
    query: { attribute: false },
    held: { attribute: false },
    selected: { attribute: false },
  };
  static override styles = [...AftercartElement.styles, trackingTimelineStyles];

  /** Number of the order to show; all recent parcels of the shopper when left out. */
  declare order: string | undefined;
  /** Whether to begin with the lookup form, also for a shopper who is signed in. */
  declare lookup: boolean | undefined;

  protected override readonly kind = 'tracking-timeline';
  protected override words: Strings = trackingTimelineStrings;
  // Public for the lazily loaded parts; not public API.
  /** @internal What a guest proved. */
  declare query: ShipmentsInput | undefined;
  /** @internal What is shown instead of the store: nothing but the form, or parcels that are paused. */
  declare held: (ResourceState<Shipments> & { hasBack?: boolean }) | undefined;
  /** @internal The parcel that the shopper chose. */
  declare selected: string | undefined;
  readonly #parts: { [name in keyof Parts]?: Parts[name] | null } = {};
  #isOpen = false;

  protected override sources(shop: Shop, locale: string): TrackingSources {
    const { order, query } = this;
    const value = this.held ?? (this.lookup && !query ? NOTHING : undefined);
    // What is held stands still until the shopper changes.
    const shipments = value
      ? ({ value, listen: shop.$session.listen } as unknown as Resource<Shipments>)
      : shipmentsStore(shop, query ?? (order ? { orderNumber: order } : {}), locale);
    return { shipments };
  }

  protected override phaseOf({ shipments }: typeof this.data): 'ready' | 'empty' | 'guest' {
    if (shipments) return shipments.items.length ? 'ready' : 'empty';
    return this.held || this.lookup || this.order || this.query ? 'guest' : 'empty';
  }

  /** @internal The parcels, problems first. */
  get parcels(): Shipment[] {
    return byUrgency(this.data.shipments?.items ?? []);
  }

  /** @internal The parcel at the top. */
  get shown(): Shipment {
    const { parcels, selected } = this;
    return parcels.find(({ id }) => id === selected) ?? parcels[0]!;
  }

  protected override willUpdate(changed: ReadonlySet<string>): void {
    // Another order, too, needs another store where there was a form, a proof or a pause.
    if (changed.has('order') || changed.has('lookup')) this.forget();
    super.willUpdate(changed);
  }

  protected override forget(): void {
    this.held = this.query = this.selected = undefined;
    this.#isOpen = false;
    this.#parts.form?.forget();
    this.#parts.news?.forget();
  }

  protected override updated(): void {
    if (this.phase === 'ready') void this.#load('news', () => import('./news.ts'));
    if (this.parcels.some(({ actionRequired }) => actionRequired)) void this.#load('action', () => import('./action-strip.ts'));
    if (this.phase === 'guest') {
      // A form that is being filled in is not taken away because the store asks again.
      this.held ??= NOTHING;
      void this.#load('form', () => import('./lookup-form.ts'));
    }
  }

  /** Loads a part, unless it was asked for before; one that can’t be had becomes null. */
  async #load<Name extends keyof Parts>(name: Name, load: () => Promise<PartModule<Parts[Name]>>): Promise<void> {
    if (name in this.#parts) return;
    this.#parts[name] = undefined!;
    const found = await this.lazy(load);
    this.#parts[name] = found ? new found.Part(this) : null;
    this.requestUpdate();
  }

  /** Opens the details, or closes them. */
  async toggle(): Promise<void> {
    const parts = this.#parts;
    if (!parts.details) delete parts.details;
    await this.#load('details', () => import('./tracking-details.ts'));
    this.#isOpen = !!parts.details && !this.#isOpen;
    // A parcel that is being read is not pushed away by news of another.
    this.selected = (this.shown as Shipment | undefined)?.id;
    this.requestUpdate();
  }

  /** @internal A day or two in words. */
  days(from: string | null | undefined, to: string): string {
    return formatDays(this.language, from, to, { day: 'numeric', month: 'short' });
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="card view"><span class="skeleton lines"></span><span class="skeleton strip"></span><span class="skeleton steps"></span></div>`;
  }

  protected override content(): TemplateResult {
    const { form, details, news } = this.#parts;
    if (this.phase === 'guest') return form ? form.render() : form === null ? html`<slot></slot>` : this.skeleton();
    if (this.phase === 'empty') return html`<div part="empty" class="card view"><slot>${this.t('empty')}</slot></div>`;
    return html`${this.#summary(this.shown)}
      <p class="hidden" role="status">${news?.read()}</p>
      ${this.#isOpen ? details!.render() : ''}`;
  }

  #summary(parcel: Shipment): TemplateResult {
    const { status, orderNumber, carrier, delayed, asOf } = parcel;
    const age = this.ago(Date.parse(asOf));
    const labels: Shipment['status'][] = ['info_received', 'in_transit', status === 'ready_for_pickup' ? status : 'out_for_delivery', status === 'returned' ? status : 'delivered'];
    return html`<section part="summary" class="card view" aria-labelledby="status">
      <div class="lines">
        <p class="muted line">
          <span part="order">${orderNumber ? this.t('order', { order: orderNumber }) : carrier}</span>
          ${delayed && !isOver(status) ? html`<strong part="delayed">${this.t('delayed')}</strong>` : ''}
        </p>
        <h2 part="status" id="status" tabindex="-1" class=${isProblem(status) ? 'problem' : ''}>${this.t(status)}</h2>
        ${this.#estimate(parcel)}
      </div>
      ${this.#strip(parcel)}
      <ol part="steps" class="steps" aria-label=${this.t('steps')}>
        ${labels.map((label, i) => html`<li part="step" class=${i < stepOf(status) ? 'done' : ''} aria-current=${i + 1 === stepOf(status) ? 'step' : nothing}>${this.t(label)}</li>`)}
      </ol>
      <div class="foot">
        ${this.staleNote() || html`<span part="age" class="muted">${age && this.t('age', { age })}</span>`}
        <button part="toggle" class="plain" aria-expanded=${this.#isOpen} @click=${this.guarded(() => this.toggle())}>
          ${this.t(this.#isOpen ? ('close' as never) : this.parcels[1] ? 'openAll' : 'open', { n: this.parcels.length })}
        </button>
      </div>
    </section>`;
  }

  /** What is expected, while that is still ahead; otherwise the day on which it got to where it is. */
  #estimate({ status, estimate, firstEstimate, events }: Shipment): TemplateResult {
    const latest = estimate ?? firstEstimate;
    const today = new Date(this.currentShop!.now()).toISOString();
    const isAhead = latest && !isOver(status) && latest.latest >= today.slice(0, 10);
    const since = events.flatMap((event) => (event.status === status ? event.time.value.slice(0, 10) : [])).sort().at(-1);
    const first = firstEstimate && this.days(firstEstimate.earliest, firstEstimate.latest);
    const words = isAhead ? this.days(latest.earliest, latest.latest) : since && this.days(since, since);
    return html`<p part="estimate">${isAhead ? this.t('expected', { date: words! }) : words}</p>
      ${first && first !== words && !isOver(status) ? html`<p part="first-estimate" class="muted">${this.t('first', { date: first })}</p>` : ''}`;
  }

  /** Who carries it; or, where there is something to do, that. */
  #strip(parcel: Shipment): TemplateResult {
    const { actionRequired, carrier, trackingNumber, trackingUrl } = parcel;
    if (actionRequired && this.#parts.action) return this.#parts.action.render(actionRequired);
    return html`<a part="carrier" class="strip" href=${safeUrl(trackingUrl)} target="_blank" rel="noopener">
      <span class="words"><strong class="line">${carrier}</strong><span class="muted line"><bdi>${trackingNumber}</bdi></span></span>
    </a>`;
  }
}
