/** Every state that an element can be in. */
import { AdapterError } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { appears, inState } from '../mount.ts';
import { deferred } from '../deferred.ts';
import { expect, waitUntil } from '../testing.ts';
import { answering, axe, never, openIn, watching, type Subject } from './subject.ts';

export function describeStates(subject: Subject): void {
  const { working } = subject;
  const open = openIn(subject);

  describe('states', () => {
    it('is loading while the backend thinks, with room kept and no words of its own shown', async () => {
      const { element } = await open(answering(subject, never));
      expect(element.matches(':state(loading)')).to.equal(true);
      expect(element.getBoundingClientRect().height).to.be.at.least(20);
      await axe(element);
    });

    it('is ready with data', async () => {
      const { element, $, reports } = await open(working);
      await inState(element, 'ready');
      expect($(subject.ready)).to.exist;
      expect(reports).to.deep.equal([]);
      await axe(element);
    });

    it('is in error in words, with a way to try again that works', async () => {
      let broken = true;
      const { element, $ } = await open(
        answering(subject, async () => {
          if (broken) throw new AdapterError('FORBIDDEN', 'no');
          return new Promise(() => {});
        }),
      );
      await inState(element, 'error');
      await axe(element);
      broken = false;
      $('[part~=retry]').click();
      await inState(element, 'loading');
    });

    it('keeps the focus in its place while it tries again', async () => {
      let answer = deferred<unknown>();
      const refused = () => Promise.reject(new AdapterError('FORBIDDEN', 'no'));
      const { element, shop } = await open(answering(subject, () => answer.promise.then(refused)));
      const tryAgain = async () => {
        (await appears(element, '[part~=retry]')).focus();
        answer = deferred();
        await sendKeys({ press: 'Enter' });
        await inState(element, 'loading');
        expect(document.activeElement).to.equal(element);
      };
      answer.resolve(undefined);
      await tryAgain();
      answer.resolve(undefined);
      await inState(element, 'error');
      await waitUntil(() => element.renderRoot.activeElement?.matches('[part~=retry]'), 'the focus is not on the button');
      await tryAgain();
      // Who goes elsewhere meanwhile stays there.
      (element.renderRoot.activeElement as HTMLElement).blur();
      answer.resolve(undefined);
      await inState(element, 'error');
      expect(document.activeElement).to.equal(document.body);
      shop.destroy();
    });

    it('says so when the device is off line', async () => {
      const { element, text } = await open(answering(subject, async () => Promise.reject(new AdapterError('OFFLINE'))));
      await inState(element, 'error');
      expect(text()).to.contain('offline');
    });

    it('is unsupported where the shop has no such service, and shows its slotted content', async () => {
      const { element, reports } = await open({ id: 'nothing' });
      await inState(element, 'unsupported');
      expect(element.renderRoot.querySelector('slot')).to.exist;
      expect(reports).to.deep.equal([]);
    });

    it('is a guest where nobody is signed in', async () => {
      const { element } = await open(answering(subject, async () => Promise.reject(new AdapterError('UNAUTHENTICATED'))));
      await inState(element, 'guest');
      await axe(element);
    });

    it('keeps the last good data when it can’t be renewed, and says how old it is', async () => {
      let broken = false;
      const adapter = watching(subject, () => {
        if (broken) throw new AdapterError('FORBIDDEN', 'no');
      });
      const { element, shop, $ } = await open(adapter);
      await inState(element, 'ready');
      const { height } = element.getBoundingClientRect();
      broken = true;
      shop.revalidate();
      await inState(element, 'stale');
      await appears(element, '[part~=stale]');
      expect($(subject.ready)).to.exist;
      expect(element.getBoundingClientRect().height).to.equal(height);
      await axe(element);
    });

    if (subject.empty) {
      it('is empty where there is nothing', async () => {
        const { element } = await open(subject.empty);
        await inState(element, 'empty');
        await axe(element);
      });
    }

    it('tells of each change of state', async () => {
      const states: string[] = [];
      const listen = (event: Event) => states.push((event as Event & { state: string }).state);
      addEventListener('aftercart-state', listen);
      const { element } = await open(working);
      await inState(element, 'ready');
      removeEventListener('aftercart-state', listen);
      expect(states).to.include.members(['ready']);
      expect(new Set(states).size).to.equal(states.length);
    });
  });
}
