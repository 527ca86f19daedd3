import type { Strings } from '../base/locale.ts';

/** The ways to reach people. */
export const contactStrings = {
  // Heading.
  contact: 'Contact us',
  email: 'E-mail',
  phone: 'Phone',
  chat: 'Chat',
  whatsapp: 'WhatsApp',
  form: 'Contact form',
  store: 'In store',
  // A way that is none of the others.
  other: 'Contact',
  // {time} is such as “17:00”.
  openUntil: 'Open until {time}',
  opensAt: 'Opens at {time}',
  // {day} is such as “Monday”.
  opensOn: 'Opens {day}, {time}',
  // {time} is such as “3 minutes” or “4 hours”.
  reply: 'Reply in about {time}',
} as const satisfies Strings;
