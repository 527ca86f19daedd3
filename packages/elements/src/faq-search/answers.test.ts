import { AdapterError } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { faq, open, questions, TAG, type, type Opened } from '../test/faq.ts';
import { appears, shopOf } from '../test/mount.ts';
import { aTimeout, expect, oneEvent, waitUntil } from '../test/testing.ts';
import { linkTo } from './answers.ts';
import type { FaqOpenedEvent } from './faq-search.events.ts';

describe(TAG, () => {
  describe('an answer', () => {
    const openEntry = async (mounted: Opened, id: string) => {
      const done = oneEvent(mounted.element, 'aftercart-faq-opened');
      await mounted.element.show(id);
      expect(((await done) as unknown as FaqOpenedEvent).entryId).to.equal(id);
      return appears(mounted.element, '[part=answer]');
    };

    it('opens in place, by mouse and by keyboard, and closes', async () => {
      const mounted = await open();
      const { element, $, $$ } = mounted;
      $$('summary')[0]!.click();
      const answer = await appears(element, '[part=answer]');
      expect(answer.textContent).to.contain('It is free.');
      expect($$('[part=links] a').map((a) => a.getAttribute('href'))[0]).to.equal('/delivery');
      await expect(element).to.be.accessible();
      $('summary').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !$$('[part=answer]').length, 'still open');
    });

    it('shows hostile words as words and follows no hostile link', async () => {
      const mounted = await open();
      await openEntry(mounted, 'evil/1 %');
      expect(mounted.$$('img')).to.deep.equal([]);
      expect(mounted.$('[part=text]').textContent).to.equal('<img src=x onerror=alert(1)>');
      expect(mounted.$$<HTMLAnchorElement>('a').filter(({ protocol }) => protocol === 'javascript:')).to.deep.equal([]);
    });

    it('shows HTML made safe', async () => {
      const mounted = await open();
      await openEntry(mounted, 'rich');
      await waitUntil(() => mounted.$('[part=text]').textContent?.includes('cold'), 'no text');
      expect(mounted.$('[part=text] > div').innerHTML).to.equal('<p>Wash <b>cold</b>.</p><a>x</a><a href="/care">Care</a>');
      await expect(mounted.element).to.be.accessible();
    });

    it('opens by deep link, now and later, and gives its own', async () => {
      location.hash = '#aftercart-faq-refund';
      try {
        const mounted = await open();
        const { element, $ } = mounted;
        await appears(element, '[part=answer]');
        expect(questions(mounted)).to.deep.equal(['When do I get my refund?']);
        await waitUntil(() => element.renderRoot.activeElement === $('summary'), 'no focus');
        expect($<HTMLAnchorElement>('[part=links] a').hash).to.equal('#aftercart-faq-refund');
        location.hash = linkTo('evil/1 %');
        await waitUntil(() => questions(mounted)[0] === '<img src=x onerror=alert(1)>', 'did not follow');
        location.hash = '#aftercart-faq-nothing';
        await element.updateComplete;
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });

    it('takes a yes', async () => {
      const votes: unknown[] = [];
      const mounted = await open({ vote: async (input: unknown) => (votes.push(input), { recorded: true }) });
      await openEntry(mounted, 'cost');
      const yes = await appears(mounted.element, '[part=yes]');
      setTimeout(() => {
        yes.click();
        yes.click();
      });
      await oneEvent(mounted.element, 'aftercart-faq-voted');
      await waitUntil(() => mounted.$('[part=vote]').textContent?.includes('Thank you'), 'no thanks');
      expect(votes).to.deep.equal([{ entryId: 'cost', helpful: true }]);
      await waitUntil(() => mounted.element.renderRoot.activeElement?.matches('[part=vote]'), 'focus was lost');
    });

    it('takes a no, asks what was missing, and takes that', async () => {
      const votes: unknown[] = [];
      const mounted = await open({ vote: async (input: unknown) => (votes.push(input), { recorded: true }) });
      const { element, $ } = mounted;
      await openEntry(mounted, 'cost');
      (await appears(element, '[part=no]')).click();
      const field = (await appears(element, '[part=comment]')) as HTMLTextAreaElement;
      await waitUntil(() => element.renderRoot.activeElement === field, 'no focus');
      await expect(element).to.be.accessible();
      field.value = ' The islands. ';
      $('[part=send]').click();
      await waitUntil(() => $('[part=vote]').textContent?.includes('improve'), 'no thanks');
      expect(votes).to.deep.equal([{ entryId: 'cost', helpful: false }, { entryId: 'cost', helpful: false, comment: 'The islands.' }]);
    });

    it('says when a vote did not work, and lets try again', async () => {
      let broken = true;
      const mounted = await open({
        vote: async () => {
          if (broken) throw new AdapterError('UNAVAILABLE');
          return { recorded: true };
        },
      });
      await openEntry(mounted, 'cost');
      (await appears(mounted.element, '[part=yes]')).click();
      await waitUntil(() => mounted.text().includes('did not work'), 'no word');
      broken = false;
      mounted.$('[part=yes]').click();
      await waitUntil(() => mounted.text().includes('Glad that helped'), 'no thanks');
    });

    it('asks for no vote where the backend takes none', async () => {
      const mounted = await open({ vote: undefined });
      await openEntry(mounted, 'cost');
      await aTimeout(20);
      expect(mounted.$$('[part=vote]')).to.deep.equal([]);
    });

    it('asks the next shop whether it takes votes', async () => {
      const mounted = await open();
      const silent = shopOf({ id: 'test', faq: { ...faq, vote: undefined } });
      await openEntry(mounted, 'cost');
      await appears(mounted.element, '[part=yes]');
      mounted.element.setAttribute('shop', silent.shop.name);
      await appears(mounted.element, '[part=topics]');
      await openEntry(mounted, 'cost');
      await aTimeout(20);
      expect(mounted.$$('[part=vote]')).to.deep.equal([]);
    });

    it('forgets what a shopper asked and said when another comes', async () => {
      const mounted = await open();
      await openEntry(mounted, 'cost');
      (await appears(mounted.element, '[part=no]')).click();
      await appears(mounted.element, '[part=comment]');
      await type(mounted, 'refund');
      mounted.shop.signOut();
      await waitUntil(() => mounted.$$<HTMLInputElement>('input')[0]?.value === '', 'the query is still there');
      await appears(mounted.element, '[part=topics]');
      expect(mounted.$$('[part=answer]')).to.deep.equal([]);
      await mounted.element.show('cost');
      await appears(mounted.element, '[part=yes]');
    });
  });
});
