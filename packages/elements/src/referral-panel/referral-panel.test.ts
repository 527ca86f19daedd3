import { AdapterError, type Referral } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { appears, inState, mount } from '../test/mount.ts';
import { friend, inDays, linkOf, program, referrals, refusing, shopWith, stub } from '../test/referrals.ts';
import { onScreen } from '../test/screen.ts';
import { expect, oneEvent, waitUntil } from '../test/testing.ts';
import { withoutParts } from '../test/without-parts.ts';
import './define.ts';
import type { LinkCopiedEvent } from './referral-panel.events.ts';
import type { ReferralPanelElement } from './referral-panel.ts';
import type { ShareEvent } from './sharing.events.ts';

const TAG = 'aftercart-referral-panel';
const HOSTILE = '<img src=x onerror=alert(1)>';

const open = async (over: Record<string, unknown> = {}, options: Parameters<typeof mount>[2] = {}) => {
  const mounted = await mount<ReferralPanelElement>(TAG, shopWith(over), options);
  await inState(mounted.element, 'ready');
  return mounted;
};

/** With the row of ways to share. */
const openShare = async (over: Record<string, unknown> = {}) => {
  const mounted = await open(over);
  await appears(mounted.element, '[part=channel]');
  const channel = (name: string) => mounted.$<HTMLAnchorElement>(`[data-channel=${name}]`);
  return { ...mounted, channel };
};

const toggles = (element: ReferralPanelElement) => [...element.renderRoot.querySelectorAll<HTMLElement>('[part=toggle]')];
const openSection = async (element: ReferralPanelElement, words: string) => {
  toggles(element).find(({ textContent }) => textContent?.includes(words))!.click();
};

/** Keeps the page where it is when a link is clicked. */
const stay = (element: Element) => element.addEventListener('click', (event) => event.preventDefault());

