/** What changes while the page is open: stages of parcels, told as events and to those who can’t see it. */
import type { Shipment } from '@aftercart/contract';
import { ShipmentChangeEvent } from './tracking-timeline.events.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export class News {
  readonly #host: TrackingTimelineElement;
  readonly #statuses = new Map<string, Shipment['status']>();
  #words = '';

  constructor(host: TrackingTimelineElement) {
    this.#host = host;
  }

  forget(): void {
    this.#statuses.clear();
    this.#words = '';
  }

  /** Looks at what is about to be drawn; gives the words for those who can’t see that it changed. */
  read(): string {
    const host = this.#host;
    const changes: string[] = [];
    for (const { id, status, carrier } of host.parcels) {
      const before = this.#statuses.get(id);
      this.#statuses.set(id, status);
      if (!before || before === status) continue;
      changes.push(host.t('news' as never, { carrier, status: host.t(status) }));
      host.dispatchEvent(new ShipmentChangeEvent(id, before, status));
    }
    // Old words stay, so that drawing again is no news.
    if (changes.length) this.#words = changes.join('. ');
    return this.#words;
  }
}
