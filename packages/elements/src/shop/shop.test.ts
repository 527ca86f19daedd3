import type { Adapter } from '@aftercart/contract';
import { getShop } from '@aftercart/core';
import { expect, fixture, html, unsafeStatic, waitUntil } from '../test/testing.ts';
import './define.ts';
import { ShopElement, type AdapterOptions } from './shop.ts';

const TAG = 'aftercart-shop';
let made: AdapterOptions[] = [];
const adapter: Adapter = { id: 'test', faq: { entries: async () => ({ items: [] }) } };

const put = (markup: string) => fixture<ShopElement>(html`${unsafeStatic(markup)}`);
const declared = async (name: string) => {
  await waitUntil(() => getShop(name), `no shop “${name}”`);
  return getShop(name)!;
};

describe(TAG, () => {
  let told: string[] = [];
  const { error } = console;

  before(() => {
    ShopElement.adapters = {
      test: (options) => {
        made.push(options);
        return adapter;
      },
      picky: () => {
        throw new TypeError('src="x" is no URL');
      },
    };
  });

  beforeEach(() => {
    made = [];
    told = [];
    console.error = (...args: unknown[]) => void told.push(String(args[0]));
  });

  afterEach(() => {
    console.error = error;
  });

  it('declares a shop and hands its attributes to the adapter', async () => {
    const element = await put(`<${TAG} name="one" adapter="test" src="/shop.json" latency="20"></${TAG}>`);
    const shop = await declared('one');
    await shop.adapter();
    expect(element.shop).to.equal(shop);
    expect(made[0]).to.include({ adapter: 'test', src: '/shop.json', latency: '20' });
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('reads options and first data from JSON', async () => {
    await put(`<${TAG} name="json"><script type="application/json">{"adapter":"test","scenario":"member","seed":{"faq.entries":{"items":[]}}}</script></${TAG}>`);
    const shop = await declared('json');
    await shop.adapter();
    expect(made[0]).to.include({ scenario: 'member' });
  });

  it('says one line about JSON that can’t be read, and goes on', async () => {
    await put(`<${TAG} name="bad-json" adapter="test"><script type="application/json">{oops</script></${TAG}>`);
    await (await declared('bad-json')).adapter();
    await waitUntil(() => told.length);
    expect(told.filter((line) => line.includes('BAD_JSON'))).to.have.length(1);
  });

  for (const [what, markup] of [
    ['unknown', `adapter="nope"`],
    ['missing', ''],
    ['unhappy with its options', `adapter="picky"`],
    ['named like a property of objects', `adapter="constructor"`],
  ]) {
    it(`says one line about an adapter that is ${what}`, async () => {
      await put(`<${TAG} name="wrong" ${markup}></${TAG}>`);
      const shop = await declared('wrong');
      await shop.adapter().then(
        () => expect.fail('loaded'),
        ({ code }) => expect(code).to.equal('UNSUPPORTED'),
      );
      await waitUntil(() => told.some((line) => line.includes('NO_ADAPTER')), 'nobody was told');
      expect(told).to.have.length(1);
    });
  }

  it('says one line about a time-out that is no number', async () => {
    await put(`<${TAG} name="late" adapter="test" timeout="soon"></${TAG}>`);
    await declared('late');
    await waitUntil(() => told.length, 'nobody was told');
    expect(told[0]).to.contain('timeout="soon"').and.to.contain('BAD_ATTRIBUTE');
  });

  it('takes options from code, before and after', async () => {
    const element = await put(`<${TAG} name="code"></${TAG}>`);
    element.options = { adapter };
    await waitUntil(async () => (await element.shop?.adapter().catch(() => null)) === adapter);
  });

  it('is one shop however it is moved, and none when it is gone', async () => {
    const element = await put(`<${TAG} name="moved" adapter="test"></${TAG}>`);
    const shop = await declared('moved');
    const elsewhere = document.createElement('div');
    element.parentElement!.append(elsewhere);
    elsewhere.append(element);
    await Promise.resolve();
    await Promise.resolve();
    expect(getShop('moved')).to.equal(shop);
    element.remove();
    await waitUntil(() => !getShop('moved'), 'still there');
  });

  it('starts over when `session` changes', async () => {
    const element = await put(`<${TAG} name="who" adapter="test" session="ann"></${TAG}>`);
    const shop = await declared('who');
    element.setAttribute('session', 'bob');
    expect(shop.$session.value).to.equal(1);
    element.signOut();
    expect(shop.$session.value).to.equal(2);
    expect(await shop.token()).to.equal(null);
  });

  it('warns of a second shop of the same name', async () => {
    const wrapper = await put(`<div><${TAG} name="twice" adapter="test"></${TAG}><${TAG} name="twice" adapter="test"></${TAG}></div>`);
    await declared('twice');
    await waitUntil(() => told.some((line) => line.includes('SHOP_TWICE')));
    expect(wrapper).to.exist;
  });

  describe('token-url', () => {
    const { fetch } = window;
    afterEach(() => {
      window.fetch = fetch;
    });
    const answers = async (response: Response) => {
      const asked: RequestInit[] = [];
      window.fetch = async (_url, init) => (asked.push(init!), response);
      const name = `token-${Math.random()}`;
      await put(`<${TAG} name="${name}" adapter="test" token-url="/token"></${TAG}>`);
      return { token: (await declared(name)).token(), asked };
    };

    it('takes text', async () => {
      const { token, asked } = await answers(new Response('abc.def.ghi\n'));
      expect(await token).to.equal('abc.def.ghi');
      expect(asked[0]!.credentials).to.equal('same-origin');
    });
    it('takes JSON', async () => expect(await (await answers(new Response('{"token":"abc"}'))).token).to.equal('abc'));
    it('takes 401 for a guest', async () => expect(await (await answers(new Response('', { status: 401 }))).token).to.equal(null));
    it('takes 500 for an error, not for a guest', async () => {
      const failure = await (await answers(new Response('', { status: 500 }))).token.catch((thrown: { code: string }) => thrown);
      expect((failure as { code: string }).code).to.equal('UNAVAILABLE');
    });
  });
});
