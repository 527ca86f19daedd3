/** The tests that every element passes: its states, hostile adapters, life in the page, languages. */
import { AdapterError, type Adapter } from '@aftercart/contract';
import { removeShop } from '@aftercart/core';
import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import type { AftercartElement } from '../base/aftercart-element.ts';
import { appears, inState, mount, shopOf, type Mounted } from './mount.ts';
import { aTimeout, expect, nextFrame, waitUntil } from './testing.ts';

export interface Subject {
  tag: string;
  /** An adapter with which the element becomes `ready`. */
  working: Adapter;
  /** The methods that the element can’t be ready without, as `service.method`. The first one decides. */
  needs: string[];
  /** An adapter with which it becomes `empty`, if it can. */
  empty?: Adapter;
  /** Whether `UNAUTHENTICATED` shows an invitation instead of the slot. */
  attributes?: string;
  /** Selector inside the shadow root that is only there when the element is ready. */
  ready: string;
}

type AnyElement = AftercartElement<any, any>;
type Answer = (input: unknown, context: { signal: AbortSignal }) => unknown;

/** The same adapter, with other answers to what the element needs. */
function answering({ working, needs }: Subject, answer: Answer): Adapter {
  const changed: Record<string, Record<string, unknown>> = {};
  for (const [service, methods] of Object.entries(working)) changed[service] = typeof methods === 'object' ? { ...methods } : methods;
  for (const need of needs) {
    const [service, method] = need.split('.') as [string, string];
    changed[service]![method] = answer;
  }
  return changed as unknown as Adapter;
}

const never = () => new Promise(() => {});
const axe = (element: Element) => expect(element).to.be.accessible({ ignoredRules: [] });

