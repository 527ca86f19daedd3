import { formatRelative } from '../base/format/relative.ts';
import { dayWords, today } from './days.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import type { untilStrings } from './until.strings.ts';

/** “Return by 6 December”. */
export const returnBy = (host: ReturnsBannerElement, day: string): string => host.t('by' as never, { date: dayWords(host, day) });

/** “Return by 6 December · in 12 days”, or that this is over. */
export function until(host: ReturnsBannerElement, day: string): string {
  const now = today(host);
  const t = (key: keyof typeof untilStrings, params?: Record<string, string>) => host.t(key as never, params);
  if (day < now) return t('ended', { date: dayWords(host, day) });
  const left = day === now ? t('today') : formatRelative(host.language, Date.parse(day), Date.parse(now));
  return `${returnBy(host, day)} · ${left}`;
}
