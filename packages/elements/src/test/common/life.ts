/** Life in the page: taken away, moved, with another shop or none. */
import { removeShop } from '@aftercart/core';
import { inState, shopOf } from '../mount.ts';
import { expect, nextFrame, waitUntil } from '../testing.ts';
import { answering, never, openIn, watching, type Subject } from './subject.ts';

export function describeLife(subject: Subject): void {
  const { tag, working, attributes = '' } = subject;
  const open = openIn(subject);

  describe('life in the page', () => {
    it('is taken away and put back 500 times without growth', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      const parent = element.parentElement!;
      const open_ = { listeners: 0, observers: 0 };
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
        if (this === window || this === document) open_.listeners++;
        return add.apply(this, args);
      };
      EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof remove>) {
        if (this === window || this === document) open_.listeners--;
        return remove.apply(this, args);
      };
      const nodes = () => element.renderRoot.querySelectorAll('*').length;
      const before = nodes();
      try {
        for (let i = 0; i < 500; i++) {
          element.remove();
          parent.append(element);
        }
      } finally {
        EventTarget.prototype.addEventListener = add;
        EventTarget.prototype.removeEventListener = remove;
      }
      await inState(element, 'ready');
      expect(open_.listeners).to.equal(0);
      expect(nodes()).to.equal(before);
      const $session = shop.$session as unknown as { lc: number };
      expect($session.lc).to.be.at.most(1);
    });

    it('keeps its data when it is moved, without asking again', async () => {
      let asked = 0;
      const adapter = watching(subject, () => void asked++);
      const { element, $ } = await open(adapter);
      await inState(element, 'ready');
      const before = asked;
      const elsewhere = document.createElement('section');
      element.parentElement!.append(elsewhere);
      elsewhere.append(element);
      await nextFrame();
      expect(element.matches(':state(ready)')).to.equal(true);
      expect($(subject.ready)).to.exist;
      expect(asked).to.equal(before);
    });

    it('waits for a shop that comes later', async () => {
      const { element } = await open(working, { attributes: `${attributes} shop="later-${tag}"` });
      element.setAttribute('shop', `later-${tag}`);
      await nextFrame();
      expect(element.matches(':state(loading)')).to.equal(true);
      shopOf(working, { name: `later-${tag}` });
      await inState(element, 'ready');
    });

    it('steps aside and tells the developer when there is no such shop', async () => {
      const { element, reports } = await open(working);
      await inState(element, 'ready');
      const told: unknown[][] = [];
      const { error } = console;
      console.error = (...args: unknown[]) => void told.push(args);
      try {
        element.setAttribute('shop', 'nowhere');
        await inState(element, 'unsupported');
        await waitUntil(() => told.length || reports.length, 'nobody was told', { timeout: 3_000 });
      } finally {
        console.error = error;
      }
      expect(element.renderRoot.querySelector('slot')).to.exist;
    });

    it('steps aside when its shop goes, and comes back with the next', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      removeShop(shop);
      await inState(element, 'unsupported');
      shopOf(working, { name: shop.name });
      await inState(element, 'ready');
    });

    it('steps aside when its shop has gone while it was away', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      const parent = element.parentElement!;
      element.remove();
      removeShop(shop);
      parent.append(element);
      await inState(element, 'loading');
      shopOf(working, { name: shop.name });
      await inState(element, 'ready');
    });

    it('watches for no shop while it is away', async () => {
      const { element } = await open(working);
      await inState(element, 'ready');
      const parent = element.parentElement!;
      element.setAttribute('shop', `away-${tag}`);
      element.remove();
      await nextFrame();
      shopOf(working, { name: `away-${tag}` });
      await nextFrame();
      expect(element.currentShop).to.equal(undefined);
      parent.append(element);
      await inState(element, 'ready');
    });

    it('draws two shops side by side', async () => {
      const first = await open(working);
      const second = await open(answering(subject, never));
      await inState(first.element, 'ready');
      expect(second.element.matches(':state(loading)')).to.equal(true);
    });

    it('forgets the old shopper at once', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      shop.signOut();
      await element.updateComplete;
      expect(element.matches(':state(ready)')).to.equal(false);
      await inState(element, 'ready');
    });
  });
}
