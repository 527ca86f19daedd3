import { AdapterError } from '@aftercart/contract';
import { faq, open, TAG, type } from '../test/faq.ts';
import { appears, inState, mount } from '../test/mount.ts';
import { aTimeout, expect } from '../test/testing.ts';
import type { ContactRequestEvent } from './faq-search.events.ts';
import type { FaqSearchElement } from './faq-search.ts';

describe(TAG, () => {
  describe('contact', () => {
    it('is always there, with hours, reply time and what was typed', async () => {
      const mounted = await open();
      const { element, $$ } = mounted;
      await appears(element, '[part=channel]');
      const words = $$('[part=channel]').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
      expect(words[0]).to.equal('E-mailhelp@shop.exampleReply in about 4 hours');
      expect(words[1]).to.equal('ChatReply in about 3 minutes');
      expect(words[2]).to.match(/^Phone\+30 210 0000(Open until|Opens)/);
      expect(words).to.have.length(3);
      await type(mounted, 'wo ist & mein \ud800 Paket?');
      expect($$('[part=channel]').map((a) => a.getAttribute('href'))).to.deep.equal([
        'mailto:help@shop.example?subject=wo%20ist%20%26%20mein%20%20Paket%3F',
        '/chat?q=wo%20ist%20%26%20mein%20%20Paket%3F',
        'tel:+302100000',
      ]);
    });

    it('can be taken over by the page', async () => {
      const mounted = await open();
      await appears(mounted.element, '[part=channel]');
      await type(mounted, 'refund');
      let asked: ContactRequestEvent | undefined;
      mounted.element.addEventListener('aftercart-contact-request', (event) => {
        asked = event;
        event.preventDefault();
      });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      mounted.$$('[part=channel]')[1]!.dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
      expect([asked!.kind, asked!.query, asked!.url]).to.deep.equal(['chat', 'refund', '/chat?q=refund']);
    });

    it('is there where the shop has no answers, beside the slot', async () => {
      const mounted = await mount<FaqSearchElement>(TAG, { id: 'test', faq: { ...faq, entries: async () => ({ items: [] }) } });
      await inState(mounted.element, 'empty');
      await appears(mounted.element, '[part=channel]');
      expect(mounted.$('slot')).to.exist;
    });

    it('is there where the answers can’t be fetched', async () => {
      const entries = async () => Promise.reject(new AdapterError('FORBIDDEN', 'no'));
      const { element, $ } = await mount<FaqSearchElement>(TAG, { id: 'test', faq: { ...faq, entries } });
      await inState(element, 'error');
      await appears(element, '[part=channel]');
      expect($('[part=retry]')).to.exist;
      await expect(element).to.be.accessible();
    });

    for (const lang of ['en', 'de', 'ru', 'el', 'fr', 'es', 'ar', 'zh']) {
      it(`shows addresses, numbers and hours in full, in the room that was kept, in ${lang}`, async () => {
        const { channels } = await faq.contact();
        const store = { kind: 'store' as const, label: 'Nos boutiques à Athènes et à Thessalonique', url: '/shops', openingHours: channels[1]!.openingHours ?? null };
        const without = await open({ contact: undefined }, '', { lang });
        const mounted = await open({ contact: async () => ({ channels: [...channels.slice(0, 3), store] }) }, '', { lang });
        const { element, $, $$ } = mounted;
        await appears(element, '[part=channel]');
        for (const width of [744, 366, 296, 240]) {
          for (const each of [element, without.element]) each.style.inlineSize = `${width}px`;
          expect(element.getBoundingClientRect().height, `${width}`).to.equal(without.element.getBoundingClientRect().height);
          const list = $('.channels');
          expect([list.scrollWidth, list.scrollHeight], `${width}`).to.deep.equal([list.clientWidth, list.clientHeight]);
          for (const line of $$('[part=channel] > *')) {
            expect(line.scrollWidth, `${width} ${line.textContent}`).to.be.at.most(line.clientWidth);
            expect(line.getBoundingClientRect().bottom).to.be.at.most(line.parentElement!.getBoundingClientRect().bottom);
          }
        }
      });
    }

    it('is left out where the backend has none', async () => {
      const mounted = await open({ contact: undefined });
      await aTimeout(50);
      expect(mounted.$$('[part=contact]')).to.deep.equal([]);
    });
  });
});
