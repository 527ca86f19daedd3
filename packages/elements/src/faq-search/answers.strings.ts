import type { Strings } from '../base/locale.ts';

/** What is said under an open answer. */
export const answersStrings = {
  helpful: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  // After a yes.
  thanks: 'Thank you. Glad that helped.',
  // After a no: label of the field for what was missing.
  missing: 'What was missing? (optional)',
  send: 'Send',
  // After a no, with or without words.
  sent: 'Thank you. We will improve this answer. You can also contact us below.',
  // A vote could not be sent.
  voteFailed: 'That did not work. Please try again.',
  // Link to a page with the same answer.
  page: 'Read more',
  // Link that opens this very answer, to copy or to keep.
  link: 'Link to this answer',
} as const satisfies Strings;
