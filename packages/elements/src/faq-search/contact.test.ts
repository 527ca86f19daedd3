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

    it('is left out where the backend has none', async () => {
      const mounted = await open({ contact: undefined });
      await aTimeout(50);
      expect(mounted.$$('[part=contact]')).to.deep.equal([]);
    });
  });
});
