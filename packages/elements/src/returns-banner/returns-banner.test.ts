import type { Adapter, ReturnDeadline, ReturnPolicy } from '@aftercart/contract';
import { AdapterError } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { appears, inState, mount } from '../test/mount.ts';
import { onScreen } from '../test/screen.ts';
import { expect, nextFrame, oneEvent, waitUntil } from '../test/testing.ts';
import { withoutParts } from '../test/without-parts.ts';
import './define.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import type { DetailsToggleEvent } from './returns-banner.events.ts';

const TAG = 'aftercart-returns-banner';
/** Noon, so that no time zone of a test machine is on another day. */
const NOW = Date.parse('2026-11-24T12:00:00Z');
const shop = { now: () => NOW };

const policy: ReturnPolicy = {
  id: 'gr',
  applicableCountry: ['GR', 'CY'],
  returnPolicyCategory: 'MerchantReturnFiniteReturnWindow',
  merchantReturnDays: 30,
  windowStart: 'delivery',
  outcomes: [
    { refundType: 'FullRefund' },
    { refundType: 'StoreCreditRefund', days: 45, bonus: { amount: 500, currency: 'EUR' } },
  ],
  customerRemorseReturnFees: { type: 'FreeReturn' },
  itemDefectReturnFees: { type: 'FreeReturn' },
  returnMethod: ['ReturnByMail', 'ReturnInStore'],
  returnLabelSource: 'ReturnLabelDownloadAndPrint',
  itemCondition: ['NewCondition'],
  conditions: 'Unworn, with tags.',
  exclusions: [{ label: 'Socks', reason: 'hygiene' }, { label: '<img src=x onerror=alert(1)>', reason: 'other' }],
  statutory: { days: 14, url: '/withdrawal' },
  guaranteeMonths: 24,
  merchantReturnLink: '/returns',
  startReturnUrl: '/returns/start',
};

const deadline: ReturnDeadline = {
  orderNumber: 'NP-1042',
  deliveredOn: '2026-11-06',
  goodwillUntil: '2026-12-06',
  statutoryUntil: '2026-11-20',
  exceptions: [{ label: 'Trail socks', until: null, reason: 'hygiene' }, { label: 'Lamp', until: '2026-11-30' }],
  withdrawable: false,
  timeZone: 'Europe/Athens',
};

const never = () => new Promise(() => {});
const returns = { policy: async () => policy, deadline: async () => deadline };
const working: Adapter = { id: 'test', returns };

const open = async (over: Partial<ReturnPolicy> = {}, attributes = '', more: Record<string, unknown> = {}, lang = 'en') => {
  const adapter = { id: 'test', returns: { ...returns, policy: async () => ({ ...policy, ...over }), ...more } };
  const mounted = await mount<ReturnsBannerElement>(TAG, adapter, { attributes, lang, shop });
  await inState(mounted.element, 'ready');
  const words = (selector: string) => mounted.$(selector).textContent.replace(/\s+/g, ' ').trim();
  return { ...mounted, headline: () => words('[part=headline]'), summary: () => words('[part=summary]') };
};

const openDetails = async (...args: Parameters<typeof open>) => {
  const mounted = await open(...args);
  mounted.$('[part=toggle]').click();
  const details = await appears(mounted.element, '.details');
  return { ...mounted, details: () => details.textContent.replace(/\s+/g, ' ').trim() };
};

