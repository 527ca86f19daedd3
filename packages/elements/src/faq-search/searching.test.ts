import { AdapterError, type FaqEntry, type FaqHits } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { items, open, questions, shows, TAG, type } from '../test/faq.ts';
import { appears, inState, shopOf } from '../test/mount.ts';
import { aTimeout, expect, oneEvent, waitUntil } from '../test/testing.ts';
import type { FaqSearchedEvent } from './faq-search.events.ts';

describe(TAG, () => {
  it('keeps what is typed to itself, and leaves the page what is not', async () => {
    const { element, $ } = await open();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent) => void heard.push(key);
    document.addEventListener('keydown', listen);
    try {
      $('[part=input]').focus();
      await sendKeys({ type: 'a/s' });
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Tab' });
      expect($<HTMLInputElement>('[part=input]').value).to.equal('');
      expect(heard).to.deep.equal(['Escape', 'Tab']);
      expect(element.renderRoot.activeElement).not.to.equal($('[part=input]'));
      await sendKeys({ press: 'k' });
      expect(heard.at(-1)).to.equal('k');
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  describe('searching in the page', () => {
    it('finds by beginning, typing error, inflection and synonym, and marks what matched', async () => {
      const mounted = await open();
      for (const [query, expected, marked] of [
        ['refu', 'When do I get my refund?', 'refu'],
        ['reufnd', 'When do I get my refund?', 'refund'],
        ['refunded', 'When do I get my refund?', 'refund'],
        ['money back', 'When do I get my refund?', 'refund'],
      ]) {
        await type(mounted, query!);
        await waitUntil(() => questions(mounted)[0] === expected && mounted.$$('[part=results] mark')[0]?.textContent === marked, `${query}: ${questions(mounted).join(' | ')}`, { timeout: 4_000 });
      }
    });

    const inLanguage: [string, string, string, string][] = [
      ['el', 'Πότε γίνεται η επιστροφή;', 'επιστροφες', 'επιστροφή'],
      ['ru', 'Как оформить возврат?', 'vozvrata', 'возврат'],
      ['zh', '怎样申请退货？', '我想退货', '退货'],
      ['de', 'Wie hoch sind die Versandkosten?', 'Versandksten', 'Versandkosten'],
      ['fr', 'Quand serai-je remboursé ?', 'remboursement', 'remboursé'],
      ['es', '¿Cómo devuelvo un artículo?', 'devoluciones', 'devuelvo'],
      ['ar', 'كيف أحصل على فاتورة؟', 'الفاتوره', 'فاتورة'],
    ];
    for (const [lang, question, query, marked] of inLanguage) {
      it(`understands ${lang}`, async () => {
        const entries = [{ id: 'a', question, answer: '…', format: 'text' }, { id: 'b', question: 'X', answer: '…', format: 'text' }];
        const mounted = await open({ entries: async () => ({ items: entries }) }, '', { lang });
        await type(mounted, query);
        await shows(mounted, question);
        expect(mounted.$('mark').textContent).to.equal(marked);
      });
    }

    it('uses the synonyms of the shop', async () => {
      const mounted = await open({ entries: async () => ({ items, synonyms: [['merino', 'woolly thing']] }) });
      await type(mounted, 'woolly things');
      await shows(mounted, 'How do I wash merino?');
    });

    it('announces how many it found when the shopper pauses, once, and says so to the page', async () => {
      const mounted = await open();
      const { element, $ } = mounted;
      setTimeout(() => type(mounted, 'deli'));
      setTimeout(() => type(mounted, 'delivery'), 50);
      const event = (await oneEvent(element, 'aftercart-faq-searched')) as FaqSearchedEvent;
      expect([event.query, event.results]).to.deep.equal(['delivery', 2]);
      await element.updateComplete;
      expect($('form [role=status]').textContent).to.equal('2 answers found');
      await expect(element).to.be.accessible();
    });

    it('offers topics and people where nothing is found, and keeps the query', async () => {
      const mounted = await open();
      const { element, $ } = mounted;
      await type(mounted, 'xylophone');
      await appears(element, '[part=nothing]');
      expect($('[part=topics]')).to.exist;
      expect($<HTMLAnchorElement>('[part=channel]').getAttribute('href')).to.contain('xylophone');
      await waitUntil(() => $('form [role=status]').textContent?.startsWith('No answer found'), 'not announced');
      await expect(element).to.be.accessible();
    });

    it('shows more when asked, with the focus on the first new one', async () => {
      const many = Array.from({ length: 20 }, (_, i): FaqEntry => ({ id: `${i}`, question: `Shoes ${i}`, answer: 'A', format: 'text' }));
      const mounted = await open({ entries: async () => ({ items: many }) });
      const { element, $$ } = mounted;
      await type(mounted, 'shoes');
      (await appears(element, '[part=more]')).click();
      await waitUntil(() => $$('[part=results] > li').length === 20);
      await waitUntil(() => element.renderRoot.activeElement === $$('summary')[6], 'no focus');
    });

    it('searches the new answers when they change', async () => {
      let current = items;
      const mounted = await open({ entries: async () => ({ items: current }) });
      await type(mounted, 'walnut');
      await appears(mounted.element, '[part=nothing]');
      current = [...items, { id: 'w', question: 'What is walnut oil for?', answer: 'Wood.', format: 'text' }];
      mounted.shop.revalidate();
      await shows(mounted, 'What is walnut oil for?');
    });

    it('takes hostile and endless queries', async () => {
      const mounted = await open();
      for (const query of ['<img src=x onerror=alert(1)>', '\ud800', '%', '{query}', '__proto__', 'a'.repeat(5_000), '😀', '退'.repeat(3_000)]) {
        await type(mounted, query);
        expect(mounted.$$('.main img')).to.deep.equal([]);
      }
      expect(mounted.reports).to.deep.equal([]);
    });

    it('writes nothing into the field while the shopper types', async () => {
      const mounted = await open();
      const input = mounted.$<HTMLInputElement>('input');
      let written = 0;
      const { set, get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') as Required<PropertyDescriptor>;
      await type(mounted, 'ref');
      Object.defineProperty(input, 'value', {
        configurable: true,
        get,
        set(value: string) {
          written++;
          set.call(input, value);
        },
      });
      input.focus();
      await sendKeys({ type: 'und' });
      await appears(mounted.element, '[part=results]');
      expect([get.call(input), written]).to.deep.equal(['refund', 0]);
      await mounted.element.search('delivery');
      expect([get.call(input), written]).to.deep.equal(['delivery', 1]);
    });

    it('goes back to the topics when the query is taken back', async () => {
      const mounted = await open();
      await type(mounted, 'refund');
      await appears(mounted.element, '[part=results]');
      await type(mounted, '');
      await appears(mounted.element, '[part=topics]');
    });
  });

  describe('searching by the backend', () => {
    const hits: FaqHits = { items: [{ entry: items[2]!, score: 1, highlights: [[14, 16], [17, 23], [5, 9], [90, 99]] }] };
    const remote = (search: unknown) => open({ entries: undefined, search });

    it('suggests what the backend suggests, then asks it once for a pause of typing', async () => {
      const asked: { query: string; limit: number }[] = [];
      const mounted = await remote(async (input: { query: string; limit: number }) => (asked.push(input), hits));
      expect(questions(mounted)).to.deep.equal(['When do I get my refund?']);
      await type(mounted, 'r');
      await type(mounted, 're');
      await type(mounted, 'ref');
      await appears(mounted.element, '[part=results]');
      expect(asked.map(({ query }) => query)).to.deep.equal(['', 'ref']);
      expect(mounted.$$('mark').map(({ textContent }) => textContent)).to.deep.equal(['my', 'refund']);
    });

    it('asks each shop whether its backend searches', async () => {
      const mounted = await open();
      const { element, $$ } = mounted;
      const other = shopOf({ id: 'test', faq: { search: async () => hits } });
      const none = shopOf({ id: 'test' });
      element.setAttribute('shop', other.shop.name);
      await waitUntil(() => JSON.stringify(questions(mounted)) === '["When do I get my refund?"]', 'no suggestions');
      element.setAttribute('shop', none.shop.name);
      await inState(element, 'unsupported');
      element.setAttribute('shop', other.shop.name);
      await inState(element, 'ready');
      await type(mounted, 'refund');
      await appears(element, '[part=results] mark');
      element.setAttribute('shop', mounted.shop.name);
      await waitUntil(() => $$('[part=topic]').length === 2, 'no topics');
      await type(mounted, 'merino');
      await appears(element, '[part=results]');
      await shows(mounted, 'How do I wash merino?');
    });

    it('has a search box also where the backend suggests nothing', async () => {
      const mounted = await remote(async ({ query }: { query: string }) => (query ? hits : { items: [] }));
      expect(questions(mounted)).to.deep.equal([]);
      await type(mounted, 'refund');
      await appears(mounted.element, '[part=results]');
    });

    it('says when the backend could not be asked, and asks again', async () => {
      let broken = true;
      const mounted = await remote(async ({ query }: { query: string }) => {
        if (query && broken) throw new AdapterError('FORBIDDEN');
        return hits;
      });
      await type(mounted, 'refund');
      const retry = await appears(mounted.element, '[part=retry]');
      broken = false;
      retry.click();
      await appears(mounted.element, '[part=results]');
    });

    it('shows the answer to the last question, whatever comes last', async () => {
      const mounted = await remote(async ({ query }: { query: string }) => {
        if (query === 'slow') await aTimeout(500);
        return { items: query === 'slow' ? hits.items : [] };
      });
      await type(mounted, 'slow');
      await aTimeout(250);
      await type(mounted, 'quick');
      await appears(mounted.element, '[part=nothing]');
      await aTimeout(500);
      expect(mounted.$$('[part=results]')).to.deep.equal([]);
    });
  });
});
