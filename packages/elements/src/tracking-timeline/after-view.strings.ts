import type { Strings } from '../base/locale.ts';

/** What is added to the first view. */
export const afterViewStrings = {
  // Under the estimate, when the expectation has changed.
  first: 'First estimate was {date}',
  // A short flag beside the stage.
  delayed: 'Delayed',
  // How old the news is. {age} is such as “5 minutes ago”.
  age: 'Checked {age}',
  // Told to screen readers when the stage of a parcel changes.
  news: '{carrier}: {status}',
} as const satisfies Strings;
