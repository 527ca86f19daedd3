/** What moves while nobody touches anything: stages that change, and the age of the data. Loaded once there is data. */
import type { Shipment } from '@aftercart/contract';
import { ShipmentChangeEvent } from './tracking-timeline.events.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export { newsStrings as strings } from './news.strings.ts';

const MINUTE = 60_000;

export class News {
  readonly #host: TrackingTimelineElement;
  readonly #statuses = new Map<string, Shipment['status']>();
  #clock: ReturnType<typeof setTimeout> | undefined;
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
    this.#tick();
    return this.#words;
  }

  /** Draws the age again each minute, without keeping an element alive that the page let go of. */
  #tick(): void {
    clearTimeout(this.#clock);
    const host = new WeakRef(this.#host);
    // The note of stale data is read aloud, so it must not count the minutes.
    if (this.#host.phase === 'ready') this.#clock = setTimeout(() => host.deref()?.requestUpdate(), MINUTE);
  }
}

export { News as Part };