describe(TAG, () => {
  describeCommon({
    tag: TAG,
    working,
    needs: ['returns.policy'],
    empty: { id: 'test', returns: { policy: async () => null } },
    ready: '[part=headline]',
  });

  describe('the first view', () => {
    it('says how many days there are, that it is free, and what they are counted from', async () => {
      const { headline, summary } = await open();
      expect(headline()).to.equal('30 days to return, free');
      expect(summary()).to.equal('Counted from delivery');
    });

    const cases: [string, Partial<ReturnPolicy>, string, string][] = [
      ['a fee', { customerRemorseReturnFees: { type: 'RestockingFees', percent: 10 } }, '30 days to return', 'Counted from delivery'],
      ['one day, from dispatch', { merchantReturnDays: 1, statutory: null, windowStart: 'fulfilment' }, '1 day to return, free', 'Counted from dispatch'],
      ['no number of days', { merchantReturnDays: null, statutory: null, windowStart: 'order' }, 'Returns accepted', 'Counted from the order'],
      ['fewer days than the law gives', { merchantReturnDays: 7 }, '14 days to withdraw, by law', 'Counted from delivery'],
      ['no end', { returnPolicyCategory: 'MerchantReturnUnlimitedWindow' }, 'Return whenever you like, free', ''],
      ['no returns but the law', { returnPolicyCategory: 'MerchantReturnNotPermitted' }, '14 days to withdraw, by law', 'Counted from delivery'],
      ['no returns at all', { returnPolicyCategory: 'MerchantReturnNotPermitted', statutory: null }, 'No returns', ''],
      ['nothing said', { returnPolicyCategory: 'MerchantReturnUnspecified', statutory: null }, 'Returns', ''],
    ];
    for (const [what, over, title, under] of cases) {
      it(`puts ${what} into words`, async () => {
        const { headline, summary } = await open(over);
        expect([headline(), summary()]).to.deep.equal([title, under]);
      });
    }

    const christmas = { name: 'Christmas', startDate: '2026-11-15', endDate: '2026-12-24', returnBy: '2027-01-31' };
    it('shows the season that applies now, with the year where it is the next', async () => {
      const { summary } = await open({ seasonalOverrides: [christmas] });
      expect(summary()).to.equal('Christmas · Return by January 31, 2027');
    });

    it('shows the season of the day of purchase, and none that is over', async () => {
      const { element, summary } = await open({ seasonalOverrides: [christmas] }, 'date="2026-11-01"');
      expect(summary()).to.equal('Counted from delivery');
      element.date = '2026-12-24';
      await waitUntil(() => summary().startsWith('Christmas'));
    });

    it('falls back to the policy where the code for a last day can’t be had', async () => {
      await withoutParts(async () => {
        expect((await open({ seasonalOverrides: [christmas] })).summary()).to.contain('Counted from delivery');
        expect((await open({}, 'order="NP-1042"')).summary()).to.contain('Counted from delivery');
      });
    });

    for (const lang of ['en', 'de', 'ru', 'el', 'fr', 'es', 'ar', 'zh']) {
      it(`is not cut on a small phone and in a sidebar, in ${lang}`, async () => {
        const { element, $ } = await open({ seasonalOverrides: [christmas] }, '', {}, lang);
        // As wide as letters are on most devices.
        element.style.setProperty('--aftercart-font', 'Arial, Helvetica');
        for (const width of [366, 296, 240]) {
          element.style.inlineSize = `${width}px`;
          for (const part of ['headline', 'summary']) {
            const { scrollHeight, clientHeight } = $(`[part=${part}]`);
            expect(scrollHeight, `${part} at ${width}`).to.be.at.most(clientHeight + 1);
          }
        }
      });
    }

    it('has one height in every state and width, and a calm one for a hostile backend', async () => {
      const name = 'x'.repeat(300);
      for (const width of [320, 390, 1280]) {
        await onScreen(width);
        for (const attributes of ['', 'order="NP-1042"', 'withdrawal']) {
          const heights = new Set<number>();
          for (const answer of [
            async () => policy,
            async () => ({ ...policy, seasonalOverrides: [{ ...christmas, name }] }),
            async () => Promise.reject(new AdapterError('FORBIDDEN')),
            never,
          ]) {
            const { element } = await mount<ReturnsBannerElement>(TAG, { id: 'x', returns: { ...returns, policy: answer, deadline: async () => null, withdraw: async () => {} } }, { attributes, shop });
            if (answer !== never) await waitUntil(() => !element.matches(':state(loading)'));
            await nextFrame();
            heights.add(element.getBoundingClientRect().height);
            expect(element.scrollWidth).to.be.at.most(width);
            element.remove();
          }
          expect([...heights], `${width} ${attributes}`).to.have.length(1);
        }
      }
    });

    it('is a labelled region with a heading and a button that tells its state, and no alert', async function () {
      const { element, $$ } = await open();
      expect($$('[role=alert]')).to.deep.equal([]);
      if (navigator.userAgent.includes('Firefox')) return this.skip();
      const [region] = ((await a11ySnapshot({})) as unknown as { children: Node[] }).children;
      interface Node { role: string; name: string; expanded?: boolean; children?: Node[] }
      expect([region?.role, region?.name]).to.deep.equal(['region', '30 days to return, free']);
      expect(region?.children?.map(({ role }) => role)).to.deep.equal(['heading', 'status', 'StaticText', 'button']);
      expect(region?.children?.at(-1)).to.include({ name: 'Details', expanded: false });
      expect(element.renderRoot.querySelector('section[aria-labelledby=headline]')).to.exist;
    });

    it('does not shrink to nothing in a flex row', async () => {
      const { element } = await open();
      element.parentElement!.style.display = 'flex';
      expect(element.getBoundingClientRect().width).to.be.at.least(320);
    });
  });

  describe('attributes', () => {
    it('asks for the country, product, tier and day', async () => {
      let asked: unknown;
      await open({}, 'country="gr" product-id="p1" tier="summit" date="2026-11-22"', {
        policy: async (input: unknown) => ((asked = input), policy),
      });
      expect(asked).to.deep.equal({ country: 'GR', productId: 'p1', tier: 'summit', date: '2026-11-22' });
    });

    it('asks for nothing in particular without them, and again when one comes', async () => {
      const asked: unknown[] = [];
      const { element } = await open({}, 'country=""', { policy: async (input: unknown) => (asked.push(input), policy) });
      element.country = 'DE';
      await waitUntil(() => asked.length === 2);
      expect(asked).to.deep.equal([{}, { country: 'DE' }]);
    });

    for (const [name, value] of [['country', 'GREECE'], ['date', '2026-13-01'], ['date', '6/12/2026x'], ['date', '2026-02-31']]) {
      it(`says one line about ${name}="${value}" and works without`, async () => {
        let asked: unknown;
        const { reports } = await open({}, `${name}="${value}"`, { policy: async (input: unknown) => ((asked = input), policy) });
        expect(reports.map(({ code, message }) => code + message.includes(`${name}="${value}"`))).to.deep.equal(['BAD_ATTRIBUTEtrue']);
        expect(asked).to.deep.equal({});
      });
    }
  });

  describe('an order', () => {
    const forOrder = (over: Partial<ReturnDeadline> = {}, more: Record<string, unknown> = {}) =>
      open({}, 'order="NP-1042"', { deadline: async () => ({ ...deadline, ...over }), ...more });

    it('has its last day, with what is left in words', async () => {
      const { summary } = await forOrder();
      expect(summary()).to.equal('Return by December 6 · in 12 days');
    });

    it('says so on the last day and after it, and takes the later of the two', async () => {
      expect((await forOrder({ goodwillUntil: '2026-11-24' })).summary()).to.equal('Return by November 24 · today');
      expect((await forOrder({ goodwillUntil: '2026-11-23', statutoryUntil: null })).summary()).to.equal('Return period ended on November 23');
      expect((await forOrder({ goodwillUntil: '2026-11-23', statutoryUntil: '2026-11-25' })).summary()).to.equal('Return by November 25 · tomorrow');
    });

    it('has the day of the shop’s time zone as today, and survives one that does not exist', async () => {
      // 12:00 UTC is the next day at Kiritimati.
      expect((await forOrder({ timeZone: 'Pacific/Kiritimati' })).summary()).to.equal('Return by December 6 · in 11 days');
      expect((await forOrder({ timeZone: 'Mars/Olympus' })).summary()).to.contain('Return by December 6');
    });

    it('falls back to the policy where the order is not known or not for this shopper', async () => {
      for (const answer of [async () => null, async () => Promise.reject(new AdapterError('UNAUTHENTICATED'))]) {
        expect((await open({}, 'order="NP-1"', { deadline: answer })).summary()).to.equal('Counted from delivery');
      }
      expect((await forOrder({ goodwillUntil: null, statutoryUntil: null })).summary()).to.equal('Counted from delivery');
    });

    it('works where the backend knows no deadlines', async () => {
      const { summary, $$ } = await open({}, 'order="NP-1"', { deadline: undefined });
      expect(summary()).to.equal('Counted from delivery');
      expect($$('[part=actions]')).to.deep.equal([]);
    });

    it('offers to start a return', async () => {
      const { $ } = await forOrder();
      expect($<HTMLAnchorElement>('[part=start]').pathname).to.equal('/returns/start');
    });

    it('asks again for another order', async () => {
      const asked: string[] = [];
      const { element, summary } = await forOrder({}, { deadline: async ({ orderNumber }: { orderNumber: string }) => (asked.push(orderNumber), { ...deadline, orderNumber, goodwillUntil: '2026-12-08' }) });
      element.order = 'NP-2';
      await waitUntil(() => asked.length === 2);
      await waitUntil(() => summary() === 'Return by December 8 · in 14 days');
      element.order = undefined;
      await waitUntil(() => summary() === 'Counted from delivery');
    });
  });

  describe('the details', () => {
    it('open and close by keyboard, keep the focus, and tell of it', async () => {
      const { element, $, $$ } = await open();
      const toggle = $('[part=toggle]');
      expect(toggle.getAttribute('aria-expanded')).to.equal('false');
      toggle.focus();
      setTimeout(() => sendKeys({ press: 'Enter' }));
      expect(((await oneEvent(element, 'aftercart-details-toggle')) as DetailsToggleEvent).open).to.equal(true);
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
      expect(element.renderRoot.activeElement).to.equal(toggle);
      await expect(element).to.be.accessible();
      setTimeout(() => sendKeys({ press: 'Enter' }));
      expect(((await oneEvent(element, 'aftercart-details-toggle')) as DetailsToggleEvent).open).to.equal(false);
      expect($$('.details')).to.deep.equal([]);
    });

    it('keep what the law gives and what the shop gives apart, the law first', async () => {
      const { $, $$ } = await openDetails();
      expect($$('.details h3').map((title) => title.textContent)).to.deep.equal([
        'Your rights by law', 'Our own returns policy', 'What a return costs', 'How to send it back',
      ]);
      const law = $('[part=statutory]').textContent;
      expect(law).to.contain('withdraw from the contract within 14 days').and.to.contain('not as agreed: 2 years');
      expect(law).not.to.contain('30 days');
      expect($('[part=goodwill]').textContent).to.contain('30 days to return').and.not.to.contain('withdraw');
    });

    it('say nothing of rights by law where there are none', async () => {
      const { $$ } = await openDetails({ statutory: null, guaranteeMonths: null });
      expect($$('[part=statutory]')).to.deep.equal([]);
    });

    it('say outcomes, conditions, exclusions, countries and tiers', async () => {
      const { details } = await openDetails({ validForMemberTier: ['Summit'], guaranteeMonths: 18 });
      for (const words of [
        'Money back', 'Store credit · within 45 days · €5 extra', 'Unused', 'Unworn, with tags.', 'Socks (for hygiene)', 'Greece and Cyprus', 'Summit',
        'By post', 'In a shop', 'Download and print', '18 months',
      ]) expect(details()).to.contain(words);
    });

    it('say fees on a change of mind and on a defect apart, in money and in percent', async () => {
      const { $ } = await openDetails({
        customerRemorseReturnFees: { type: 'RestockingFees', percent: 12.5, amount: { amount: 490, currency: 'EUR' } },
        itemDefectReturnFees: { type: 'ReturnShippingFees', amount: { amount: 500, currency: 'JPY' } },
      });
      const costs = $('[part=costs]').textContent.replace(/\s+/g, ' ');
      expect(costs).to.contain('change your mindRestocking fee: €4.90 and 12.5% of the price').and.to.contain('faulty or wrongReturn shipping: ¥500');
    });

    it('say the days of an order, and its exceptions', async () => {
      const { $ } = await openDetails({}, 'order="NP-1042"');
      const order = $('[part=order]').textContent.replace(/\s+/g, ' ');
      for (const words of [
        'Order NP-1042', 'Received on November 6', 'Right of withdrawal by law: ended on November 20', 'Our own return period: until December 6',
        'Trail socks: not returnable under our own policy · for hygiene', 'Lamp: Return by November 30 · in 6 days',
      ]) expect(order).to.contain(words);
    });

    it('have no heading of an order where nothing is known of it', async () => {
      const { $$ } = await openDetails({}, 'order="NP-1042"', { deadline: async () => ({ orderNumber: 'NP-1042', withdrawable: true }) });
      expect($$('[part=order]')).to.deep.equal([]);
    });

    it('keep the shop’s words as they are in a text that runs from right to left', async () => {
      const { details } = await openDetails({ exclusions: [{ label: 'Lamp 2 W', reason: 'hygiene' }] }, 'order="NP-1042"', {}, 'ar');
      expect(details()).to.contain('\u2068Lamp 2 W\u2069').and.to.contain('\u2068Trail socks\u2069');
    });

    it('say seasons with their days, whatever the time zone', async () => {
      const { details } = await openDetails({ seasonalOverrides: [
        { startDate: '2026-11-15', endDate: '2026-12-24', returnBy: '2027-01-31' },
        { startDate: '2025-11-15', endDate: '2025-12-24', returnBy: '2026-01-31' },
      ] });
      expect(details()).to.contain('Season: ordered from November 15, 2026 to December 24, 2026, return by January 31, 2027').and.not.to.contain('2025');
    });

    it('follow no link that is not http, https, mailto or tel, and show hostile words as words', async () => {
      const { $$, details } = await openDetails({ merchantReturnLink: 'javascript:alert(1)', startReturnUrl: 'data:text/html,x', statutory: { days: 14, url: 'javascript:alert(2)' } }, 'order="NP-1042"');
      expect($$('a')).to.deep.equal([]);
      expect($$('img')).to.deep.equal([]);
      expect(details()).to.contain('<img src=x onerror=alert(1)>');
    });

    it('survive a country and a currency that do not exist', async () => {
      const { details } = await openDetails({ applicableCountry: ['ZZ', 'QX'], outcomes: [{ refundType: 'FullRefund', bonus: { amount: -500, currency: 'ZZZ' } }] });
      expect(details()).to.contain('Money back');
    });

    for (const lang of ['de', 'ar']) {
      it(`fit a phone in ${lang}`, async () => {
        await onScreen(320, 640);
        const { element } = await openDetails({ conditions: 'x'.repeat(300) }, 'order="NP-1042"', {}, lang);
        expect(element.scrollWidth).to.be.at.most(320);
        await expect(element).to.be.accessible();
      });
    }
  });
});
