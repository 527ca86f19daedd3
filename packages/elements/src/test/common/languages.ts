/** Every language, on a small phone. */
import { inState } from '../mount.ts';
import { onScreen } from '../screen.ts';
import { expect, waitUntil } from '../testing.ts';
import { axe, openIn, type Subject } from './subject.ts';

export function describeLanguages(subject: Subject): void {
  const { working } = subject;
  const open = openIn(subject);

  describe('languages', () => {
    for (const lang of ['el', 'ru', 'zh', 'es', 'de', 'fr', 'ar']) {
      it(`speaks ${lang} and fits a phone of 320 pixels`, async () => {
        await onScreen(320, 640);
        const { element, $ } = await open(working, { lang });
        await inState(element, 'ready');
        const base = $('.base');
        expect(base.lang).to.equal(lang);
        expect(base.dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
        expect(element.getBoundingClientRect().width).to.be.at.most(320);
        expect(base.scrollWidth).to.be.at.most(Math.ceil(base.getBoundingClientRect().width) + 1);
        await axe(element);
      });
    }

    it('follows a change of lang', async () => {
      const { element, $ } = await open(working);
      await inState(element, 'ready');
      element.parentElement!.lang = 'de';
      await waitUntil(() => $('.base').lang === 'de', 'still English', { timeout: 5_000 });
    });

    it('follows a change of lang in a shadow root around it', async () => {
      const { element, $ } = await open(working);
      const outer = document.createElement('div');
      const inner = document.createElement('div');
      element.parentElement!.append(outer);
      outer.attachShadow({ mode: 'open' }).append(inner);
      inner.append(element);
      await inState(element, 'ready');
      inner.lang = 'de';
      await waitUntil(() => $('.base').lang === 'de', 'still English', { timeout: 5_000 });
    });

    it('reads a malformed lang as English', async () => {
      const { element, $ } = await open(working, { lang: 'klingon!!' });
      await inState(element, 'ready');
      expect($('.base').lang).to.equal('en');
    });
  });
}
