import type { Strings } from '../base/locale.ts';

/** What the form, the receipt and the lists below the stars say. */
export const reviewPanelStrings = {
  // Told to screen readers when a star has been chosen.
  opened: 'A form has opened below. Only the stars are needed.',
  // Button beside stars that takes them back. {what} is what they rate: “Comfort”, or the question over the stars.
  clear: '{what}: clear the stars',
  // Heading of the form.
  formTitle: 'Tell us more',
  // Heading of the form when a review is changed.
  editTitle: 'Change your review',
  // Under the heading of the form.
  optional: 'Only the stars are needed. Everything else is up to you.',
  // Over a draft of an earlier visit, with the button that throws it away.
  restored: 'What you wrote last time is still here.',
  startOver: 'Start over',
  // Heading over ratings of single aspects, such as comfort.
  aspects: 'In detail',
  // Labels of the fields, and what is said about them.
  title: 'Headline',
  body: 'Your review',
  bodyHint: 'What did you like, and what not? How do you use it?',
  displayName: 'Your name, as others see it',
  nameHint: 'Shown with your review.',
  // Under a field whose end is near, or past.
  left: { one: '{n} character left', other: '{n} characters left' },
  over: { one: '{n} character too many', other: '{n} characters too many' },
  // Heading over the list of what is wrong.
  errors: 'Please look at this again',
  ratingMissing: 'Choose how many stars you give.',
  // {field} is the label of a field.
  tooLong: '{field}: at most {max} characters.',
  // After what is given for a review.
  anyRating: 'The same for every rating, good or bad.',
  // {text} is a sentence that will be shown with the review.
  disclosed: 'Your review will say: “{text}”',
  // Buttons of the form.
  submit: 'Send review',
  save: 'Save changes',
  sending: 'Sending…',
  later: 'Later',
  cancel: 'Cancel',
  // Headings over a review that was sent, has been changed, was refused, was taken back.
  thanks: 'Thank you for your review',
  saved: 'Your changes have arrived',
  refused: 'Your review was not published',
  withdrawn: 'Your review is withdrawn',
  // Heading over a review that was sent earlier.
  sent: 'Your review',
  // Under the heading: what happens with the review.
  pendingText: 'Somebody is checking it. It appears as soon as that is done.',
  publishedText: 'Everybody can read it now.',
  rejectedText: 'The shop could not publish it as it is.',
  withdrawnText: 'It is no longer shown. You can write a new one at any time.',
  // {reason} is the shop’s reason for not publishing.
  reason: 'Reason: {reason}',
  // {date} is when a review was sent.
  sentOn: 'Sent {date}',
  verified: 'Verified purchase',
  incentivised: 'Something was given for it',
  edit: 'Change',
  withdraw: 'Withdraw',
  // Question before a review is taken back, and its two answers.
  withdrawAsk: 'Withdraw this review? It will no longer be shown.',
  withdrawYes: 'Yes, withdraw it',
  keep: 'Keep it',
  // Headings over lists of items.
  sameOrder: 'Also in this order',
  waiting: 'Also waiting for your review',
  yourReviews: 'Your reviews',
  // Button beside an item that was not reviewed yet.
  review: 'Review',
  // Why sending failed, in words that blame nobody.
  failed: 'That did not work. What you wrote is still here.',
  unknownOutcome: 'We could not confirm this. Try again: it is sent only once.',
  offlineNow: 'You are offline. What you wrote is still here; try again later.',
  refusedInput: 'The shop could not take this. Please look at what you wrote.',
  conflict: 'This has been changed elsewhere in the meantime. Please look again.',
  notEligible: 'This can’t be reviewed with this account now.',
  signedOut: 'Please sign in again. What you wrote is still here.',
} as const satisfies Strings;
