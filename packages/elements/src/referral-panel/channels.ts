/** The ways to share a link: an icon for each, and the address that opens it with the link and the words filled in. */
import type { ShareChannel } from './sharing.events.ts';

/** The channels that have a button of their own. The link for all is in the field, and what is not known has no name. */
export type NamedChannel = Exclude<ShareChannel, 'direct' | 'other'>;

/**
 * In the order in which they are shown. Without an address the element does it itself: the share sheet of the device, and
 * a QR code for WeChat, which has no address for links but a scanner. In addresses `{u}` is the link, `{t}` the words to
 * share, `{s}` the subject.
 */
export const CHANNELS: Readonly<Record<NamedChannel, readonly [icon: string, address?: string]>> = {
  device_share: ['M12 15V3.5M7.5 8 12 3.5 16.5 8M6 12v8.5h12V12'],
  email: ['M3.5 5.5h17v13h-17zL12 13l8.5-7.5', 'mailto:?subject={s}&body={t}%0A{u}'],
  whatsapp: ['M3.5 20.5 5 16a8.5 8.5 0 1 1 3 3zM9 8c-1 4 3 8 7 7l.5-1.5-2-1-1 1-3-3 1-1-1-2z', 'https://wa.me/?text={t}%20{u}'],
  telegram: ['m21 4-18 7 6 2.5 10-8-7.5 9 6.5 5zM9 13.5v6l2.5-3', 'https://t.me/share/url?url={u}&text={t}'],
  facebook: ['M16 3.5h-2q-4 0-4 4v13M7 12h8', 'https://www.facebook.com/sharer/sharer.php?u={u}'],
  x: ['m5 4.5 14 15M19 4.5l-14 15', 'https://x.com/intent/post?text={t}&url={u}'],
  wechat: ['M9 15a6 5 0 1 1 6-6M9 15l-3 1.5.5-2M21 15a6 4.5 0 1 0-3.5 4l2.5 1-.5-2A4 4 0 0 0 21 15'],
};

/** The channels to show: mail and WhatsApp always, the device where it has a share sheet, others where they have a link. */
export const channelsOf = (given: readonly { channel: string }[]): NamedChannel[] =>
  (Object.keys(CHANNELS) as NamedChannel[]).filter((name) =>
    name === 'device_share' ? 'share' in navigator : /^(email|whatsapp)$/.test(name) || given.some(({ channel }) => channel === name),
  );

/** Fills an address. Halves of a surrogate pair, which no URL can hold, are left out. */
export const fill = (address: string, words: Readonly<Record<string, string>>): string =>
  address.replace(/\{(.)\}/g, (_, name: string) => encodeURIComponent(words[name]!.replace(/\p{Cs}/gu, '')));
