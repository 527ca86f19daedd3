/** The row of ways to share. Loaded once there is a link to share, into room that is kept for it. */
import { html, type TemplateResult } from '../base/template.ts';
import { icon } from '../base/icons.ts';
import { safeUrl } from '../base/safe-url.ts';
import { CHANNELS, channelsOf, fill, type NamedChannel } from './channels.ts';
import type { ReferralPanelElement } from './referral-panel.ts';
import { LinkCopiedEvent } from './referral-panel.events.ts';
import { ShareEvent } from './sharing.events.ts';
import type { sharingStrings } from './sharing.strings.ts';

export { sharingStrings as strings } from './sharing.strings.ts';
export { sharingStyles as styles } from './sharing.styles.ts';

async function share(host: ReferralPanelElement, event: Event, channel: NamedChannel, url: string, text: string): Promise<void> {
  if (!host.dispatchEvent(new ShareEvent(channel, url))) return event.preventDefault();
  if (channel === 'wechat') return host.open('qr', url);
  if (channel !== 'device_share') return;
  try {
    await navigator.share({ text, url });
  } catch (error) {
    // Who closes the share sheet has changed their mind; where it can’t open, the link is copied instead.
    if ((error as Error).name !== 'AbortError') await host.copy(url);
  }
}

/** Says what came of copying the link. */
export function tellOfCopy(host: ReferralPanelElement, copied: boolean, url: string): void {
  host.status = copied ? 'copied' : 'copyFailed';
  host.requestUpdate();
  if (copied) host.dispatchEvent(new LinkCopiedEvent(url));
}

export function renderChannels(host: ReferralPanelElement): TemplateResult {
  const { program, link } = host.data;
  const subject = program!.friendOffer.title;
  const text = link!.message || subject;
  const t = (key: keyof typeof sharingStrings) => host.t(key as never);
  return html`<div part="channels" class="row channels" role="group" aria-label=${t('shareGroup')}>
    ${channelsOf(link!.links).map((channel) => {
      const own = link!.links.find((each) => each.channel === channel);
      const url = own ? safeUrl(own.url) && new URL(own.url, document.baseURI).href : host.url;
      if (!url) return '';
      const [path, address] = CHANNELS[channel];
      const name = t(channel);
      const onClick = host.guarded((event: Event) => share(host, event, channel, url, text));
      const drawing = icon(path);
      return address
        ? html`<a
            part="channel" class="button" target="_blank" rel="noopener" data-channel=${channel} title=${name}
            href=${safeUrl(fill(address, { u: url, t: text, s: subject }))!} @click=${onClick}
          >${drawing}</a>`
        : html`<button part="channel" data-channel=${channel} title=${name} @click=${onClick}>${drawing}</button>`;
    })}
  </div>`;
}
