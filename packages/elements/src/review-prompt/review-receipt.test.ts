import { AdapterError, type Review, type ReviewInput } from '@aftercart/contract';
import { appears, inState } from '../test/mount.ts';
import { TAG, mug, open, openForm, pack, review, send, shirt } from '../test/reviews.ts';
import { aTimeout, expect, oneEvent, waitUntil } from '../test/testing.ts';
import type { ReviewRequestEvent } from './review-prompt.events.ts';

describe(TAG, () => {
  describe('the receipt', () => {
    for (const [status, words] of [['pending', 'Somebody is checking it.'], ['published', 'Everybody can read it now.'], ['rejected', 'Reason: It names a person.']] as const) {
      it(`says what happens now: ${status}`, async () => {
        const form = await openForm({ submit: async ({ requestId }: ReviewInput) => review({ requestId, status, reason: status === 'rejected' ? 'It names a person.' : null }) });
        await send(form);
        expect(form.text()).to.contain(words).and.to.contain(status === 'rejected' ? 'Your review was not published' : 'Thank you for your review');
        await waitUntil(() => form.element.renderRoot.activeElement?.id === 'receipt-title', 'the receipt has no focus');
        await expect(form.element).to.be.accessible();
      });
    }

    for (const lang of ['en', 'de', 'el', 'ru']) {
      it(`has stars and a button beside each other in a sidebar, in ${lang}`, async () => {
        const { element, $, $$ } = await open({}, [mug], { lang });
        for (const width of [296, 240, 220]) {
          element.style.inlineSize = `${width}px`;
          const card = $('[part=card]').getBoundingClientRect();
          const open = $('[part=open]').getBoundingClientRect();
          expect($$('[part=rated] svg').at(-1)!.getBoundingClientRect().right, `${width}`).to.be.at.most(open.left);
          expect(open.right).to.be.at.most(card.right - 16);
          expect($('[part=rated] svg').getBoundingClientRect().width).to.be.at.least(10);
        }
      });
    }

    it('stays when the backend lists what was answered no more', async () => {
      const form = await openForm({}, [pack]);
      form.list([]);
      await send(form);
      await waitUntil(() => !form.element.items.length, 'not asked again');
      await form.element.updateComplete;
      expect(form.text()).to.contain('Thank you for your review').and.to.contain('Your review of Ridge 28 Backpack');
      expect(form.element.matches(':state(ready)')).to.equal(true);
    });

    it('stays when the backend is slow to list the review', async () => {
      let asked = 0;
      const form = await openForm({ requests: async () => (asked++, { items: [pack, shirt] }) });
      await send(form);
      await waitUntil(() => asked === 2);
      await aTimeout(20);
      expect(form.text()).to.contain('Thank you for your review');
    });

    it('follows the backend when that knows more', async () => {
      const form = await openForm();
      await send(form);
      form.list([{ ...pack, review: review({ requestId: 'pack', status: 'rejected', reason: 'Spam.' }) }]);
      form.shop.revalidate();
      await waitUntil(() => form.text().includes('Reason: Spam.'));
    });

    it('leads to the other items of the order', async () => {
      const form = await openForm();
      await send(form);
      expect(form.$$('[part=items]').map((list) => `${list.firstElementChild!.textContent} ${list.querySelector('bdi')!.textContent}`)).to.deep.equal([
        'Also in this order Merino Shirt', 'Also waiting for your review Headlamp',
      ]);
      form.$('[part=choose]').click();
      await waitUntil(() => form.text().includes('How was the Merino Shirt?'));
      await waitUntil(() => form.element.renderRoot.activeElement === form.star(1), 'the stars have no focus');
      expect(form.$$('[part=panel]')).to.deep.equal([]);
    });

    it('opens and closes by a button, and shows the review', async () => {
      const { element, $, $$, text } = await open({}, [mug]);
      $('[part=open]').click();
      await appears(element, '[part=receipt]');
      expect($('[part=open]').ariaExpanded).to.equal('true');
      expect(text()).to.contain('Chips quickly').and.to.contain('After two weeks.').and.to.contain('Maria P.').and.to.contain('Verified purchase');
      $('[part=open]').click();
      await waitUntil(() => !$$('[part=receipt]').length);
    });
  });

  describe('a list of all items', () => {
    it('is behind a button, with those already reviewed', async () => {
      const { element, $, $$, text } = await open();
      $('[part=more]').click();
      await appears(element, '[part=items]');
      expect(text()).to.contain('Also in this order Merino Shirt').and.to.contain('Your reviews Enamel Mug').and.to.contain('Published');
      expect($$('[part=choose]').map((button) => button.ariaLabel)).to.deep.equal(['Review: Merino Shirt', 'Review: Headlamp', 'Details: Enamel Mug']);
      await expect(element).to.be.accessible();
      $$('[part=choose]')[2]!.click();
      await appears(element, '[part=receipt]');
      await waitUntil(() => element.renderRoot.activeElement?.id === 'receipt-title');
    });

    it('lets the shopper switch between items without losing a draft', async () => {
      const { element, $, $$, type, text } = await openForm();
      await type('body', 'About the pack');
      $('[part=more]').click();
      await appears(element, '[part=items]');
      $('[part=choose]').click();
      await waitUntil(() => text().includes('How was the Merino Shirt?'));
      expect($$<HTMLInputElement>('#rating input').some(({ checked }) => checked)).to.equal(false);
      $('[part=more]').click();
      await appears(element, '[part=items]');
      $$('[part=choose]')[0]!.click();
      await appears(element, '[part=form]');
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('About the pack');
    });
  });

  describe('editing', () => {
    const edit = async (over: Record<string, unknown> = {}) => {
      const mounted = await open(over, [{ ...mug, review: review({ status: 'rejected', reason: 'It names a person.' }) }]);
      mounted.$('[part=open]').click();
      (await appears(mounted.element, '[part=edit]')).click();
      await appears(mounted.element, '[part=form]');
      return mounted;
    };

    it('begins with what was written and sends the change', async () => {
      const { element, $, star, type, seen, text } = await edit();
      await waitUntil(() => element.renderRoot.activeElement?.id === 'form-title', 'the form has no focus');
      expect(star(2).checked).to.equal(true);
      expect($<HTMLInputElement>('#field-title').value).to.equal('Chips quickly');
      star(3).click();
      await type('title', '');
      let asked: ReviewRequestEvent | undefined;
      element.addEventListener('aftercart-review-request', (event) => (asked = event));
      setTimeout(() => $('[part=submit]').click());
      await oneEvent(element, 'aftercart-review-edited');
      expect(asked!.input).to.deep.equal({ reviewId: 'v1', rating: 3, title: null, body: 'After two weeks.', displayName: 'Maria P.' });
      expect(seen.edited.length).to.equal(1);
      await waitUntil(() => text().includes('Your changes have arrived'));
    });

    it('is given up without a trace', async () => {
      const { element, $, type, text } = await edit();
      await type('title', 'Something else');
      $('[part=close]').click();
      await appears(element, '[part=receipt]');
      expect(text()).to.contain('Chips quickly').and.not.to.contain('Something else');
      await waitUntil(() => element.renderRoot.activeElement === $('[part=edit]'));
    });

    it('is not offered where the backend can’t', async () => {
      const { element, $, $$ } = await open({ edit: undefined, withdraw: undefined }, [mug]);
      $('[part=open]').click();
      await appears(element, '[part=receipt]');
      await aTimeout(20);
      expect($$('[part=edit], [part=withdraw]')).to.deep.equal([]);
    });
  });

  describe('withdrawing', () => {
    const ask = async (over: Record<string, unknown> = {}) => {
      const mounted = await open(over, [mug]);
      mounted.$('[part=open]').click();
      (await appears(mounted.element, '[part=withdraw]')).click();
      await appears(mounted.element, '[part=confirm]');
      return mounted;
    };

    it('asks first', async () => {
      const { element, $, $$ } = await ask();
      await waitUntil(() => element.renderRoot.activeElement?.id === 'ask');
      await expect(element).to.be.accessible();
      $('[part=keep]').click();
      await waitUntil(() => !$$('[part=confirm]').length);
      await waitUntil(() => element.renderRoot.activeElement === $('[part=withdraw]'));
    });

    it('takes the review back, after which a new one may be written', async () => {
      const { element, $, text, star } = await ask();
      setTimeout(() => $('[part=confirm-withdraw]').click());
      await oneEvent(element, 'aftercart-review-withdrawn');
      await waitUntil(() => text().includes('Your review is withdrawn'));
      await waitUntil(() => element.renderRoot.activeElement?.id === 'receipt-title');
      star(5).click();
      await appears(element, '[part=form]');
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('');
    });

    it('says so when it did not work', async () => {
      const { $, text } = await ask({ withdraw: async () => Promise.reject(new AdapterError('OFFLINE')) });
      $('[part=confirm-withdraw]').click();
      await waitUntil(() => text().includes('You are offline.'));
      expect(text()).to.contain('Your review of Enamel Mug');
    });
  });

  it('shows nothing of a review that was being sent when the shopper signs out', async () => {
    let answer!: (value: Review) => void;
    const { element, shop, $, $$, text } = await openForm({ submit: () => new Promise<Review>((resolve) => (answer = resolve)) });
    const told: Event[] = [];
    element.addEventListener('aftercart-reviewed', (event) => told.push(event));
    $('[part=submit]').click();
    await waitUntil(() => answer);
    shop.signOut();
    await element.updateComplete;
    answer(review({ requestId: 'pack', status: 'pending', body: 'Private' }));
    await inState(element, 'ready');
    await aTimeout(20);
    expect(told).to.deep.equal([]);
    expect($$('[part=receipt]')).to.deep.equal([]);
    expect(text()).not.to.contain('Private');
  });
});
