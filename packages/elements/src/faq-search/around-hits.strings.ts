import type { Strings } from '../base/locale.ts';

/** What is said about what was found. */
export const aroundHitsStrings = {
  // For screen readers, when the shopper pauses.
  found: { one: '{n} answer found', other: '{n} answers found' },
  // Where nothing was found. Topics and the ways to reach people follow.
  nothing: 'No answer found. Try other words, choose a topic or contact us.',
  // Button under the first answers that were found.
  more: 'Show more',
} as const satisfies Strings;
