import type { Strings } from './locale.ts';

/** What every element may have to say once the page has painted. */
export const afterPaintStrings = {
  // Shown instead of the element when its data could not be fetched.
  error: 'This could not be loaded.',
  // Shown instead of the element when the device has no connection.
  offline: 'You are offline.',
  // Button that asks again.
  retry: 'Try again',
  // Under data that could not be renewed. {age} is such as “5 minutes ago”.
  stale: 'Last updated {age}',
} as const satisfies Strings;
