/** What the shopper has to do now, in place of who carries the parcel. Loaded where there is something to do. */
import type { Shipment } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import type { actionStripStrings } from './action-strip.strings.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export { actionStripStrings as strings } from './action-strip.strings.ts';
export { actionStripStyles as styles } from './action-strip.styles.ts';

export type ActionKey = keyof typeof actionStripStrings;

export class ActionStrip {
  readonly #host: TrackingTimelineElement;

  constructor(host: TrackingTimelineElement) {
    this.#host = host;
  }

  #t(key: ActionKey, params?: Readonly<Record<string, string>>): string {
    return this.#host.t(key as never, params);
  }

  render({ kind, url, until, description, code }: NonNullable<Shipment['actionRequired']>): TemplateResult {
    return html`<a part="action" class="strip" href=${safeUrl(url)} target="_blank" rel="noopener">
      <span class="words">
        <strong class="line">${this.#t(kind)}</strong>
        <span class="muted line">${until ? this.#t('until', { date: this.#host.days(until, until) }) : description}</span>
      </span>
      ${code ? html`<strong part="code" class="line">${this.#t('code', { code })}</strong>` : ''}
    </a>`;
  }
}

export { ActionStrip as Part };
