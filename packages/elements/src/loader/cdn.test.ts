/** The files of `dist/cdn` as a shop includes them: script tags in pages of their own, over the embedded adapter. */
import { expect, waitUntil } from '../test/testing.ts';

const CDN = new URL('../../dist/cdn/', import.meta.url).href;
const SHOP = '<aftercart-shop adapter="memory" latency="0"></aftercart-shop>';
const TAGS = ['points-badge', 'referral-panel', 'review-prompt', 'returns-banner', 'faq-search', 'tracking-timeline'];
const script = (file: string, attributes = '') => `<script type="module" src="${CDN}${file}" ${attributes}></script>`;
const tag = (name: string, attributes = '', words = 'Slotted words') => `<aftercart-${name} ${attributes}>${words}</aftercart-${name}>`;

interface Page {
  frame: HTMLIFrameElement;
  window: Window & typeof globalThis;
  document: Document;
  /** What went wrong in the page: uncaught errors and unhandled rejections. */
  uncaught: string[];
  /** Lines in the console, warnings and errors. */
  lines: string[];
  element<T extends Element = HTMLElement>(name: string): T;
}

const frames: HTMLIFrameElement[] = [];

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** Opens a page with this markup; `early` runs before anything of it. */
async function page(body: string, { head = '', sandbox = '', early = '' } = {}): Promise<Page> {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.style.cssText = 'inline-size: 800px; block-size: 600px';
  frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${head}
    <script>
      window.uncaught = []; window.lines = [];
      addEventListener('error', (e) => uncaught.push(String(e.message)));
      addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));
      for (const level of ['warn', 'error']) console[level] = (...args) => lines.push(args.map(String).join(' '));
      ${early}
    </script></head><body>${body}</body></html>`;
  document.body.append(frame);
  frames.push(frame);
  await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  const window = frame.contentWindow as Page['window'] & { uncaught: string[]; lines: string[] };
  return {
    frame,
    window,
    document: frame.contentDocument!,
    uncaught: window?.uncaught ?? [],
    lines: window?.lines ?? [],
    element: (name) => frame.contentDocument!.querySelector(`aftercart-${name}`)!,
  };
}

const inState = (element: Element, state: string) =>
  waitUntil(() => element.matches(`:state(${state})`), `<${element.localName}> never became ${state}`, { timeout: 8_000 });

describe('the files for script tags', function () {
  this.timeout(20_000);

  for (const name of TAGS) {
    it(`aftercart.js loads <aftercart-${name}> when its tag is there`, async () => {
      const shop = await page(script('aftercart.js') + SHOP + tag(name));
      await inState(shop.element(name), 'ready');
      expect(shop.uncaught).to.deep.equal([]);
      expect(shop.lines).to.deep.equal([]);
    });

    it(`${name}.js is that element in one file`, async () => {
      const shop = await page(SHOP + tag(name) + script(`${name}.js`));
      await inState(shop.element(name), 'ready');
      const scripts = shop.window.performance.getEntriesByType('resource').filter(({ name: url }) => url.endsWith('.js') && !/adapter|memory|locale|\/en-|synonym|english/.test(url));
      expect(scripts.map(({ name: url }) => url.replace(CDN, '')).filter((file) => !file.startsWith('chunks/'))).to.deep.equal([`${name}.js`]);
      expect(shop.uncaught).to.deep.equal([]);
    });
  }

  for (const [name, part] of Object.entries({
    'points-badge': 'points-panel', 'referral-panel': 'referral-details', 'review-prompt': 'review-panel', 'returns-banner': 'returns-details',
    'tracking-timeline': 'tracking-details',
  })) {
    it(`<aftercart-${name}> asks for what a click opens when the pointer comes, not before`, async () => {
      const shop = await page(script('aftercart.js') + SHOP + tag(name));
      const isThere = () => shop.window.performance.getEntriesByType('resource').some(({ name: url }) => url.includes(`.${part}.js`));
      await inState(shop.element(name), 'ready');
      expect(isThere()).to.equal(false);
      await waitUntil(() => {
        shop.element(name).dispatchEvent(new PointerEvent('pointerenter'));
        return isThere();
      }, `${part} was never asked for`);
      expect(shop.lines).to.deep.equal([]);
    });
  }

  it('aftercart.all.js is all six', async () => {
    const shop = await page(script('aftercart.all.js') + SHOP + TAGS.map((name) => tag(name)).join(''));
    for (const name of TAGS) await inState(shop.element(name), 'ready');
    expect(shop.uncaught).to.deep.equal([]);
  });

  it('works included twice, from two files, before and after the tags', async () => {
    const shop = await page(script('aftercart.js') + script('aftercart.all.js') + SHOP + tag('points-badge') + script('aftercart.js?again') + script('points-badge.js'));
    await inState(shop.element('points-badge'), 'ready');
    expect(shop.uncaught).to.deep.equal([]);
    expect(shop.lines).to.deep.equal([]);
  });

  it('takes what was set before the code came', async () => {
    const shop = await page(`${tag('points-badge')}<aftercart-shop></aftercart-shop><script>
      Object.assign(document.querySelector('aftercart-points-badge'), { mode: 'estimate', price: 4990, currency: 'EUR' });
      document.querySelector('aftercart-shop').options = { adapter: { id: 'mine', points: {
        account: async () => null, program: async () => null, estimate: async ({ lines }) => ({ points: lines[0].price.amount }) } } };
    </script>${script('aftercart.js')}`);
    const element = shop.element<HTMLElement & { renderRoot: ShadowRoot }>('points-badge');
    await inState(element, 'ready');
    expect(element.renderRoot.textContent).to.contain('Earn 4,990 points');
  });

  it('finds tags that come later, and in shadow roots that it is told of', async () => {
    const shop = await page(`${SHOP}<div></div><script type="module">import * as aftercart from '${CDN}aftercart.js'; window.aftercart = aftercart;</script>`);
    await waitUntil(() => 'aftercart' in shop.window, 'no loader');
    const { observe } = (shop.window as unknown as { aftercart: { observe(root: ShadowRoot): void } }).aftercart;
    const root = shop.document.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = tag('returns-banner');
    observe(root);
    shop.document.body.insertAdjacentHTML('beforeend', tag('points-badge'));
    await inState(shop.element('points-badge'), 'ready');
    await inState(root.querySelector('aftercart-returns-banner')!, 'ready');
  });

  it('waits for the viewport with load="visible"', async () => {
    const shop = await page(`${script('aftercart.js')}${SHOP}${tag('points-badge')}<div style="block-size: 4000px"></div>`);
    await inState(shop.element('points-badge'), 'ready');
    // Once the page is laid out: before that, everything is at its top.
    shop.document.body.insertAdjacentHTML('beforeend', tag('faq-search', 'load="visible"'));
    const element = shop.element('faq-search');
    for (let frames = 0; frames < 3; frames++) await new Promise((next) => shop.window.requestAnimationFrame(next));
    expect(element.matches(':defined')).to.equal(false);
    element.scrollIntoView();
    await inState(element, 'ready');
  });

  it('defines a shop from code', async () => {
    const shop = await page(`${tag('faq-search')}<script type="module">
      import { defineShop } from '${CDN}aftercart.js';
      await defineShop({ adapter: { id: 'mine', faq: { entries: async () => ({ items: [{ id: 'a', question: 'Why?', answer: 'Because.', format: 'text' }] }) } } });
    </script>`);
    await inState(shop.element('faq-search'), 'ready');
  });

  it('shows the slotted words without JavaScript', async () => {
    const { frame } = await page(script('aftercart.js') + SHOP + tag('points-badge'), { sandbox: 'allow-same-origin' });
    const element = frame.contentDocument!.querySelector<HTMLElement>('aftercart-points-badge')!;
    expect(element.innerText).to.equal('Slotted words');
    expect(element.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  for (const width of [320, 390, 700, 1100]) {
    it(`aftercart.css keeps the room that the elements take, at ${width} pixels`, async () => {
      const tags = [...TAGS.map((name) => tag(name)), tag('returns-banner', 'order="NP-10218" country="GR"')].join('');
      const shop = await page(`${tags}<div></div>`, { head: `<link rel="stylesheet" href="${CDN}aftercart.css"><style>body { margin: 0 }</style>` });
      shop.frame.style.inlineSize = `${width}px`;
      const elements = [...shop.document.querySelectorAll<HTMLElement>(':not(:defined)')];
      const heights = () => elements.map((element) => `${element.localName} ${Math.round(element.getBoundingClientRect().height)}`);
      const before = heights();
      shop.document.querySelector('div')!.innerHTML = SHOP;
      const all = shop.document.createElement('script');
      Object.assign(all, { type: 'module', src: `${CDN}aftercart.all.js` });
      shop.document.head.append(all);
      for (const element of elements) await inState(element, 'ready');
      expect(heights()).to.deep.equal(before);
    });
  }

  it('makes no request that the shop did not configure', async () => {
    const shop = await page(script('aftercart.js') + SHOP + TAGS.map((name) => tag(name)).join(''));
    for (const name of TAGS) await inState(shop.element(name), 'ready');
    const urls = shop.window.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(urls.filter((url) => !url.startsWith(CDN) && !url.startsWith('data:'))).to.deep.equal([]);
  });

  it('lives under a strict Content Security Policy with Trusted Types', async () => {
    const origin = new URL(CDN).origin;
    const shop = await page(script('aftercart.js') + SHOP + TAGS.map((name) => tag(name)).join(''), {
      head: `<script>window.blocked = []; document.addEventListener('securitypolicyviolation', (e) => blocked.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));</script>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin} 'unsafe-inline'; connect-src ${origin}; img-src ${origin} data:; style-src 'none'; trusted-types aftercart; require-trusted-types-for 'script'">`,
    });
    for (const name of TAGS) await inState(shop.element(name), 'ready');
    expect((shop.window as unknown as { blocked: string[] }).blocked).to.deep.equal([]);
    expect(shop.uncaught).to.deep.equal([]);
  });

  it('lives with a page that has changed the built-ins, as Prototype and MooTools do', async () => {
    const shop = await page(script('aftercart.js') + SHOP + TAGS.map((name) => tag(name)).join(''), {
      early: `
        Array.from = (iterable) => [{}];
        Array.prototype.entries = function () { return this.slice(); };
        var scheduler = { config: {} };
        Array.prototype.each = function () {}; Array.prototype.include = function () {};
        Object.prototype.constructorName = undefined; delete Object.prototype.constructorName;
        Function.prototype.bind = function (self) { const f = this; return function () { return f.apply(self, []); }; };
        Element.prototype.hide = function () {}; String.prototype.strip = function () { return this; };`,
    });
    for (const name of TAGS) await inState(shop.element(name), 'ready');
    expect(shop.uncaught).to.deep.equal([]);
  });

  it('lives in a browser of two years ago', async () => {
    const shop = await page(script('aftercart.js') + SHOP + TAGS.map((name) => tag(name)).join(''), {
      // No custom states of today’s form (Chrome before 125), nor what else came later.
      early: `
        CustomStateSet.prototype.add = () => { throw new DOMException('not of the form --name', 'SyntaxError'); };
        delete URL.parse; delete window.scheduler; delete Promise.try;`,
    });
    const isDrawn = (name: string) => shop.element<HTMLElement & { renderRoot: ShadowRoot }>(name).renderRoot?.querySelector('.base[aria-busy=false]');
    for (const name of TAGS) await waitUntil(() => isDrawn(name), `<aftercart-${name}> was not drawn`, { timeout: 8_000 });
    expect(shop.uncaught).to.deep.equal([]);
    expect(shop.lines).to.deep.equal([]);
  });

  it('steps aside, and leaves the page alone, where a library has taken the place of Event', async () => {
    const shop = await page(script('aftercart.all.js') + SHOP + TAGS.map((name) => tag(name)).join(''), {
      // As MooTools 1.3 does.
      early: `window.Event = function (event) { if (event.$extended) return event; event.type.indexOf('key'); };`,
    });
    for (const name of TAGS) {
      await waitUntil(() => shop.element<HTMLElement & { renderRoot: ShadowRoot }>(name).renderRoot?.querySelector('slot'), `<aftercart-${name}> has no slot`);
    }
    await waitUntil(() => shop.lines.length === TAGS.length, `${shop.lines.length} lines`);
    expect(shop.uncaught).to.deep.equal([]);
  });

  it('says once that there is no shop, however many elements look for it', async () => {
    const shop = await page(script('aftercart.all.js') + TAGS.map((name) => tag(name, 'shop="eu"').repeat(3)).join(''));
    for (const name of TAGS) await inState(shop.element(name), 'unsupported');
    await waitUntil(() => shop.lines.length, 'no line');
    expect(shop.lines).to.have.length(1);
    expect(shop.lines[0]).to.contain('no shop “eu” is on this page');
  });

  it('keeps its box and its size against the CSS of a hostile theme', async () => {
    const shop = await page(script('aftercart.js') + SHOP + TAGS.map((name) => tag(name)).join(''), {
      head: `<style>* { all: unset } html { font-size: 10px } body { font: 9px/40px fantasy; letter-spacing: 4px; text-transform: uppercase; text-align: center } div:empty, section:empty, p:empty { display: none !important } button { display: none !important }</style>`,
    });
    for (const name of TAGS) {
      const element = shop.element(name) as HTMLElement & { renderRoot: ShadowRoot };
      await inState(element, 'ready');
      expect(element.getBoundingClientRect().height, name).to.be.greaterThan(20);
      const base = element.renderRoot.querySelector('.base')!;
      const style = shop.window.getComputedStyle(base);
      expect([style.fontSize, style.letterSpacing, style.textTransform], name).to.deep.equal(['16px', 'normal', 'none']);
    }
  });

  describe('says one line and shows the slotted words', () => {
    const cases: [string, string, RegExp][] = [
      ['an adapter that is not known', '<aftercart-shop adapter="nope"></aftercart-shop>', /adapter="nope".*memory, static/],
      ['a scenario that is not known', '<aftercart-shop adapter="memory" scenario="nope"></aftercart-shop>', /nope/],
      ['an address that is none', '<aftercart-shop adapter="static" src="http://["></aftercart-shop>', /http:\/\/\[/],
      ['an adapter without its address', '<aftercart-shop adapter="static"></aftercart-shop>', /src/],
    ];
    for (const [what, markup, line] of cases) {
      it(what, async () => {
        const shop = await page(script('aftercart.js') + markup + TAGS.map((name) => tag(name)).join(''));
        for (const name of TAGS) {
          const element = shop.element(name) as HTMLElement & { renderRoot: ShadowRoot };
          await inState(element, 'unsupported');
          expect(element.renderRoot.querySelector('slot'), name).to.exist;
        }
        await waitUntil(() => shop.lines.length, 'no line');
        expect(shop.lines).to.have.length(1);
        expect(shop.lines[0]).to.match(line);
        expect(shop.uncaught).to.deep.equal([]);
      });
    }
  });

  it('is refused whole when its integrity does not match, and the page is unharmed', async () => {
    const shop = await page(script('points-badge.js', 'integrity="sha384-AAAA" crossorigin') + SHOP + tag('points-badge'));
    expect(shop.element('points-badge').matches(':defined')).to.equal(false);
    expect(shop.element('points-badge').innerText).to.equal('Slotted words');
  });
});
