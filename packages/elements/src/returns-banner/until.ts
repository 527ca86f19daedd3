import { formatRelative } from '../base/format/relative.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';

/** “Return by 6 December · in 12 days”, or that this is over. */
export function until(host: ReturnsBannerElement, date: string): string {
  const { today } = host;
  if (date < today) return host.t('ended' as never, { date: host.day(date) });
  const left = date === today ? host.t('today' as never) : formatRelative(host.language, Date.parse(date), Date.parse(today));
  return `${host.t('by', { date: host.day(date) })} · ${left}`;
}
