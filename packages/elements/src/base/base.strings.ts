import type { Strings } from './locale.ts';

/** What every element may have to say from its first moment on. */
export const baseStrings = {
  // Shown to screen readers while the first data is on its way.
  loading: 'Loading…',
} as const satisfies Strings;
