/**
 * What comes right after the first view: notes beside what it says, news, what opens below it, and the form for guests. It knows what the
 * shopper has chosen.
 */
import { AdapterError, type Shipment, type ShipmentsInput } from '@aftercart/contract';
import { shipmentsStore } from '@aftercart/core';
import { onIntent } from '../base/intent.ts';
import { html, type TemplateResult } from '../base/template.ts';
import { renderAction } from './action-strip.ts';
import { actionStripStrings } from './action-strip.strings.ts';
import { actionStripStyles } from './action-strip.styles.ts';
import { afterViewStrings } from './after-view.strings.ts';
import { afterViewStyles } from './after-view.styles.ts';
import { daysInWords, expectedInWords } from './days.ts';
import type { LookupForm } from './lookup-form.ts';
import { drawEachMinute } from './minutes.ts';
import { News } from './news.ts';
import { isOver, isProblem } from './parcels.ts';
import { noParcels, proved, still, type Source } from './still.ts';
import type { TrackingDetails } from './tracking-details.ts';
import { LookupEvent, ShipmentSelectEvent } from './tracking-timeline.events.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export const strings = { ...afterViewStrings, ...actionStripStrings };
export const styles: string = afterViewStyles + actionStripStyles;

/** An order, and what a guest knows about it. */
export type Proof = ShipmentsInput & { orderNumber: string; proof: NonNullable<ShipmentsInput['proof']> };

/** What is added to the first view, by its place. */
export interface Notes {
  /** Once the details are open: how the button closes them. */
  close: string | undefined;
  /** Class of the stage. */
  mood: string;
  delayed: TemplateResult | '';
  /** Where nothing is expected: the day on which the parcel got to where it is. */
  since: string | undefined;
  first: TemplateResult | '';
  /** In place of the carrier. */
  action: TemplateResult | undefined;
  age: TemplateResult | string;
  below: TemplateResult;
}

export class Part {
  readonly #host: TrackingTimelineElement;
  readonly #self: WeakRef<TrackingTimelineElement>;
  readonly #news: News;
  #isOpen = false;
  #details: TrackingDetails | undefined;
  /** Null where it can’t be had. */
  #form: LookupForm | null | undefined;
  #isFormAsked = false;
  /** For which order, and whether the form comes first. */
  #order: string | undefined;
  #lookup: boolean | undefined;
  #proved: Source | undefined;
  /** What stands still until the shopper goes on: the form, or parcels that are paused. */
  held: Source | undefined;
  /** Whether the shopper asked for the form, and may go back. */
  hasBack = false;
  /** The parcel that the shopper chose. */
  #selected: string | undefined;

