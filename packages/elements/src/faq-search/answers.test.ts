import { AdapterError, type Adapter, type EntriesInput, type FaqEntry, type SearchInput, type VoteInput } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { deferred } from '../test/deferred.ts';
import { faq, items, open, questions, shows, TAG, type, type Opened } from '../test/faq.ts';
import { appears, inState, shopOf } from '../test/mount.ts';
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

    /** Says no to the answer about costs, and writes what was missing. */
    const comment = async (mounted: Opened, words: string) => {
      await openEntry(mounted, 'cost');
      (await appears(mounted.element, '[part=no]')).click();
      const field = await appears<HTMLTextAreaElement>(mounted.element, '[part=comment]');
      field.focus();
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return field;
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

    it('gives its own link only where following that works', async () => {
      const [time, cost, refund] = items;
      const mounted = await open({
        entries: undefined,
        search: async ({ query }: SearchInput) => ({ items: (query ? [time!, cost!, refund!] : [refund!]).map((entry) => ({ entry, score: 1 })) }),
      });
      const { element, $$ } = mounted;
      await type(mounted, 'delivery');
      await shows(mounted, time!.question, cost!.question, refund!.question);
      for (const summary of $$('summary')) summary.click();
      await waitUntil(() => $$('[part=answer]').length === 3, 'not all are open');
      const hrefs = $$('[part=answer]').map((answer) => [...answer.querySelectorAll('[part=links] a')].map((link) => link.getAttribute('href')));
      expect(hrefs).to.deep.equal([[], ['/delivery'], [location.href.split('#')[0] + '#aftercart-faq-refund']]);
      expect($$('[part=links]').length, 'an empty row of links').to.equal(2);
      await expect(element).to.be.accessible();
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
      const field = await appears<HTMLTextAreaElement>(element, '[part=comment]');
      await waitUntil(() => element.renderRoot.activeElement === field, 'no focus');
      await expect(element).to.be.accessible();
      await sendKeys({ type: ' The islands. ' });
      $('[part=send]').click();
      await waitUntil(() => $('[part=vote]').textContent?.includes('improve'), 'no thanks');
      expect(votes).to.deep.equal([{ entryId: 'cost', helpful: false }, { entryId: 'cost', helpful: false, comment: 'The islands.' }]);
    });

    it('keeps what was missing until it is sent, and says when that did not work', async () => {
      const comments: unknown[] = [];
      const answers = [deferred<void>(), deferred<void>()];
      const mounted = await open({
        vote: async (input: VoteInput) => {
          if (input.comment === undefined) return { recorded: true };
          const nth = comments.push(input.comment);
          await answers[nth - 1]!.promise;
          if (nth === 1) throw new AdapterError('FORBIDDEN');
          return { recorded: true };
        },
      });
      const { element, $, text } = mounted;
      let told = 0;
      element.addEventListener('aftercart-faq-voted', () => told++);
      const field = await comment(mounted, 'The islands.');
      const send = $('[part=send]');
      send.focus();
      send.click();
      await waitUntil(() => $('[part=vote]').getAttribute('aria-busy') === 'true', 'not busy');
      expect([send.isConnected, send.getAttribute('aria-disabled'), field.isConnected, field.readOnly]).to.deep.equal([true, 'true', true, true]);
      await expect(element).to.be.accessible();
      send.click();
      answers[0]!.resolve();
      await waitUntil(() => $('[part=vote] [role=alert]').textContent?.includes('did not work'), 'no word');
      expect([field.isConnected, field.value, field.readOnly]).to.deep.equal([true, 'The islands.', false]);
      expect([$('[part=vote]').getAttribute('aria-busy'), send.getAttribute('aria-disabled')]).to.deep.equal(['false', 'false']);
      expect(element.renderRoot.activeElement).to.equal(send);
      await expect(element).to.be.accessible();
      send.click();
      await waitUntil(() => !$('[role=alert]').textContent, 'what went wrong is still there');
      answers[1]!.resolve();
      await waitUntil(() => text().includes('We will improve'), 'no thanks');
      expect(comments).to.deep.equal(['The islands.', 'The islands.']);
      expect(told).to.equal(1);
    });

    it('keeps what was missing in another language and another category', async () => {
      const entries = async ({ category: id }: EntriesInput) => ({ items: items.filter(({ category }) => !id || id === category?.id) });
      const mounted = await open({ entries });
      const { element, $, $$ } = mounted;
      const field = await comment(mounted, 'The islands.');
      element.parentElement!.lang = 'de';
      await waitUntil(() => !field.isConnected, 'the language did not change');
      const again = await appears<HTMLTextAreaElement>(element, '[part=comment]');
      await waitUntil(() => $('[part=send]').textContent === 'Senden', 'no German');
      expect(again.value).to.equal('The islands.');
      element.setAttribute('category', 'returns');
      await waitUntil(() => !$$('[part=comment]').length, 'the category did not change');
      element.removeAttribute('category');
      expect((await appears<HTMLTextAreaElement>(element, '[part=comment]')).value).to.equal('The islands.');
    });

    it('keeps what was missing with its own answer when answers change places', async () => {
      const turned = items.map((entry) => ({ ...entry, ...(entry.popularity && { popularity: 10 - entry.popularity }) }));
      const later = deferred<{ items: FaqEntry[] }>();
      let asked = 0;
      const mounted = await open({ entries: async () => (asked++ ? later.promise : { items }) });
      const { element, $$, shop } = mounted;
      const first = questions(mounted)[0];
      for (const index of [0, 2]) {
        $$('summary')[index]!.click();
        (await appears(element, '[part=no]')).click();
        await waitUntil(() => $$('details')[index]!.querySelector('textarea'), 'did not ask');
      }
      shop.revalidate();
      await waitUntil(() => asked === 2, 'not asked again');
      await element.updateComplete;
      const field = $$<HTMLTextAreaElement>('[part=comment]')[0]!;
      field.value = 'The islands.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      later.resolve({ items: turned });
      await waitUntil(() => questions(mounted)[0] !== first, 'nothing has moved');
      const written = $$('details:has(textarea)').map((entry) => [entry.querySelector('summary')!.textContent, entry.querySelector('textarea')!.value]);
      expect(Object.fromEntries(written)[first!]).to.equal('The islands.');
      expect(written.filter(([, words]) => words).length).to.equal(1);
    });

    it('takes a no without words, with the focus on the thanks', async () => {
      const votes: unknown[] = [];
      const mounted = await open({ vote: async (input: unknown) => (votes.push(input), { recorded: true }) });
      await comment(mounted, ' ');
      mounted.$('[part=send]').click();
      await waitUntil(() => mounted.text().includes('We will improve'), 'no thanks');
      await waitUntil(() => mounted.element.renderRoot.activeElement?.matches('[part=vote]'), 'focus was lost');
      expect(votes).to.deep.equal([{ entryId: 'cost', helpful: false }]);
    });

    it('asks what was missing in several answers at once, each with its own label and focus', async () => {
      const mounted = await open();
      const { element, $$ } = mounted;
      for (const index of [0, 1]) {
        $$('summary')[index]!.click();
        (await appears(element, '[part=no]')).click();
        await waitUntil(() => $$('[part=comment]').length === index + 1, 'did not ask');
        await waitUntil(() => element.renderRoot.activeElement === $$('[part=comment]')[index], 'the focus is elsewhere');
      }
      const fields = $$<HTMLTextAreaElement>('[part=comment]');
      expect(fields.map(({ labels }) => labels.length)).to.deep.equal([1, 1]);
      await expect(element).to.be.accessible();
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

    const changes: Record<string, (mounted: Opened, adapter: Adapter) => void> = {
      'signs in': ({ shop }) => shop.signIn(),
      'comes with a new shop of the same name': ({ shop }, adapter) => shopOf(adapter, { name: shop.name }),
      'comes with another shop': ({ element }, adapter) => element.setAttribute('shop', shopOf(adapter).shop.name),
    };
    for (const [name, change] of Object.entries(changes)) {
      it(`tells nothing of what was being sent when another shopper ${name}`, async () => {
        const answer = deferred<void>();
        const asked: VoteInput[] = [];
        const vote = async (input: VoteInput) => {
          asked.push(input);
          // The no is taken at once, the words after it and the yes to another answer are not.
          if (input.comment || input.helpful) await answer.promise;
          return { recorded: true };
        };
        const mounted = await open({ vote });
        const { element, $, text } = mounted;
        await comment(mounted, 'Anna lives on Paros.');
        $('[part=send]').click();
        await openEntry(mounted, 'refund');
        (await appears(element, '[part=yes]')).click();
        await waitUntil(() => asked.length === 3, 'not sent');
        change(mounted, { id: 'test', faq: { ...faq, vote } });
        await waitUntil(() => !mounted.$$('[part=answer]').length, 'the answer is still open');
        await inState(element, 'ready');
        answer.resolve();
        for (const id of ['refund', 'cost']) {
          await openEntry(mounted, id);
          await appears(element, '[part=yes]');
          expect(text()).not.to.contain('did not work').and.not.to.contain('Thank you');
        }
        $('[part=no]').click();
        expect((await appears<HTMLTextAreaElement>(element, '[part=comment]')).value).to.equal('');
      });
    }
  });
});
