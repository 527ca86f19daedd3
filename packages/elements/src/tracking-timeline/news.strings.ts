import type { Strings } from '../base/locale.ts';

/** What is told while the page is open. */
export const newsStrings = {
  // Told to screen readers when the stage of a parcel changes.
  news: '{carrier}: {status}',
} as const satisfies Strings;
