import { AdapterError, type Adapter, type ReviewRequest } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { appears, inState, mount } from '../test/mount.ts';
import { TAG, backend, mug, open, openForm, pack, review, shirt, working } from '../test/reviews.ts';
import { onScreen } from '../test/screen.ts';
import { expect, nextFrame, waitUntil } from '../test/testing.ts';
import { withoutParts } from '../test/without-parts.ts';
import type { ReviewPromptElement } from './review-prompt.ts';
import type { RatingChangeEvent } from './review-prompt.events.ts';

const isFirefox = navigator.userAgent.includes('Firefox');

describe(TAG, () => {
  describeCommon({
    tag: TAG,
    working,
    needs: ['reviews.requests'],
    empty: { id: 'test', reviews: backend([]).reviews } as Adapter,
    ready: '[part=stars]',
  });

  describe('the first view', () => {
    it('asks about the first item that waits, with the incentive and the order', async () => {
      const { text, $ } = await open();
      expect(text()).to.contain('How was the Ridge 28 Backpack?').and.to.contain('Green · Order NP-1042').and.to.contain('25 points for your review').and.to.contain('3 more items');
      expect($('[part=incentive]').textContent.trim()).to.equal('25 points for your review');
    });

    it('asks for every opinion where nothing is given', async () => {
      const { text } = await open({}, [shirt]);
      expect(text()).to.contain('Every opinion helps, good or bad.').and.not.to.contain('more item');
    });

    for (const lang of ['en', 'de', 'ru', 'el', 'fr', 'es', 'ar', 'zh']) {
      it(`does not cut the name of the product on a small phone, in ${lang}`, async () => {
        const { element, $ } = await open({}, [{ ...pack, product: { id: 'x', name: 'Halden 28 Backpack' } }], { lang });
        // As wide as letters are on most devices.
        element.style.setProperty('--aftercart-font', 'Arial, Helvetica');
        for (const width of [366, 296, 240]) {
          element.style.inlineSize = `${width}px`;
          const { scrollHeight, clientHeight } = $('[part=title]');
          expect(scrollHeight, `${width}`).to.be.at.most(clientHeight + 1);
        }
      });
    }

    it('keeps a variant as it is in a text that runs from right to left', async () => {
      const { $ } = await open({}, [{ ...pack, product: { ...pack.product, variant: '28 L' } }], { lang: 'ar' });
      expect($('[part=meta]').textContent).to.contain('\u206828 L\u2069');
    });

    it('has the same height in every state, at every width', async () => {
      const never = () => new Promise(() => {});
      const fail = (code: 'FORBIDDEN' | 'UNAUTHENTICATED') => async () => Promise.reject(new AdapterError(code));
      for (const width of [320, 390, 1280]) {
        await onScreen(width);
        const heights: number[] = [];
        for (const [phase, over, items] of [
          ['loading', { requests: never }, []], ['ready', {}, undefined], ['ready', {}, [mug]], ['error', { requests: fail('FORBIDDEN') }, []],
          ['guest', { requests: fail('UNAUTHENTICATED') }, []], ['empty', {}, []],
          ['ready', {}, [{ ...pack, product: { id: 'x', name: 'W'.repeat(300), variant: 'W'.repeat(300) }, incentive: { ...pack.incentive!, title: 'W'.repeat(300) } }]],
        ] as const) {
          const { element } = await mount<ReviewPromptElement>(TAG, { id: 'test', reviews: { ...backend(items as unknown as ReviewRequest[]).reviews, ...over } });
          await inState(element, phase);
          heights.push(element.getBoundingClientRect().height);
        }
        expect(new Set(heights).size, `${width}: ${heights.join(', ')}`).to.equal(1);
      }
    });

    it('shows a picture from http only, and something in its place when it breaks', async () => {
      const product = (imageUrl: string) => ({ ...shirt, product: { ...shirt.product, imageUrl } });
      for (const url of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'blob:x']) {
        const { $$ } = await open({}, [product(url)]);
        expect($$('img')).to.deep.equal([]);
      }
      const { $ } = await open({}, [product('/there-is-no-such-picture.png')]);
      const picture = $<HTMLImageElement>('img');
      expect(picture.loading).to.equal('lazy');
      await waitUntil(() => picture.hasAttribute('data-broken'), 'still there', { timeout: 5_000 });
      expect(getComputedStyle(picture).visibility).to.equal('hidden');
    });

    it('shows hostile words as words', async () => {
      const evil = '<img src=x onerror=alert(1)>';
      const { $$, text } = await openForm({}, [{ ...pack, product: { id: 'x', name: evil, url: 'javascript:alert(1)' }, incentive: { ...pack.incentive!, title: evil, disclosure: evil }, aspects: [{ id: '__proto__', label: evil }] }]);
      expect($$('img')).to.deep.equal([]);
      expect($$<HTMLAnchorElement>('a')).to.deep.equal([]);
      expect(text()).to.contain(`How was the ${evil}?`);
    });

    it('has a link of the shop for guests', async () => {
      const { element, text } = await mount<ReviewPromptElement>(TAG, { id: 'test', reviews: { ...backend().reviews, requests: async () => Promise.reject(new AdapterError('UNAUTHENTICATED')) } });
      await inState(element, 'guest');
      expect(text()).to.contain('Sign in to review what you bought.');
      expect(element.renderRoot.querySelector('slot')).to.exist;
    });

    it('says in words where there is nothing to review', async () => {
      const { element, text } = await mount<ReviewPromptElement>(TAG, { id: 'test', reviews: backend([]).reviews });
      await inState(element, 'empty');
      expect(text()).to.contain('Nothing to review right now');
    });

    it('shows the words of the page where no star can be chosen and its own words can’t be had', async () => {
      await withoutParts(async () => {
        for (const [phase, requests] of [
          ['guest', async () => Promise.reject(new AdapterError('UNAUTHENTICATED'))],
          ['empty', async () => ({ items: [] })],
          ['ready', async () => ({ items: [{ ...mug, review: review() }] })],
        ] as const) {
          const { element, text } = await mount<ReviewPromptElement>(TAG, { id: 'test', reviews: { ...backend().reviews, requests } });
          await inState(element, phase);
          expect(element.renderRoot.querySelector('slot')).to.exist;
          expect(text()).to.equal('');
        }
      });
    });

    for (const [status, words] of [['pending', 'Being checked'], ['published', 'Published'], ['rejected', 'Not published']] as const) {
      it(`says where a review stands: ${status}`, async () => {
        const { $, $$ } = await open({}, [{ ...mug, review: review({ status }) }]);
        expect($('[part=title]').textContent).to.equal('Your review of Enamel Mug');
        expect($('[part=status]').textContent.trim()).to.equal(words);
        expect($('[part=rated]').ariaLabel).to.equal('2 of 5 stars');
        expect($$('input')).to.deep.equal([]);
      });
    }
  });

  describe('attributes', () => {
    it('order: only items of that order', async () => {
      const { element, text } = await open({}, undefined, { attributes: 'order="NP-1001"' });
      expect(text()).to.contain('How was the Headlamp?').and.to.contain('1 more item');
      element.order = 'NP-1042';
      await element.updateComplete;
      expect(text()).to.contain('How was the Ridge 28 Backpack?');
      element.order = 'none';
      await inState(element, 'empty');
    });

    it('product-id: only that product, also when another one is being reviewed', async () => {
      const { element, text, $$ } = await openForm();
      element.setAttribute('product-id', 'p-mug');
      await waitUntil(() => text().includes('Your review of Enamel Mug'));
      await waitUntil(() => !$$('[part=panel]').length);
      element.removeAttribute('product-id');
      await element.updateComplete;
      expect(text()).to.contain('Your review of Enamel Mug');
    });
  });

  describe('the stars', () => {
    it('are radios by name, in a group that is the question', async () => {
      const { element, $, $$ } = await open();
      expect($$<HTMLInputElement>('#rating input').map(({ type, ariaLabel }) => `${type} ${ariaLabel}`)).to.deep.equal([1, 2, 3, 4, 5].map((n) => `radio ${n} of 5 stars`));
      expect($('#rating').localName).to.equal('fieldset');
      if (isFirefox) return;
      const tree = JSON.stringify(await a11ySnapshot({ selector: TAG }));
      expect(tree).to.contain('"name":"4 of 5 stars"').and.to.contain('"role":"radio"').and.to.contain('How was the Ridge 28 Backpack?');
      await expect(element).to.be.accessible();
    });

    it('have names that agree with their number', async () => {
      const { $$ } = await open({}, undefined, { lang: 'fr' });
      expect($$<HTMLInputElement>('#rating input').slice(0, 2).map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['1 étoile sur 5', '2 étoiles sur 5']);
    });

    it('are big enough to hit, on the smallest phone too', async () => {
      await onScreen(320, 640);
      const { star } = await openForm();
      const boxes = [...[1, 5].map((n) => star(n)), star(3, '[part=aspects]')].map((input) => input.getBoundingClientRect());
      for (const { width, height } of boxes) {
        expect(width).to.be.at.least(32);
        expect(height).to.be.at.least(44);
      }
    });

    it('open the form in place, keep the focus and send nothing', async () => {
      const { element, $, star, seen } = await open();
      const top = element.getBoundingClientRect().top;
      const above = $('.first').getBoundingClientRect().height;
      star(3).focus();
      star(3).click();
      await appears(element, '[part=form]');
      expect(element.renderRoot.activeElement).to.equal(star(3));
      expect(star(3).checked).to.equal(true);
      expect($('[role=status]').textContent).to.contain('A form has opened below');
      expect(element.getBoundingClientRect().top).to.equal(top);
      expect($('.first').getBoundingClientRect().height).to.equal(above);
      expect(seen.submitted).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('tell of each change, and of no change', async () => {
      const { element, star, $ } = await open();
      const told: unknown[] = [];
      element.addEventListener('aftercart-rating-change', (event) => told.push((event as RatingChangeEvent).rating));
      star(4).click();
      await appears(element, '[part=clear]');
      star(4).click();
      star(2).click();
      await element.updateComplete;
      $('[part=clear]').click();
      await waitUntil(() => told.length === 3);
      expect(told).to.deep.equal([4, 2, null]);
    });

    it('are those chosen last, in whatever order the form is told to be there', async () => {
      const { element, star } = await open();
      const loaded: (() => void)[] = [];
      const lazy = element.lazy.bind(element);
      element.lazy = async (load) => {
        const part = await lazy(load);
        await new Promise<void>((resolve) => loaded.push(resolve));
        return part;
      };
      for (const n of [2, 3, 4]) star(n).click();
      await waitUntil(() => loaded.length === 3);
      for (const tell of loaded.reverse()) {
        tell();
        await nextFrame();
      }
      await appears(element, '[part=form]');
      expect(star(4).checked).to.equal(true);
    });

    it('are cleared, with the focus in the row', async () => {
      const { element, $, $$, star } = await openForm();
      expect($('[part=clear]').ariaLabel).to.equal('How was the Ridge 28 Backpack?: clear the stars');
      $('[part=clear]').click();
      await waitUntil(() => !$$('#rating [part=clear]').length);
      expect($$<HTMLInputElement>('#rating input').some(({ checked }) => checked)).to.equal(false);
      expect(element.renderRoot.activeElement).to.equal(star(1));
    });

    it('are filled up to the one that is chosen', async () => {
      const { $$ } = await openForm();
      expect($$('#rating label svg').map((svg) => getComputedStyle(svg).fill !== 'none')).to.deep.equal([true, true, true, true, false]);
    });

    for (const [lang, more, less] of [['en', 'ArrowRight', 'ArrowLeft'], ['ar', 'ArrowLeft', 'ArrowRight']] as const) {
      it(`are chosen by arrow keys in ${lang}, without sending anything`, async () => {
        const { star, element, seen } = await open({}, undefined, { lang });
        star(1).focus();
        await sendKeys({ press: ' ' });
        await appears(element, '[part=form]');
        await sendKeys({ press: more });
        await sendKeys({ press: more });
        await waitUntil(() => star(3).checked, `${more} did not lead to 3`);
        expect(element.renderRoot.activeElement).to.equal(star(3));
        await sendKeys({ press: less });
        await waitUntil(() => star(2).checked, `${less} did not lead to 2`);
        await sendKeys({ press: 'ArrowDown' });
        await waitUntil(() => star(3).checked, 'down did not lead to 3');
        expect(seen.submitted).to.deep.equal([]);
      });
    }
  });
});