  constructor(host: TrackingTimelineElement) {
    this.#host = host;
    this.#order = host.order;
    this.#lookup = host.lookup;
    this.#self = new WeakRef(host);
    this.#news = new News(host);
    onIntent(host, () => void this.#loadDetails());
  }

  /** The parcel at the top. */
  get shown(): Shipment | undefined {
    const { parcels } = this.#host;
    return parcels.find(({ id }) => id === this.#selected) ?? parcels[0];
  }

  /** Where parcels come from in place of what the attributes ask for. */
  source(): Source | undefined {
    const { order, lookup } = this.#host;
    // Another order, too, needs another store where there was a form, a proof or a pause.
    if (order !== this.#order || lookup !== this.#lookup) {
      this.#order = order;
      this.#lookup = lookup;
      this.forget();
    }
    return this.held ?? this.#proved ?? (lookup ? noParcels() : undefined);
  }

  /** Shows what stands still, or what is on its way again. */
  #hold(held?: Source, hasBack = false): void {
    this.held = held;
    this.hasBack = hasBack;
    this.#host.requestUpdate('shipments');
  }

  /** Leaves the parcels as they are, or follows the store again. */
  pause(): void {
    this.#hold(this.held ? undefined : still({ status: 'ready', data: this.#host.data.shipments! }));
  }

  /** Shows the form, from which there is a way back. */
  find(): void {
    this.#hold(noParcels(), true);
  }

  /** Goes back from the form. */
  back(): void {
    this.#hold();
  }

  /** Shows slotted content in place of a form that would be in vain. */
  stepAside(): void {
    this.#hold(still({ status: 'error', error: new AdapterError('UNSUPPORTED') }));
  }

  /** Whether the page lets the form ask. */
  mayAsk({ orderNumber, proof }: Proof): boolean {
    return this.#host.dispatchEvent(new LookupEvent(orderNumber, proof));
  }

  /** Shows what a guest has proved. */
  follow(query: Proof): void {
    this.#proved = (shop, locale) => proved(shipmentsStore(shop, query, locale));
    this.#selected = undefined;
    this.#hold();
  }

  /** Puts another parcel at the top. */
  select(id: string): void {
    if (id === this.shown?.id) return;
    this.#selected = id;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new ShipmentSelectEvent(id));
  }

  forget(): void {
    this.#proved = this.#selected = undefined;
    this.#isOpen = false;
    this.#hold();
    this.#form?.forget();
    this.#news.forget();
  }

  #loadDetails(): Promise<typeof import('./tracking-details.ts') | undefined> {
    return this.#host.lazy(() => import('./tracking-details.ts'));
  }

  /** Opens the details, or closes them. */
  async toggle(): Promise<void> {
    const host = this.#host;
    const found = await this.#loadDetails();
    if (found) this.#details ??= new found.TrackingDetails(host, this);
    this.#isOpen = !!this.#details && !this.#isOpen;
    // A parcel that is being read is not pushed away by news of another.
    this.#selected = this.shown?.id;
    host.requestUpdate();
  }

  async #loadForm(): Promise<void> {
    this.#isFormAsked = true;
    const found = await this.#host.lazy(() => import('./lookup-form.ts'));
    this.#form = found ? new found.LookupForm(this.#host, this) : null;
    this.#host.requestUpdate();
  }

  /** The form for guests; undefined while it is on its way. */
  form(): TemplateResult | undefined {
    // A form that is being filled in is not taken away because the store asks again.
    if (!this.held) this.#hold(noParcels());
    if (!this.#isFormAsked) void this.#loadForm();
    return this.#form === null ? html`<slot></slot>` : this.#form?.render();
  }

  /** What is added for the parcel at the top. */
  notes(parcel: Shipment): Notes {
    const host = this.#host;
    const t = (key: keyof typeof afterViewStrings, params?: Record<string, string>) => host.t(key as never, params);
    const { status, delayed, firstEstimate, actionRequired, events, asOf } = parcel;
    drawEachMinute(this.#self);
    const day = events.flatMap((event) => (event.status === status ? event.time.value.slice(0, 10) : [])).sort().at(-1);
    const since = day && daysInWords(host.language, day, day);
    const first = firstEstimate && !isOver(status) && daysInWords(host.language, firstEstimate.earliest, firstEstimate.latest);
    const said = expectedInWords(parcel, host.language, host.currentShop!.now()) || since;
    const age = host.ago(Date.parse(asOf));
    return {
      close: this.#isOpen ? host.t('close' as never) : undefined,
      mood: isProblem(status) ? 'problem' : '',
      delayed: delayed && !isOver(status) ? html`<strong part="delayed">${t('delayed')}</strong>` : '',
      since,
      first: first && first !== said ? html`<p part="first-estimate" class="muted">${t('first', { date: first })}</p>` : '',
      action: actionRequired ? renderAction(host, actionRequired) : undefined,
      age: host.staleNote() || html`<span part="age" class="muted">${age && t('age', { age })}</span>`,
      below: html`<p class="hidden" role="status">${this.#news.read()}</p>${this.#isOpen ? this.#details!.render() : ''}`,
    };
  }
}
