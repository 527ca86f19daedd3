/** What the shopper has to do now, in place of who carries the parcel. */
import type { Shipment } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { safeUrl } from '../base/safe-url.ts';
import { daysInWords } from './days.ts';
import type { actionStripStrings } from './action-strip.strings.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';

export type ActionKey = keyof typeof actionStripStrings;

export function renderAction(host: TrackingTimelineElement, { kind, url, until, description, code }: NonNullable<Shipment['actionRequired']>): TemplateResult {
  const t = (key: ActionKey, params?: Readonly<Record<string, string>>) => host.t(key as never, params);
  return html`<a part="action" class="strip" href=${safeUrl(url)} target="_blank" rel="noopener">
    <span class="words">
      <strong class="line">${t(kind)}</strong>
      <span class="muted line">${until ? t('until', { date: daysInWords(host.language, until, until) }) : description}</span>
    </span>
    ${code ? html`<strong part="code" class="line">${t('code', { code })}</strong>` : ''}
  </a>`;
}
