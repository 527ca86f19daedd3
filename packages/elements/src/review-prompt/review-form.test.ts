import { AdapterError, type Review, type ReviewInput } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { appears } from '../test/mount.ts';
import { TAG, mug, open, pack, openForm, review, send, shirt } from '../test/reviews.ts';
import { aTimeout, expect, oneEvent, waitUntil } from '../test/testing.ts';
import type { ReviewedEvent, ReviewRequestEvent } from './review-prompt.events.ts';

describe(TAG, () => {
  describe('the form', () => {
    it('sends what was written, with the incentive that was shown', async () => {
      const form = await openForm();
      const { element, type, star, seen, text, $ } = form;
      expect(text()).to.contain('Your review will say: “The reviewer got 25 points.”');
      star(5, '[part=aspects] fieldset:nth-of-type(2)').click();
      await type('title', ' Good ');
      await type('body', 'Carries well.');
      await type('displayName', 'Ana');
      setTimeout(() => $('[part=submit]').click());
      const event = (await oneEvent(element, 'aftercart-reviewed')) as ReviewedEvent;
      expect(event.review.status).to.equal('pending');
      expect(seen.submitted).to.deep.equal([
        { requestId: 'pack', rating: 4, title: 'Good', body: 'Carries well.', displayName: 'Ana', aspects: [{ id: 'comfort', rating: 5 }], incentivised: true },
      ]);
    });

    it('needs nothing but stars, and knows the name of last time', async () => {
      const form = await openForm({}, [shirt, mug]);
      expect(form.$<HTMLInputElement>('#field-displayName').value).to.equal('Maria P.');
      await form.type('displayName', '');
      await send(form);
      expect(form.seen.submitted).to.deep.equal([{ requestId: 'shirt', rating: 4, incentivised: false }]);
    });

    for (const rating of [1, 5]) {
      it(`treats ${rating} of 5 stars like any other`, async () => {
        const form = await openForm();
        form.star(rating).click();
        await form.element.updateComplete;
        const words = form.text();
        await send(form);
        expect(words).to.contain('25 points for your review').and.to.contain('Send review');
        expect(form.text()).to.contain('Thank you for your review');
        expect(form.seen.submitted[0]).to.deep.include({ rating, incentivised: true });
      });
    }

    it('asks the page first, and keeps everything when the page says no', async () => {
      const { element, $, type, seen } = await openForm();
      await type('title', 'Good');
      let asked: ReviewRequestEvent | undefined;
      element.addEventListener('aftercart-review-request', (event) => {
        asked = event;
        event.preventDefault();
      });
      $('[part=submit]').click();
      await element.updateComplete;
      expect(asked!.cancelable).to.equal(true);
      expect(asked!.request.id).to.equal('pack');
      expect(asked!.input).to.deep.include({ requestId: 'pack', rating: 4, title: 'Good' });
      expect(seen.submitted).to.deep.equal([]);
      expect($<HTMLInputElement>('#field-title').value).to.equal('Good');
    });

    it('lists what is wrong, leads to it, and forgives as soon as it is mended', async () => {
      const { element, $, $$, type, seen, star } = await openForm();
      $('[part=clear]').click();
      await type('title', 'x'.repeat(301));
      await type('body', 'x'.repeat(5_003));
      await type('displayName', 'x'.repeat(100));
      expect($$('[part=field-error]')).to.deep.equal([]);
      $('[part=submit]').click();
      await waitUntil(() => element.renderRoot.activeElement === $('[part=errors]'), 'the list has no focus');
      expect($$('[part=errors] li').map((item) => item.textContent.trim())).to.deep.equal([
        'Choose how many stars you give.', 'Headline: at most 300 characters.', 'Your review: at most 5,000 characters.', 'Your name, as others see it: at most 99 characters.',
      ]);
      const described = (selector: string) => $(selector).getAttribute('aria-describedby')!.split(' ').map((id) => element.renderRoot.querySelector(`#${id}`)!.textContent);
      expect(described('#field-body')).to.include('Your review: at most 5,000 characters.');
      expect(described('#rating')).to.deep.equal(['Choose how many stars you give.']);
      expect($('#field-title').getAttribute('aria-invalid')).to.equal('true');
      await expect(element).to.be.accessible();
      $$('[part=errors] button')[0]!.click();
      await waitUntil(() => element.renderRoot.activeElement === star(1));
      $$('[part=errors] button')[2]!.click();
      await waitUntil(() => element.renderRoot.activeElement === $('#field-body'));
      star(2).click();
      await type('title', 'Good');
      await type('body', 'Good');
      await type('displayName', 'Ana');
      expect($$('[part=field-error]')).to.deep.equal([]);
      expect(seen.submitted).to.deep.equal([]);
      expect(location.hash).to.equal('');
    });

    it('says how many characters are left when that begins to matter, and tells screen readers after a pause', async () => {
      const { $, type } = await openForm();
      await type('title', 'x'.repeat(100));
      expect($('[part=count]').textContent).to.equal('');
      await type('title', 'x'.repeat(299));
      expect($('[part=count]').textContent).to.equal('1 character left');
      expect($('[role=status]').textContent).not.to.contain('left');
      await waitUntil(() => $('[role=status]').textContent === '1 character left', 'never told', { timeout: 3_000 });
      await type('title', 'x'.repeat(302));
      expect($('[part=count]').textContent).to.equal('2 characters too many');
    });

    it('is not sent by Enter in a field', async () => {
      const { $, seen, element } = await openForm();
      $('#field-title').focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(seen.submitted).to.deep.equal([]);
    });

    it('leaves the stars where they are, in a sidebar too', async () => {
      const { element, star } = await open();
      element.style.inlineSize = '240px';
      const { left } = star(5).getBoundingClientRect();
      star(4).click();
      await appears(element, '[part=form]');
      await appears(element, '.first [part=clear]');
      expect(star(5).getBoundingClientRect().left).to.equal(left);
    });

    it('fits a sidebar', async () => {
      const { element, $, $$, star } = await openForm();
      element.style.inlineSize = '220px';
      star(3, '[part=aspects]').click();
      await appears(element, '[part=aspects] [part=clear]');
      const { right } = $('[part=card]').getBoundingClientRect();
      for (const inside of $$('[part=panel] *, .first *')) {
        // The button beside the stars may use the padding.
        expect(inside.getBoundingClientRect().right, inside.outerHTML).to.be.at.most(right - (inside.closest('.clear') ? 1 : 17));
      }
      expect(star(3, '[part=aspects]').getBoundingClientRect().width).to.be.at.least(28);
    });

    it('breaks no word of a button in the lists', async () => {
      const { element, $ } = await open({}, [pack, shirt], { lang: 'de' });
      element.style.inlineSize = '220px';
      $('[part=more]').click();
      const button = await appears(element, '[part=choose]');
      const words = document.createRange();
      words.selectNodeContents(button);
      expect(new Set([...words.getClientRects()].map(({ top }) => top)).size).to.equal(1);
      expect(button.getBoundingClientRect().right).to.be.at.most($('[part=card]').getBoundingClientRect().right - 17);
    });

    it('can be used by keyboard alone, from the stars to the receipt', async () => {
      const { element, star, seen } = await open();
      star(1).focus();
      await sendKeys({ press: ' ' });
      await appears(element, '[part=form]');
      const tabTo = async (selector: string) => {
        const isThere = () => element.renderRoot.activeElement?.matches(selector);
        for (let i = 0; i < 30 && !isThere(); i++) await sendKeys({ press: 'Tab' });
        expect(isThere(), selector).to.equal(true);
      };
      await tabTo('[part=clear]');
      await tabTo('#field-body');
      await sendKeys({ type: 'Nice.' });
      await tabTo('[part=submit]');
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=receipt]');
      await waitUntil(() => element.renderRoot.activeElement?.id === 'receipt-title', 'the receipt has no focus');
      expect(seen.submitted[0]).to.deep.include({ rating: 1, body: 'Nice.' });
    });

    it('closes without losing anything, and opens again by the same star', async () => {
      const { element, $, $$, type, star } = await openForm();
      await type('body', 'Half a thought');
      $('[part=close]').click();
      await waitUntil(() => !$$('[part=form]').length);
      await waitUntil(() => element.renderRoot.activeElement === star(4), 'the focus did not come back');
      star(4).click();
      await appears(element, '[part=form]');
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('Half a thought');
    });

    it('says so when it can’t be loaded, and loads at the next try', async () => {
      const { element, star, text, $$ } = await open();
      const loader = element as unknown as { lazy?: () => Promise<undefined> };
      loader.lazy = async () => undefined;
      star(4).click();
      await waitUntil(() => text().includes('This could not be loaded.'));
      expect(star(4).checked).to.equal(true);
      expect($$('[part=form]')).to.deep.equal([]);
      delete loader.lazy;
      star(4).click();
      await appears(element, '[part=form]');
      expect(text()).not.to.contain('This could not be loaded.');
    });

    it('leaves the focus alone when the page closes it, or has it', async () => {
      const form = await openForm();
      const elsewhere = document.createElement('button');
      form.element.parentElement!.append(elsewhere);
      elsewhere.focus();
      form.element.hide();
      await waitUntil(() => !form.$$('[part=panel]').length);
      expect(document.activeElement).to.equal(elsewhere);
      await form.element.show();
      await send(form);
      await waitUntil(() => form.$('[role=status]').textContent === 'Thank you for your review', 'nobody was told');
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('opens and closes from code', async () => {
      const { element, $$ } = await open();
      await element.show();
      await appears(element, '[part=form]');
      element.hide();
      await waitUntil(() => !$$('[part=panel]').length);
    });

    it('keeps what is being typed when the data is renewed', async () => {
      const { shop, $, type, element } = await openForm();
      await type('body', 'Half a thought');
      $('#field-body').focus();
      shop.revalidate();
      await aTimeout(50);
      await element.updateComplete;
      expect($<HTMLTextAreaElement>('#field-body').value).to.equal('Half a thought');
      expect(element.renderRoot.activeElement).to.equal($('#field-body'));
    });
  });

  describe('sending', () => {
    const failures = {
      OFFLINE: 'You are offline.', INVALID_REQUEST: 'The shop could not take this.', CONFLICT: 'changed elsewhere', NOT_ELIGIBLE: 'can’t be reviewed', FORBIDDEN: 'can’t be reviewed',
      CUSTOMER_BLOCKED: 'can’t be reviewed', UNAUTHENTICATED: 'sign in again', TOKEN_EXPIRED: 'sign in again', UNAVAILABLE: 'sent only once', TIMEOUT: 'sent only once', ADAPTER_FAULT: 'sent only once', REWARD_LIMIT_REACHED: 'did not work',
    } as const;
    for (const [code, words] of Object.entries(failures)) {
      it(`keeps what was written and says what to do: ${code}`, async () => {
        const { $, $$, text, type } = await openForm({ submit: async () => Promise.reject(new AdapterError(code as keyof typeof failures)) });
        await type('body', 'Precious');
        $('[part=submit]').click();
        await waitUntil(() => text().includes(words), `${code}: ${text()}`);
        expect($('[part=failure]').getAttribute('role')).to.equal('alert');
        expect($<HTMLTextAreaElement>('#field-body').value).to.equal('Precious');
        expect($$('[part=receipt]')).to.deep.equal([]);
      });
    }

    it('is one review however often it is clicked', async () => {
      const form = await openForm();
      form.$('[part=submit]').click();
      form.$('[part=submit]').click();
      await appears(form.element, '[part=receipt]');
      expect(form.seen.keys.length).to.equal(1);
    });

    it('tries again with the same key when it is not known how it ended', async () => {
      const keys: (string | undefined)[] = [];
      const form = await openForm({
        submit: async ({ requestId }: ReviewInput, { idempotencyKey }: { idempotencyKey?: string }) => {
          keys.push(idempotencyKey);
          if (keys.length === 1) throw new AdapterError('UNAVAILABLE');
          return review({ requestId, status: 'pending' });
        },
      });
      form.$('[part=submit]').click();
      await waitUntil(() => form.text().includes('sent only once'));
      await send(form);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('says that it is under way, without taking the button away', async () => {
      let answer!: (value: Review) => void;
      const { element, $ } = await openForm({ submit: () => new Promise<Review>((resolve) => (answer = resolve)) });
      $('[part=submit]').focus();
      $('[part=submit]').click();
      await waitUntil(() => $('[part=submit]').textContent.trim() === 'Sending…');
      expect($('[part=submit]').ariaDisabled).to.equal('true');
      expect(element.renderRoot.activeElement).to.equal($('[part=submit]'));
      await waitUntil(() => answer);
      answer(review({ status: 'pending' }));
      await appears(element, '[part=receipt]');
    });
  });
});
