import type { Strings } from '../base/locale.ts';

/** What the panel says before anything is opened. */
export const referralPanelStrings = {
  // Heading. {friend} and {advocate} are offers in the shop’s words, such as “€10 off” and “250 points”.
  title: 'Give {friend}, get {advocate}',
  // Under the heading.
  how: 'Share your link. When a friend orders for the first time, you both get something.',
  // Label of the field with the link.
  link: 'Your link',
  copy: 'Copy link',
  // Buttons that open more under the panel.
  qr: 'QR code',
  friends: 'Your friends',
  terms: 'Terms',
  // To a shopper who is not signed in.
  guest: 'Sign in to get your own link.',
  signIn: 'Sign in',
  // To a shopper who may not invite, or not yet.
  noLink: 'This account has no link at the moment.',
} as const satisfies Strings;