export function describeCommon(subject: Subject): void {
  const { tag, working, attributes = '' } = subject;
  const open = (adapter: unknown, options: Parameters<typeof mount>[2] = {}): Promise<Mounted<AnyElement>> =>
    mount<AnyElement>(tag, adapter, { attributes, ...options });

  describe('states', () => {
    it('is loading while the backend thinks, with room kept and no words of its own shown', async () => {
      const { element } = await open(answering(subject, never));
      expect(element.matches(':state(loading)')).to.equal(true);
      expect(element.getBoundingClientRect().height).to.be.at.least(20);
      await axe(element);
    });

    it('is ready with data', async () => {
      const { element, $, reports } = await open(working);
      await inState(element, 'ready');
      expect($(subject.ready)).to.exist;
      expect(reports).to.deep.equal([]);
      await axe(element);
    });

    it('is in error in words, with a way to try again that works', async () => {
      let broken = true;
      const { element, $ } = await open(
        answering(subject, async () => {
          if (broken) throw new AdapterError('FORBIDDEN', 'no');
          return new Promise(() => {});
        }),
      );
      await inState(element, 'error');
      await axe(element);
      broken = false;
      $('[part~=retry]').click();
      await inState(element, 'loading');
    });

    it('says so when the device is off line', async () => {
      const { element, text } = await open(answering(subject, async () => Promise.reject(new AdapterError('OFFLINE'))));
      await inState(element, 'error');
      expect(text()).to.contain('offline');
    });

    it('is unsupported where the shop has no such service, and shows its slotted content', async () => {
      const { element, reports } = await open({ id: 'nothing' });
      await inState(element, 'unsupported');
      expect(element.renderRoot.querySelector('slot')).to.exist;
      expect(reports).to.deep.equal([]);
    });

    it('is a guest where nobody is signed in', async () => {
      const { element } = await open(answering(subject, async () => Promise.reject(new AdapterError('UNAUTHENTICATED'))));
      await inState(element, 'guest');
      await axe(element);
    });

    it('keeps the last good data when it can’t be renewed, and says how old it is', async () => {
      let broken = false;
      const adapter = answering(subject, never) as unknown as Record<string, Record<string, Answer>>;
      for (const need of subject.needs) {
        const [service, method] = need.split('.') as [string, string];
        const answer = (working as unknown as Record<string, Record<string, Answer>>)[service]![method]!;
        adapter[service]![method] = async (input, context) => {
          if (broken) throw new AdapterError('FORBIDDEN', 'no');
          return answer(input, context);
        };
      }
      const { element, shop, $ } = await open(adapter);
      await inState(element, 'ready');
      const { height } = element.getBoundingClientRect();
      broken = true;
      shop.revalidate();
      await inState(element, 'stale');
      await appears(element, '[part~=stale]');
      expect($(subject.ready)).to.exist;
      expect(element.getBoundingClientRect().height).to.equal(height);
      await axe(element);
    });

    if (subject.empty) {
      it('is empty where there is nothing', async () => {
        const { element } = await open(subject.empty);
        await inState(element, 'empty');
        await axe(element);
      });
    }

    it('tells of each change of state', async () => {
      const states: string[] = [];
      const listen = (event: Event) => states.push((event as Event & { state: string }).state);
      addEventListener('aftercart-state', listen);
      const { element } = await open(working);
      await inState(element, 'ready');
      removeEventListener('aftercart-state', listen);
      expect(states).to.include.members(['ready']);
      expect(new Set(states).size).to.equal(states.length);
    });
  });

  describe('an adapter that lies', () => {
    const lies: [string, Answer][] = [
      ['throws', () => { throw new Error('boom'); }],
      ['rejects with a string', () => Promise.reject('boom')],
      ['rejects with nothing', () => Promise.reject(undefined)],
      ['answers nothing', () => undefined],
      ['answers text', async () => '<h1>502 Bad Gateway</h1>'],
      ['answers a number', async () => 7],
      ['answers a list of 10,000', async () => Array(10_000).fill({ id: 'x' })],
      ['answers 10,000 items', async () => ({ items: Array(10_000).fill({ id: 'x' }) })],
    ];
    for (const [what, answer] of lies) {
      it(`${what}: the page is unharmed and the developer is told once a method`, async () => {
        const { element, reports } = await open(answering(subject, answer));
        await waitUntil(() => !element.matches(':state(loading)'), `stuck in loading: ${what}`, { timeout: 5_000 });
        await element.updateComplete;
        const told = reports.map(({ where, code }) => `${where} ${code}`);
        expect(told.length).to.be.at.least(1);
        expect(new Set(told).size).to.equal(told.length);
      });
    }
  });

  describe('life in the page', () => {
    it('is taken away and put back 500 times without growth', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      const parent = element.parentElement!;
      const open_ = { listeners: 0, observers: 0 };
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
        if (this === window || this === document) open_.listeners++;
        return add.apply(this, args);
      };
      EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof remove>) {
        if (this === window || this === document) open_.listeners--;
        return remove.apply(this, args);
      };
      const nodes = () => element.renderRoot.querySelectorAll('*').length;
      const before = nodes();
      try {
        for (let i = 0; i < 500; i++) {
          element.remove();
          parent.append(element);
        }
      } finally {
        EventTarget.prototype.addEventListener = add;
        EventTarget.prototype.removeEventListener = remove;
      }
      await inState(element, 'ready');
      expect(open_.listeners).to.equal(0);
      expect(nodes()).to.equal(before);
      const $session = shop.$session as unknown as { lc: number };
      expect($session.lc).to.be.at.most(1);
    });

    it('keeps its data when it is moved, without asking again', async () => {
      let asked = 0;
      const adapter = answering(subject, never) as unknown as Record<string, Record<string, Answer>>;
      for (const need of subject.needs) {
        const [service, method] = need.split('.') as [string, string];
        const answer = (working as unknown as Record<string, Record<string, Answer>>)[service]![method]!;
        adapter[service]![method] = (input, context) => {
          asked++;
          return answer(input, context);
        };
      }
      const { element, $ } = await open(adapter);
      await inState(element, 'ready');
      const before = asked;
      const elsewhere = document.createElement('section');
      element.parentElement!.append(elsewhere);
      elsewhere.append(element);
      await nextFrame();
      expect(element.matches(':state(ready)')).to.equal(true);
      expect($(subject.ready)).to.exist;
      expect(asked).to.equal(before);
    });

    it('waits for a shop that comes later', async () => {
      const { element } = await open(working, { attributes: `${attributes} shop="later-${tag}"` });
      element.setAttribute('shop', `later-${tag}`);
      await nextFrame();
      expect(element.matches(':state(loading)')).to.equal(true);
      shopOf(working, { name: `later-${tag}` });
      await inState(element, 'ready');
    });

    it('steps aside and tells the developer when there is no such shop', async () => {
      const { element, reports } = await open(working);
      await inState(element, 'ready');
      const told: unknown[][] = [];
      const { error } = console;
      console.error = (...args: unknown[]) => void told.push(args);
      try {
        element.setAttribute('shop', 'nowhere');
        await inState(element, 'unsupported');
        await waitUntil(() => told.length || reports.length, 'nobody was told', { timeout: 3_000 });
      } finally {
        console.error = error;
      }
      expect(element.renderRoot.querySelector('slot')).to.exist;
    });

    it('steps aside when its shop goes, and comes back with the next', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      removeShop(shop);
      await inState(element, 'unsupported');
      shopOf(working, { name: shop.name });
      await inState(element, 'ready');
    });

    it('draws two shops side by side', async () => {
      const first = await open(working);
      const second = await open(answering(subject, never));
      await inState(first.element, 'ready');
      expect(second.element.matches(':state(loading)')).to.equal(true);
    });

    it('forgets the old shopper at once', async () => {
      const { element, shop } = await open(working);
      await inState(element, 'ready');
      shop.signOut();
      await element.updateComplete;
      expect(element.matches(':state(ready)')).to.equal(false);
      await inState(element, 'ready');
    });
  });

  describe('languages', () => {
    for (const lang of ['el', 'ru', 'zh', 'es', 'de', 'fr', 'ar']) {
      it(`speaks ${lang} and fits a phone of 320 pixels`, async () => {
        await setViewport({ width: 320, height: 640 });
        try {
          const { element, $ } = await open(working, { lang });
          await inState(element, 'ready');
          const base = $('.base');
          expect(base.lang).to.equal(lang);
          expect(base.dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
          expect(element.getBoundingClientRect().width).to.be.at.most(320);
          expect(base.scrollWidth).to.be.at.most(Math.ceil(base.getBoundingClientRect().width) + 1);
          await axe(element);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });
    }

    it('follows a change of lang', async () => {
      const { element, $ } = await open(working);
      await inState(element, 'ready');
      element.parentElement!.lang = 'de';
      await waitUntil(() => $('.base').lang === 'de', 'still English', { timeout: 5_000 });
    });

    it('reads a malformed lang as English', async () => {
      const { element, $ } = await open(working, { lang: 'klingon!!' });
      await inState(element, 'ready');
      expect($('.base').lang).to.equal('en');
    });
  });

  describe('layout', () => {
    for (const width of [390, 1280]) {
      it(`keeps its buttons in place under the pointer, at ${width} pixels`, async () => {
        await setViewport({ width, height: 900 });
        try {
          const { element, $$ } = await open(working);
          await inState(element, 'ready');
          for (const button of $$('button, .button, label').slice(0, 12)) {
            button.scrollIntoView({ block: 'nearest' });
            const box = () => JSON.stringify(button.getBoundingClientRect());
            const before = box();
            const { left, top, width: across, height } = button.getBoundingClientRect();
            if (!across) continue;
            await sendMouse({ type: 'move', position: [Math.round(left + across / 2), Math.round(top + height / 2)] });
            await nextFrame();
            expect(box(), button.outerHTML).to.equal(before);
          }
        } finally {
          await resetMouse();
          await setViewport({ width: 800, height: 600 });
        }
      });
    }

    for (const width of [390, 1280]) {
      it(`moves nothing when slow data comes, at ${width} pixels`, async () => {
        await setViewport({ width, height: 900 });
        try {
          let answer!: () => void;
          const gate = new Promise<void>((resolve) => (answer = resolve));
          const adapter = answering(subject, never) as unknown as Record<string, Record<string, Answer>>;
          for (const [service, methods] of Object.entries(working)) {
            if (typeof methods !== 'object') continue;
            for (const [method, original] of Object.entries(methods as Record<string, Answer>)) {
              adapter[service]![method] = async (input, context) => {
                await gate;
                return original(input, context);
              };
            }
          }
          const { element } = await open(adapter);
          const below = document.createElement('p');
          below.textContent = 'What follows in the page';
          element.parentElement!.append(below);
          await aTimeout(50);
          await nextFrame();
          const { top } = below.getBoundingClientRect();
          answer();
          await inState(element, 'ready');
          await nextFrame();
          expect(below.getBoundingClientRect().top).to.equal(top);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });
    }
  });
}
