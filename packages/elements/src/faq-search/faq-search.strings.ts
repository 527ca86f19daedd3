import type { Strings } from '../base/locale.ts';

/** What the search says before something is typed or opened. */
export const faqSearchStrings = {
  // Label of the search box.
  label: 'How can we help?',
  // How many answers a topic has.
  answers: { one: '{n} answer', other: '{n} answers' },
  // Name of the list of topics and popular questions; the button that leads to it.
  topics: 'All topics',
} as const satisfies Strings;
