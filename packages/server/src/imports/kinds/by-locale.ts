import { canonical } from '../../faq/merchant/parameters.ts';
import type { Checked } from '../types.ts';

/** Records by their language, in its canonical form. */
export function byLocale<T extends { locale: string }>(records: readonly Checked<T>[]): Map<string, Checked<T>[]> {
  const groups = new Map<string, Checked<T>[]>();
  for (const record of records) {
    const locale = canonical(record.value.locale);
    const group = groups.get(locale);
    if (group) group.push(record);
    else groups.set(locale, [record]);
  }
  return groups;
}
