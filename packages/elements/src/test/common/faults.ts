/** An adapter that lies: the page is unharmed, and the developer is told. */
import type { AftercartElement } from '../../base/aftercart-element.ts';
import { appears, shopOf } from '../mount.ts';
import { expect, nextFrame, waitUntil } from '../testing.ts';
import { answering, openIn, type Answer, type Subject } from './subject.ts';

export function describeFaults(subject: Subject): void {
  const open = openIn(subject);

  describe('a page that has broken what drawing needs', () => {
    it('gets the slotted content and a line, and goes on', async () => {
      const { shop, reports } = shopOf(subject.working);
      const element = document.createElement(subject.tag) as AftercartElement;
      element.setAttribute('shop', shop.name);
      element.dispatchEvent = () => {
        throw new TypeError('no events here');
      };
      const { body } = document;
      body.append(element);
      await waitUntil(() => element.renderRoot.querySelector('slot'), 'no slotted content');
      // The page has its turn again and again.
      for (let frames = 0; frames < 3; frames++) await nextFrame();
      element.remove();
      expect(reports.map(({ code }) => code)).to.deep.equal(['ELEMENT_FAULT']);
    });

    it('gets an element without custom states, as in older browsers', async () => {
      const { add } = CustomStateSet.prototype;
      CustomStateSet.prototype.add = () => {
        throw new DOMException('not of the form --name', 'SyntaxError');
      };
      try {
        const { element, reports } = await open(subject.working);
        await appears(element, subject.ready);
        expect(reports).to.deep.equal([]);
      } finally {
        CustomStateSet.prototype.add = add;
      }
    });
  });

  describe('an adapter that lies', () => {
    const lies: [string, Answer][] = [
      ['throws', () => { throw new Error('boom'); }],
      ['rejects with a string', () => Promise.reject('boom')],
      ['rejects with nothing', () => Promise.reject(undefined)],
      ['answers nothing', () => undefined],
      ['answers text', async () => '<h1>502 Bad Gateway</h1>'],
      ['answers a number', async () => 7],
      ['answers a list of 10,000', async () => Array(10_000).fill({ id: 'x' })],
      ['answers 10,000 items', async () => ({ items: Array(10_000).fill({ id: 'x' }) })],
    ];
    for (const [what, answer] of lies) {
      it(`${what}: the page is unharmed and the developer is told once a method`, async () => {
        const { element, reports } = await open(answering(subject, answer));
        await waitUntil(() => !element.matches(':state(loading)'), `stuck in loading: ${what}`, { timeout: 5_000 });
        await element.updateComplete;
        const told = reports.map(({ where, code }) => `${where} ${code}`);
        expect(told.length).to.be.at.least(1);
        expect(new Set(told).size).to.equal(told.length);
      });
    }
  });
}
