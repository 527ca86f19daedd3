import type { Strings } from '../base/locale.ts';

/** The row of ways to share, and what came of copying the link. */
export const sharingStrings = {
  // For screen readers: name of the row.
  shareGroup: 'Share your link',
  // Names of the ways to share. The first one opens the share sheet of the device.
  device_share: 'Share',
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  facebook: 'Facebook',
  x: 'X',
  wechat: 'WeChat',
  copied: 'Link copied.',
  // Where the browser does not let the page copy; the link is selected then.
  copyFailed: 'The link is selected: please copy it by hand.',
} as const satisfies Strings;
