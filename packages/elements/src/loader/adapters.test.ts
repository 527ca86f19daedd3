import { capabilities } from '@aftercart/contract';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ShopElement } from '../shop/shop.ts';
import './shop.ts';

const adapterOf = async (element: ShopElement) => {
  await waitUntil(() => element.shop);
  return element.shop!.adapter();
};

describe('the adapters that a tag can name', () => {
  const { fetch } = globalThis;
  afterEach(() => void (globalThis.fetch = fetch));

  it('http asks the endpoint for what the backend has, and for nothing else', async () => {
    const asked: string[] = [];
    globalThis.fetch = async (url) => {
      asked.push(String(url));
      return new Response(null, { status: 204 });
    };
    const element = await fixture<ShopElement>(html`<aftercart-shop name="over-http" adapter="http" endpoint="/api/" capabilities="faq.entries points"></aftercart-shop>`);
    const adapter = await adapterOf(element);
    expect(adapter.id).to.equal('http');
    expect(capabilities(adapter).filter((method) => !method.startsWith('points.'))).to.eql(['faq.entries']);
    await adapter.faq!.entries!({}, { signal: new AbortController().signal, locale: 'en', token: async () => null });
    expect(asked).to.eql([new URL('/api/v1/faq/entries', document.baseURI).href]);
  });

  it('http without an endpoint says so', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (...words: unknown[]) => void lines.push(words.join(' '));
    try {
      const element = await fixture<ShopElement>(html`<aftercart-shop name="nowhere" adapter="http"></aftercart-shop>`);
      await adapterOf(element).catch(() => {});
      await waitUntil(() => lines.length);
      expect(lines.join('\n')).to.contain('endpoint="undefined" is no address').and.to.contain('NO_ADAPTER');
    } finally {
      console.error = error;
    }
  });
});
