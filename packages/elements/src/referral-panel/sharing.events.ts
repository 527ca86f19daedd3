import type { ReferralLink } from '@aftercart/contract';

export type ShareChannel = ReferralLink['links'][number]['channel'];

/** The advocate chose a channel. Cancel it to share in another way. */
export class ShareEvent extends Event {
  static readonly type = 'aftercart-share';
  readonly channel: ShareChannel;
  /** The link of this channel. */
  readonly url: string;
  constructor(channel: ShareChannel, url: string) {
    super(ShareEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.channel = channel;
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-share': ShareEvent;
  }
}
