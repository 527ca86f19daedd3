import type { ReturnPolicy } from '@aftercart/contract';
import { inState, mount, shopOf } from '../test/mount.ts';
import { expect, fixtureCleanup, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { marker } from './json-ld.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';

const policy: ReturnPolicy = {
  id: 'de',
  applicableCountry: ['DE'],
  returnPolicyCategory: 'MerchantReturnFiniteReturnWindow',
  merchantReturnDays: 30,
  windowStart: 'delivery',
  outcomes: [{ refundType: 'FullRefund' }, { refundType: 'ExchangeRefund' }],
  customerRemorseReturnFees: { type: 'ReturnShippingFees', amount: { amount: 490, currency: 'EUR' } },
  itemDefectReturnFees: { type: 'FreeReturn' },
  returnMethod: ['ReturnByMail'],
  returnLabelSource: 'ReturnLabelDownloadAndPrint',
  itemCondition: ['NewCondition'],
  exclusions: [],
  statutory: { days: 14 },
  seasonalOverrides: [
    { name: 'Christmas', startDate: '2026-11-15', endDate: '2026-12-24', returnBy: '2027-01-31' },
    { name: 'Last Christmas', startDate: '2025-11-15', endDate: '2025-12-24', returnBy: '2026-01-31' },
  ],
  validForMemberTier: ['</script><script>alert(1)</script>'],
  merchantReturnLink: '/returns',
};

const scripts = () => [...document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')];
const put = async (over: Partial<ReturnPolicy> = {}, attributes = 'json-ld') => {
  const mounted = await mount<ReturnsBannerElement>('aftercart-returns-banner', { id: 'test', returns: { policy: async () => ({ ...policy, ...over }) } }, { attributes, shop: { now: () => Date.parse('2026-11-24T12:00:00Z') } });
  await inState(mounted.element, 'ready');
  return mounted;
};
const markup = async (over: Partial<ReturnPolicy> = {}) => {
  await put(over);
  await waitUntil(() => scripts().length === 1, 'no JSON-LD came');
  return JSON.parse(scripts()[0]!.textContent) as Record<string, unknown>;
};

describe('json-ld', () => {
  afterEach(async () => {
    fixtureCleanup();
    expect(scripts(), 'JSON-LD stayed after the element').to.deep.equal([]);
  });

  it('says in the words of schema.org what the shopper sees', async () => {
    expect(await markup()).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'MerchantReturnPolicy',
      applicableCountry: ['DE'],
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: 30,
      refundType: ['https://schema.org/FullRefund', 'https://schema.org/ExchangeRefund'],
      customerRemorseReturnFees: 'https://schema.org/ReturnShippingFees',
      customerRemorseReturnShippingFeesAmount: { '@type': 'MonetaryAmount', value: 4.9, currency: 'EUR' },
      itemDefectReturnFees: 'https://schema.org/FreeReturn',
      returnMethod: ['https://schema.org/ReturnByMail'],
      returnLabelSource: 'https://schema.org/ReturnLabelDownloadAndPrint',
      itemCondition: ['https://schema.org/NewCondition'],
      merchantReturnLink: new URL('/returns', document.baseURI).href,
      returnPolicySeasonalOverride: [
        {
          '@type': 'MerchantReturnPolicySeasonalOverride', startDate: '2026-11-15', endDate: '2026-12-24',
          returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow', merchantReturnDays: '2027-01-31',
        },
      ],
      validForMemberTier: [{ '@type': 'MemberProgramTier', name: '</script><script>alert(1)</script>' }],
    });
  });

  it('can’t be broken out of when the page is written down', async () => {
    await markup();
    expect(scripts()[0]!.textContent).not.to.contain('<');
  });

  it('has lists where the page writes them otherwise, as Prototype 1.6 does', async () => {
    const expected = await markup();
    fixtureCleanup();
    const prototypes = [Array.prototype, Object.prototype] as { toJSON?: () => string }[];
    for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { configurable: true, writable: true, value: () => 'no JSON' });
    try {
      expect(await markup()).to.deep.equal(expected);
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON;
    }
  });

  it('breaks no rule of a page with Trusted Types', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="img-src 'none'; trusted-types aftercart; require-trusted-types-for 'script'">
      <script>var broken = []; document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective))</script>
      <script type="module">import { marker } from '${new URL('json-ld.ts', import.meta.url).href}'; window.marker = marker;</script>`;
    document.body.append(frame);
    try {
      const page = () => frame.contentWindow as unknown as { marker?: typeof marker; broken: string[]; document: Document; Image: typeof Image };
      await waitUntil(() => page().marker, 'the page did not come');
      const host = { isConnected: true, jsonLd: true as boolean, data: { policy }, currentShop: { now: Date.now } };
      const mark = page().marker!(host as unknown as ReturnsBannerElement);
      mark();
      const script = page().document.head.querySelector<HTMLScriptElement>('script[type="application/ld+json"]')!;
      expect(JSON.parse(script.textContent)).to.include({ '@type': 'MerchantReturnPolicy' });
      // Reported in the order in which they happen.
      new (page().Image)().src = '/none.png';
      await waitUntil(() => page().broken.includes('img-src'), 'no image was refused');
      expect(page().broken).to.deep.equal(['img-src']);
      host.jsonLd = false;
      mark();
      expect(script.isConnected).to.equal(false);
    } finally {
      frame.remove();
    }
  });

  it('writes a percentage as a number, a fixed fee as an amount, and no unsafe link', async () => {
    const percent = await markup({ customerRemorseReturnFees: { type: 'RestockingFees', percent: 10 }, merchantReturnLink: 'javascript:alert(1)' });
    expect(percent['restockingFee']).to.equal(10);
    expect(percent).not.to.have.property('merchantReturnLink');
    fixtureCleanup();
    const fixed = await markup({ customerRemorseReturnFees: { type: 'RestockingFees', amount: { amount: 500, currency: 'JPY' } } });
    expect(fixed['restockingFee']).to.deep.equal({ '@type': 'MonetaryAmount', value: 500, currency: 'JPY' });
  });

  it('is not there without the attribute, and follows it', async () => {
    const { element } = await put({}, '');
    expect(scripts()).to.deep.equal([]);
    element.jsonLd = true;
    await waitUntil(() => scripts().length === 1);
    element.jsonLd = false;
    await waitUntil(() => scripts().length === 0);
  });

  it('is one for each policy, however many elements show it', async () => {
    const first = await put();
    const second = await put();
    await put({ id: 'other', merchantReturnDays: 60 });
    await waitUntil(() => scripts().length === 2);
    first.element.remove();
    expect(scripts().length).to.equal(2);
    second.element.remove();
    expect(scripts().length).to.equal(1);
  });

  it('survives being moved, and goes with the policy of the shopper before', async () => {
    const { element, shop } = await put();
    await waitUntil(() => scripts().length === 1);
    const section = document.createElement('section');
    element.parentElement!.append(section);
    section.append(element);
    await element.updateComplete;
    await waitUntil(() => scripts().length === 1);
    shop.signOut();
    await element.updateComplete;
    expect(scripts()).to.deep.equal([]);
    await waitUntil(() => scripts().length === 1);
  });

  it('goes where the shop has another policy', async () => {
    const { element } = await put();
    await waitUntil(() => scripts().length === 1);
    element.shop = shopOf({ id: 'none', returns: { policy: async () => null } }).shop.name;
    await waitUntil(() => scripts().length === 0);
  });
});
