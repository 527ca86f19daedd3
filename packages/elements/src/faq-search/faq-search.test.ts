import type { FaqEntry } from '@aftercart/contract';
import { a11ySnapshot } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { faq, items, open, questions, TAG, working } from '../test/faq.ts';
import { appears } from '../test/mount.ts';
import { expect, waitUntil } from '../test/testing.ts';

describe(TAG, () => {
  it('loads its parts and the search engine when they are wanted, not with the page', async () => {
    performance.setResourceTimingBufferSize(5_000);
    const loaded = (part: string) => performance.getEntriesByType('resource').some(({ name }) => name.includes(part));
    const mounted = await open();
    await appears(mounted.element, '[part=channel]');
    expect([loaded('/searching.ts'), loaded('/faq-index/'), loaded('/answers.ts'), loaded('/sanitise.ts')]).to.deep.equal([false, false, false, false]);
    mounted.$('input').focus();
    await waitUntil(() => loaded('/searching.ts') && loaded('/faq-index/src/languages/en.ts'), 'not loaded', { timeout: 5_000 });
    expect(loaded('/faq-index/src/languages/el.ts')).to.equal(false);
    await waitUntil(() => loaded('/answers.ts') && loaded('/sanitise.ts'), 'what may be read without a connection is not there');
  });

  describeCommon({
    tag: TAG,
    working,
    needs: ['faq.entries'],
    empty: { id: 'test', faq: { ...faq, entries: async () => ({ items: [] }) } },
    ready: '[part=topics]',
  });

  describe('before something is typed', () => {
    it('shows topics with the number of their answers, then popular questions', async () => {
      const mounted = await open();
      expect(mounted.$$('[part=topic]').map(({ textContent }) => textContent)).to.deep.equal(['Delivery 2 answers', 'Returns 3 answers']);
      expect(questions(mounted).slice(0, 2)).to.deep.equal(['What does delivery cost?', 'When do I get my refund?']);
    });

    it('opens a topic with the focus on its name, and leads back', async () => {
      const mounted = await open();
      const { element, $, $$ } = mounted;
      $$('[part=topic]')[0]!.click();
      const title = await appears(element, '[part=title]');
      await waitUntil(() => element.renderRoot.activeElement === title, 'no focus');
      expect(title.textContent).to.equal('Delivery');
      expect(questions(mounted)).to.deep.equal(['How long does delivery take?', 'What does delivery cost?']);
      await expect(element).to.be.accessible();
      $('[part=back]').click();
      await appears(element, '[part=topics]');
      await waitUntil(() => element.renderRoot.activeElement?.matches('[part=topic]'), 'focus was lost');
    });

    it('keeps room for six topics, and shows the others when asked', async () => {
      const many = Array.from({ length: 9 }, (_, i): FaqEntry => ({ id: `${i}`, question: `Q${i}`, answer: 'A', format: 'text', category: { id: `c${i}`, name: `Topic ${i}` } }));
      const { element, $$ } = await open({ entries: async () => ({ items: many }) });
      const buttons = $$('[part=topic]');
      expect(buttons).to.have.length(6);
      expect(buttons.at(-1)!.textContent).to.contain('All topics');
      buttons.at(-1)!.click();
      await waitUntil(() => $$('[part=topic]').length === 9);
      await element.updateComplete;
    });

    it('puts what fits the page first', async () => {
      const mounted = await open({}, 'context="cart"');
      expect(mounted.$('[part=topics] > li').textContent?.trim()).to.contain('What does delivery cost?');
    });

    it('asks for one category only', async () => {
      const asked: unknown[] = [];
      await open({ entries: async (input: unknown) => (asked.push(input), { items }) }, 'category="returns"');
      expect(asked).to.deep.equal([{ category: 'returns' }]);
    });
  });

  it('fits a phone with names of 300 letters', async () => {
    const long = 'W'.repeat(300);
    const entry: FaqEntry = { id: long.slice(0, 200), question: long, answer: long, format: 'text', category: { id: 'c', name: long }, popularity: 1 };
    const mounted = await open({
      entries: async () => ({ items: [entry, { ...items[0]!, category: { id: 'd', name: long } }] }),
      contact: async () => ({ channels: [{ kind: 'email', label: long, url: 'mailto:a@b.c' }] }),
    });
    mounted.element.style.inlineSize = '320px';
    await appears(mounted.element, '[part=channel]');
    mounted.$$('summary')[0]!.click();
    await appears(mounted.element, '[part=answer]');
    const base = mounted.$('.base');
    expect(base.scrollWidth).to.be.at.most(321);
  });

  it('has a search box that can be told from the page', async () => {
    const mounted = await open();
    const hours = await appears(mounted.element, '[part=hours]');
    // The same as the fields of the other elements have: more than 3 : 1.
    expect(getComputedStyle(mounted.$('[part=field]')).borderTopColor).to.equal(getComputedStyle(hours).color);
  });

  it('has a tree that screen readers can use', async function () {
    if (!navigator.userAgent.includes('Chrome')) this.skip();
    const mounted = await open();
    await appears(mounted.element, '[part=channel]');
    const tree = JSON.stringify(await a11ySnapshot({}));
    for (const [role, name] of [['search', 'How can we help?'], ['searchbox', 'How can we help?'], ['button', 'Delivery 2 answers'], ['heading', 'Contact us'], ['link', 'E-mail']]) {
      expect(tree).to.match(new RegExp(`"role":"${role}"[^{}]*"name":"${name!.replace('?', '\\?')}`));
    }
  });
});
