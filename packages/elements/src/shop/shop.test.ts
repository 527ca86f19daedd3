import { guardFaqEntries, type Adapter } from '@aftercart/contract';
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

  for (const timeout of ['soon', '-5', '0', '3000000000']) {
    it(`says one line about a time-out of ${timeout}, and does without`, async () => {
      const name = `late${timeout}`;
      let asked = false;
      ShopElement.adapters = { ...ShopElement.adapters, slow: () => ({ id: 'slow', faq: { entries: async () => ((asked = true), { items: [] }) } }) };
      await put(`<${TAG} name="${name}" adapter="slow" timeout="${timeout}"></${TAG}>`);
      const shop = await declared(name);
      await waitUntil(() => told.length, 'nobody was told');
      expect(told[0]).to.contain(`timeout="${timeout}"`).and.to.contain('BAD_ATTRIBUTE');
      await shop.read('faq.entries', {}, guardFaqEntries);
      expect(asked).to.equal(true);
    });
  }

  it('takes no more from the page than what it is asked for', async () => {
    await put(`<${TAG} name="more" adapter="test" now="2026-11-22" on-report="x"><script type="application/json">{"now":1,"getToken":2,"freshFor":"x"}</script></${TAG}>`);
    const shop = await declared('more');
    expect(shop.now()).to.be.a('number');
    expect(await shop.token()).to.equal(null);
    expect(made[0] ?? (await shop.adapter().then(() => made[0]))).to.include({ now: '2026-11-22' });
  });

  for (const [what, markup] of [
    ['empty', `<${TAG} name="" adapter="test"></${TAG}>`],
    ['no text', `<${TAG} adapter="test"><script type="application/json">{"name":null}</script></${TAG}>`],
  ] as const) {
    it(`is the default shop where its name is ${what}`, async () => {
      const element = await put(markup);
      await declared('default');
      expect(element.shop!.name).to.equal('default');
    });
  }

  it('is the same shop whatever changes that says nothing of which it is', async () => {
    const element = await put(`<${TAG} name="same" adapter="test" session="ann"></${TAG}>`);
    const shop = await declared('same');
    element.setAttribute('consent', 'drafts');
    element.setAttribute('session', 'bob');
    element.className = 'theirs';
    element.setAttribute('adapter', 'test');
    const elsewhere = document.createElement('div');
    element.parentElement!.append(elsewhere);
    elsewhere.append(element);
    await Promise.resolve();
    await Promise.resolve();
    expect(element.shop).to.equal(shop);
    expect(shop.$session.value).to.equal(1);
    expect(shop.sessionSignal().aborted).to.equal(false);
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