describe(TAG, () => {
  describeCommon({
    tag: TAG,
    working: shopWith(),
    needs: ['referrals.program', 'referrals.link'],
    empty: shopWith({ program: async () => ({ ...program, active: false }) }),
    ready: '[part=link]',
  });

  describe('the advocate’s side', () => {
    it('names both rewards and shows the link for all', async () => {
      const { $ } = await open();
      expect($('[part=title]').textContent).to.equal('Give €10 off, get 250 miles');
      expect($<HTMLInputElement>('[part=link]').value).to.equal('https://shop.example/?ref=MARIA7K2M&via=direct');
    });

    it('keeps its own size and line height on a page that has others', async () => {
      const { element, $ } = await open();
      element.parentElement!.style.font = '10px / 40px monospace';
      const { fontSize, lineHeight, fontFamily } = getComputedStyle($('.base'));
      expect([fontSize, lineHeight, fontFamily]).to.deep.equal(['16px', '24px', 'monospace']);
    });

    it('is empty and shows its slot where no program runs', async () => {
      for (const answer of [null, { ...program, active: false }]) {
        const { element } = await mount<ReferralPanelElement>(TAG, shopWith({ program: async () => answer }));
        await inState(element, 'empty');
        expect(element.renderRoot.querySelector('slot')).to.exist;
      }
    });

    it('tells a guest what both get and where to sign in', async () => {
      const { element, $, $$, text } = await mount<ReferralPanelElement>(TAG, shopWith({ link: refusing('UNAUTHENTICATED') }));
      await inState(element, 'guest');
      expect(text()).to.contain('Give €10 off, get 250 miles');
      expect($<HTMLAnchorElement>('[part=sign-in]').getAttribute('href')).to.equal('/sign-in');
      expect($$('[part=link], [part=copy]')).to.deep.equal([]);
      await openSection(element, 'Terms');
      expect((await appears(element, '[part=terms]')).textContent).to.contain('Up to 20 friends a year.').and.to.contain('€50');
      await expect(element).to.be.accessible();
    });

    it('says so without blame where this account has no link', async () => {
      for (const link of [async () => null, refusing('CUSTOMER_BLOCKED'), refusing('CUSTOMER_NOT_ENROLLED')]) {
        const { text, $$ } = await open({ link });
        expect(text()).to.contain('This account has no link at the moment.');
        expect($$('[part=retry]')).to.deep.equal([]);
      }
    });

    it('offers to try again where the link could not be fetched', async () => {
      let broken = true;
      const { element, $, $$ } = await open({ link: async () => (broken ? Promise.reject(new AdapterError('RATE_LIMITED', '', { retryAfter: 60 })) : linkOf('direct')) });
      broken = false;
      expect($$('[part=link]')).to.deep.equal([]);
      $('[part=retry]').click();
      await appears(element, '[part=link]');
    });

    it('shows no friends where the shop lists none', async () => {
      const { element } = await open({ list: undefined });
      expect(toggles(element).map(({ textContent }) => textContent?.trim())).to.deep.equal(['QR code', 'Terms']);
    });

    it('ends no Russian date with a second dot', async () => {
      const { element, $$ } = await open({ list: async () => ({ items: [friend('a', 'pending', 'awaiting_return_window', { availableAt: inDays(9) })], nextCursor: null }) }, { lang: 'ru' });
      $$('[part=toggle]').at(-1)!.click();
      expect((await appears(element, '[part=reason]')).textContent).to.match(/Ожидается .* г\.\s*$/);
    });

    it('forgets what was open when the shopper changes', async () => {
      const { element, shop } = await open();
      await openSection(element, 'Your friends');
      await appears(element, '[part=friend]');
      shop.signOut();
      await inState(element, 'ready');
      expect(element.renderRoot.querySelector('[part=friend]')).to.equal(null);
    });

    it('has the same height with names of 300 characters, at every width', async () => {
      const long = { ...program, friendOffer: { kind: 'other' as const, title: 'W'.repeat(300) }, advocateOffer: { kind: 'other' as const, title: 'x'.repeat(300) } };
      for (const width of [320, 390, 1280]) {
        await onScreen(width);
        const heights = [];
        for (const answer of [program, long]) {
          const { element } = await open({ program: async () => answer, link: async () => linkOf('direct', 'device_share', 'telegram', 'facebook', 'x', 'wechat') });
          await appears(element, '[part=channel]');
          heights.push(element.getBoundingClientRect().height);
        }
        expect(heights[0]).to.equal(heights[1]);
      }
    });
  });

  describe('copying', () => {
    it('copies by keyboard, says so politely and tells the page', async () => {
      let copied = '';
      stub('clipboard', { writeText: async (text: string) => void (copied = text) });
      const { element, $ } = await open();
      $('[part=copy]').focus();
      setTimeout(() => sendKeys({ press: 'Enter' }));
      const { url } = (await oneEvent(element, 'aftercart-link-copied')) as LinkCopiedEvent;
      await element.updateComplete;
      expect(copied).to.equal(url);
      expect(copied).to.equal('https://shop.example/?ref=MARIA7K2M&via=direct');
      expect($('[role=status][part=status]').textContent).to.equal('Link copied.');
    });

    it('selects the link and says so where the browser does not let it', async () => {
      for (const clipboard of [undefined, { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }]) {
        stub('clipboard', clipboard);
        const { $, text, reports } = await open();
        $('[part=copy]').click();
        await waitUntil(() => text().includes('please copy it by hand'));
        const field = $<HTMLInputElement>('[part=link]');
        expect(field.value.slice(field.selectionStart!, field.selectionEnd!)).to.equal(field.value);
        expect(reports).to.deep.equal([]);
      }
    });
  });

  it('copies the link where the ways to share can’t be had', async () => {
    let copied = '';
    stub('clipboard', { writeText: async (text: string) => void (copied = text) });
    await withoutParts(async () => {
      const { $, $$ } = await open();
      $('[part=copy]').click();
      await waitUntil(() => copied === $<HTMLInputElement>('[part=link]').value);
      await waitUntil(() => !$$('.skeleton').length);
    });
  });

  describe('sharing', () => {
    it('has mail and WhatsApp always, and what else the adapter gives, each with its own link', async () => {
      stub('share', undefined);
      delete (navigator as { share?: unknown }).share;
      const { $$, channel } = await openShare();
      const names = $$('[part=channel]').map(({ dataset }) => dataset['channel']);
      expect(names.filter((name) => name !== 'device_share')).to.deep.equal(['email', 'whatsapp', 'telegram', 'wechat']);
      expect(decodeURIComponent(channel('email').href)).to.equal('mailto:?subject=€10 off&body=My shop & yours:\nhttps://shop.example/?ref=MARIA7K2M&via=email');
      // Without a link of its own it takes the one for all.
      expect(channel('whatsapp').href).to.equal('https://wa.me/?text=My%20shop%20%26%20yours%3A%20https%3A%2F%2Fshop.example%2F%3Fref%3DMARIA7K2M%26via%3Ddirect');
      expect(channel('telegram').href).to.contain('via%3Dtelegram');
      expect(channel('telegram').rel).to.equal('noopener');
    });

    it('tells the page, which may share in another way', async () => {
      const { element, channel } = await openShare();
      let event: ShareEvent | undefined;
      element.addEventListener('aftercart-share', (asked) => {
        event = asked;
        asked.preventDefault();
      });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      channel('telegram').dispatchEvent(click);
      expect([event?.channel, event?.url]).to.deep.equal(['telegram', 'https://shop.example/?ref=MARIA7K2M&via=telegram']);
      expect(click.defaultPrevented).to.equal(true);
    });

    it('opens the share sheet of the device', async () => {
      let shared: unknown;
      stub('share', async (data: unknown) => void (shared = data));
      const { channel } = await openShare();
      channel('device_share').click();
      await waitUntil(() => shared);
      expect(shared).to.deep.equal({ text: 'My shop & yours:', url: 'https://shop.example/?ref=MARIA7K2M&via=direct' });
    });

    it('is quiet when the share sheet is closed, and copies where it can’t open', async () => {
      stub('clipboard', { writeText: async () => {} });
      for (const [name, says] of [['AbortError', ''], ['NotAllowedError', 'Link copied.']]) {
        let asked = false;
        stub('share', async () => {
          asked = true;
          throw new DOMException('', name);
        });
        const { channel, $, reports } = await openShare();
        channel('device_share').click();
        await waitUntil(() => asked && $('[part=status]').textContent === says);
        expect(reports).to.deep.equal([]);
      }
    });

    it('shares with WeChat by a QR code of its link', async () => {
      const { element, channel } = await openShare();
      channel('wechat').click();
      expect(await appears(element, '[part=qr] svg path')).to.exist;
    });

    it('leaves out links that are not safe to follow', async () => {
      const link = { ...linkOf('direct'), links: [{ channel: 'direct', url: 'https://shop.example/a' }, { channel: 'telegram', url: 'javascript:alert(1)' }] };
      const { $$ } = await openShare({ link: async () => link });
      expect($$('[data-channel=telegram]')).to.deep.equal([]);
      const { text } = await open({ link: async () => ({ ...link, links: [{ channel: 'direct', url: 'javascript:alert(1)' }] }) });
      expect(text()).to.contain('This account has no link');
    });

    it('survives hostile words, and half a surrogate pair', async () => {
      const { $$, channel, text } = await openShare({
        program: async () => ({ ...program, friendOffer: { kind: 'other', title: `${HOSTILE}\ud800` }, termsUrl: 'javascript:alert(1)', signInUrl: 'javascript:alert(1)' }),
        link: async () => ({ ...linkOf('direct'), message: null }),
      });
      expect($$('img')).to.deep.equal([]);
      expect(text()).to.contain(HOSTILE);
      expect(decodeURIComponent(channel('email').href)).to.contain(`subject=${HOSTILE}&`);
      stay(channel('email'));
    });

    it('makes a link of the same site absolute', async () => {
      const { $ } = await open({ link: async () => ({ code: 'A', links: [{ channel: 'direct', url: '/?ref=A' }] }) });
      expect($<HTMLInputElement>('[part=link]').value).to.equal(`${location.origin}/?ref=A`);
    });
  });

  describe('what opens below', () => {
    it('opens and closes by keyboard, one at a time, and says which is open', async () => {
      const { element } = await open();
      const [qr, terms] = toggles(element);
      qr!.focus();
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=qr] svg');
      expect(qr!.ariaExpanded ?? qr!.getAttribute('aria-expanded')).to.equal('true');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=terms]');
      expect(element.renderRoot.querySelector('[part=qr]')).to.equal(null);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !element.renderRoot.querySelector('[part=terms]'));
      expect(element.renderRoot.activeElement).to.equal(terms);
    });

    it('draws the QR code on the device, dark on light', async () => {
      const { element } = await open();
      await openSection(element, 'QR');
      const drawing = await appears(element, '[part=qr] svg');
      expect(drawing.getAttribute('role')).to.equal('img');
      expect(getComputedStyle(drawing).backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(drawing).fill).to.equal('rgb(0, 0, 0)');
      await expect(element).to.be.accessible();
    });

    it('says so where a link is longer than a QR code can be', async () => {
      const { element, text } = await open({ link: async () => ({ code: 'A', links: [{ channel: 'direct', url: `https://shop.example/?ref=${'é'.repeat(1500)}` }] }) });
      await openSection(element, 'QR');
      await waitUntil(() => text().includes('Use the link instead.'));
    });

    it('gives both rewards in full and the terms', async () => {
      const { element } = await open();
      await openSection(element, 'Terms');
      const words = (await appears(element, '[part=terms]')).textContent!.replace(/\s+/g, ' ');
      expect(words).to.contain('You get 250 miles').and.to.contain('Your friend gets €10 off').and.to.contain('For a first order of €50 or more.');
      await expect(element).to.be.accessible();
    });
  });

  describe('friends', () => {
    const friendsShown = async (items: Referral[]) => {
      const mounted = await open({ list: async () => ({ items }) });
      await openSection(mounted.element, 'Your friends');
      await appears(mounted.element, '[part=friend]');
      return mounted;
    };

    it('says where each stands and why, without blame', async () => {
      const said: [Referral['status'], Referral['reason'], string][] = [
        ['clicked', undefined, 'Opened your link'],
        ['claimed', 'awaiting_order', 'The first order is still to come.'],
        ['pending', 'awaiting_payment', 'The order is not paid yet.'],
        ['pending', 'awaiting_return_window', 'The order can still be returned. Expected on'],
        ['pending', 'under_review', 'You need to do nothing.'],
        ['approved', undefined, 'You got 250 miles.'],
        ['declined', 'self_referral', 'your own household'],
        ['declined', 'already_customer', 'had shopped here before'],
        ['declined', 'already_referred', 'invitation came first'],
        ['declined', 'cap_reached', 'number of rewards'],
        ['void', 'order_cancelled', 'was cancelled'],
        ['void', 'order_returned', 'was returned'],
        ['void', 'expired', 'ran out'],
        ['declined', 'other', 'Write to us'],
        ['unknown', undefined, 'In progress'],
      ];
      const { element, $$ } = await friendsShown(said.map(([status, reason], i) => friend(`f${i}`, status, reason, { availableAt: inDays(9) })));
      const rows = $$('[part=friend]').map(({ textContent }) => textContent!.replace(/\s+/g, ' '));
      said.forEach(([, , words], i) => expect(rows[i]).to.contain(words));
      expect(rows[0]).to.contain('f0•••@e•••.gr');
      expect(rows.join()).not.to.match(/fraud|cheat|violat|suspicious/i);
      await expect(element).to.be.accessible();
    });

    it('loads older ones page by page and puts the focus on the first that is new', async () => {
      const asked: unknown[] = [];
      const { element, $, $$ } = await open({
        list: async ({ cursor }: { cursor?: string }) => {
          asked.push(cursor);
          return cursor ? { items: [friend('b', 'approved'), friend('c', 'clicked')] } : { items: [friend('a', 'clicked')], nextCursor: 'next' };
        },
      });
      await openSection(element, 'Your friends');
      (await appears(element, '[part=load-more]')).click();
      await waitUntil(() => $$('[part=friend]').length === 3);
      await waitUntil(() => element.renderRoot.activeElement?.textContent?.includes('b•••'));
      expect(asked).to.deep.equal([undefined, 'next']);
      expect($('[part=friends]').querySelector('[part=load-more]')).to.equal(null);
    });

    it('is not at a loss where there is nobody, or where they could not be loaded', async () => {
      const { element, text } = await open({ list: async () => ({ items: [] }) });
      await openSection(element, 'Your friends');
      await waitUntil(() => text().includes('Nobody yet.'));
      let broken = true;
      const second = await open({ list: async () => (broken ? Promise.reject(new AdapterError('FORBIDDEN')) : referrals.list()) });
      await openSection(second.element, 'Your friends');
      await waitUntil(() => second.text().includes('could not be loaded'));
      broken = false;
      second.$('[part=friends] [part=retry]').click();
      await appears(second.element, '[part=friend]');
    });
  });

  it('reads well to a screen reader', async function () {
    if (navigator.userAgent.includes('Firefox')) return this.skip();
    await openShare();
    const tree = JSON.stringify(await a11ySnapshot({}));
    for (const [role, name] of [['heading', 'Give €10 off, get 250 miles'], ['textbox', 'Your link'], ['button', 'Copy link'], ['link', 'WhatsApp'], ['button', 'Your friends']]) {
      expect(tree).to.match(new RegExp(`"role":"${role}"[^{}]*"name":"${name}"`));
    }
  });
});
