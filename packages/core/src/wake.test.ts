import { expect } from '@open-wc/testing';
import { pointsStores } from './services/points.ts';
import { createShop, type Shop } from './shop.ts';
import { onWake } from './wake.ts';

/** Until something listens to an event of the document, which a shop does as soon as the code for it is there. */
const listens = (type: string) =>
  new Promise<void>((resolve) => {
    document.addEventListener = function (this: Document, ...args: [string, EventListener]) {
      EventTarget.prototype.addEventListener.apply(this, args);
      if (args[0] !== type) return;
      Reflect.deleteProperty(document, 'addEventListener');
      resolve();
    };
  });

const shown = (persisted: boolean) => new PageTransitionEvent('pageshow', { persisted });

describe('onWake', () => {
  const woken: boolean[] = [];
  let stop = () => {};
  beforeEach(() => {
    woken.length = 0;
    stop = onWake((force) => woken.push(force));
  });
  afterEach(() => stop());

  it('wakes when the shopper comes back to the window or the tab', () => {
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woken).to.deep.equal([false, false]);
  });

  it('does not wake when the tab is hidden', () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    expect(woken).to.deep.equal([]);
  });

  it('wakes by force when the page comes out of the back/forward cache, and not when it is loaded', () => {
    dispatchEvent(shown(false));
    expect(woken).to.deep.equal([]);
    dispatchEvent(shown(true));
    expect(woken).to.deep.equal([true]);
  });

  it('wakes by force when the device is on line again', () => {
    dispatchEvent(new Event('online'));
    expect(woken).to.deep.equal([true]);
  });

  it('takes all listeners away', () => {
    stop();
    dispatchEvent(new Event('focus'));
    dispatchEvent(new Event('online'));
    dispatchEvent(shown(true));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woken).to.deep.equal([]);
  });
});

describe('a shop on a page that wakes', () => {
  let time = 0;
  let calls = 0;
  let shop: Shop;
  let stop = () => {};
  beforeEach(async () => {
    time = calls = 0;
    const account = async () => {
      calls++;
      return null;
    };
    const listening = listens('visibilitychange');
    shop = createShop({ adapter: { id: 'x', points: { account, program: async () => null } }, now: () => time, freshFor: 1_000 });
    stop = pointsStores(shop).$account.listen(() => {});
    await ready();
    await listening;
  });
  afterEach(() => {
    stop();
    shop.destroy();
  });
  const ready = () =>
    new Promise<void>((resolve) => {
      const leave = pointsStores(shop).$account.subscribe(({ status }) => {
        if (status === 'ready') queueMicrotask(() => (leave(), resolve()));
      });
    });

  it('asks again on focus only when the answer has aged', async () => {
    dispatchEvent(new Event('focus'));
    expect(pointsStores(shop).$account.value.status).to.equal('ready');
    time = 1_001;
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(pointsStores(shop).$account.value.status).to.equal('refreshing');
    await ready();
    expect(calls).to.equal(2);
  });

  it('asks again on reconnect and out of the back/forward cache, however fresh', async () => {
    dispatchEvent(new Event('online'));
    await ready();
    dispatchEvent(shown(true));
    await ready();
    expect(calls).to.equal(3);
  });

  it('asks for nothing once it is destroyed', () => {
    stop();
    shop.destroy();
    time = 5_000;
    dispatchEvent(shown(true));
    expect(calls).to.equal(1);
  });
});
