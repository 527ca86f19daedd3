import { AdapterError, type Adapter, type Shipment, type ShipmentsInput, type TrackingEvent } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { appears, inState, mount, shopOf, type MountOptions } from '../test/mount.ts';
import { onScreen } from '../test/screen.ts';
import { expect, nextFrame, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { TrackingTimelineElement } from './tracking-timeline.ts';
import type { LookupEvent, ShipmentChangeEvent, ShipmentSelectEvent } from './tracking-timeline.events.ts';

const TAG = 'aftercart-tracking-timeline';
const NOW = Date.now();
const day = (days: number) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
const words = (value: string) => new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(value));

const event = (id: string, value: string, over: Partial<TrackingEvent> & { precision?: 'second' | 'minute' | 'hour' | 'day'; offset?: string | null } = {}): TrackingEvent => {
  const { precision = 'minute', offset = null, ...rest } = over;
  return { id, status: 'in_transit', time: { value, precision, offset }, description: `Event ${id}`, ...rest };
};

const parcel = (over: Partial<Shipment> = {}): Shipment => ({
  id: 'dhl:1',
  orderNumber: 'NP-1',
  carrier: 'DHL',
  trackingNumber: 'JD01',
  trackingUrl: 'https://track.example/JD01',
  status: 'in_transit',
  delayed: false,
  estimate: { earliest: day(2), latest: day(3) },
  events: [event('a', `${day(-1)}T09:30`), event('b', day(-2), { precision: 'day', status: 'info_received' })],
  items: [{ name: 'Tent', quantity: 2 }],
  destination: { city: 'Athens', country: 'GR' },
  asOf: new Date(NOW - 300_000).toISOString(),
  ...over,
});

const answering = (...items: Shipment[]): Adapter => ({ id: 'test', tracking: { shipments: async () => ({ items }) } });
const open = async (adapter: Adapter, options: MountOptions = {}) => {
  const mounted = await mount<TrackingTimelineElement>(TAG, adapter, options);
  await inState(mounted.element, 'ready');
  // Comes with everything that follows the first view.
  await appears(mounted.element, '[part=age]');
  return mounted;
};
const openDetails = async (...items: Shipment[]) => {
  const mounted = await open(answering(...items));
  mounted.$('[part=toggle]').click();
  await appears(mounted.element, '[part=details]');
  return mounted;
};
const checkpoints = ($$: (selector: string) => HTMLElement[]) => $$('[part=checkpoint] .text').map(({ textContent }) => textContent);

/** An adapter that tells a guest who proves order NP-1. */
const proving = (over: Partial<Record<string, () => unknown>> = {}) => {
  const asked: ShipmentsInput[] = [];
  const shipments = async (input: ShipmentsInput) => {
    if (!input.proof) throw new AdapterError('UNAUTHENTICATED');
    asked.push(input);
    const answer = over[input.orderNumber!];
    if (answer) return answer() as never;
    return input.orderNumber === 'NP-1' && (input.proof.email === 'a@b.gr' || input.proof.postcode === '106 78') ? { items: [parcel()] } : null;
  };
  return { asked, adapter: { id: 'test', tracking: { shipments } } as Adapter };
};
const guest = async (adapter: Adapter, options: MountOptions = {}) => {
  const mounted = await mount<TrackingTimelineElement>(TAG, adapter, options);
  await appears(mounted.element, '[part=lookup]');
  const fill = (order: string, proof: string) => {
    for (const [selector, value] of [['#order-number', order], ['#proof', proof]] as const) {
      const input = mounted.$<HTMLInputElement>(selector);
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
    mounted.$('[part=submit]').click();
  };
  const message = () => mounted.$('[part=message]').textContent.trim();
  return { ...mounted, fill, message };
};

describe(TAG, () => {
  describeCommon({
    tag: TAG,
    working: answering(parcel({ delayed: true, firstEstimate: { earliest: day(1), latest: day(1) } }), parcel({ id: 'dhl:2', status: 'delivered' })),
    needs: ['tracking.shipments'],
    empty: answering(),
    ready: '[part=status]',
  });

  describe('at a glance', () => {
    it('says stage, estimate, carrier and age in words', async () => {
      const { text, $ } = await open(answering(parcel()));
      await waitUntil(() => text().includes('Checked'));
      expect(text()).to.contain('On its way').and.to.contain('Expected').and.to.contain('Order NP-1').and.to.contain('Checked 5 minutes ago');
      expect($<HTMLAnchorElement>('[part=carrier]').href).to.equal('https://track.example/JD01');
      expect(text()).not.to.contain('First estimate');
    });

    it('says what was promised first when that has changed, and flags the delay', async () => {
      const { text, $ } = await open(answering(parcel({ delayed: true, firstEstimate: { latest: day(1) } })));
      expect(text()).to.contain(`First estimate was ${words(day(1))}`);
      expect($('[part=delayed]').textContent).to.equal('Delayed');
    });

    it('expects nothing in the past, and says when it came once it is there', async () => {
      const late = await open(answering(parcel({ estimate: { latest: day(-3) } })));
      expect(late.text()).not.to.contain('Expected');
      expect(late.$('[part=estimate]').textContent).to.equal(words(day(-1)));
      const there = await open(answering(parcel({ status: 'delivered', delayed: true, events: [event('x', day(-4), { status: 'delivered', precision: 'day' })] })));
      expect(there.$('[part=estimate]').textContent).to.equal(words(day(-4)));
      expect(there.$$('[part=delayed]')).to.deep.equal([]);
    });

    it('marks the step that is reached, in text too', async () => {
      const steps: [Shipment['status'], string | undefined][] = [
        ['unknown', undefined], ['info_received', 'Being prepared'], ['in_transit', 'On its way'], ['out_for_delivery', 'Out for delivery'],
        ['ready_for_pickup', 'Ready for pick-up'], ['attempt_failed', 'Out for delivery'], ['delivered', 'Delivered'], ['returning', 'Out for delivery'],
        ['returned', 'Returned to us'], ['exception', 'On its way'], ['cancelled', undefined], ['expired', 'On its way'],
      ];
      const { element, $, $$, shop } = await open({ id: 'test', tracking: { shipments: async () => ({ items: [parcel({ status: steps[0]![0] })] }) } });
      for (const [, current] of [...steps]) {
        await waitUntil(() => $$('[aria-current=step]')[0]?.textContent === current, `${steps[0]![0]} is not at ${current}`);
        expect($$('[part=step]').length).to.equal(4);
        expect($('h2').textContent).not.to.match(/_/);
        steps.shift();
        if (steps.length) await (shop.revalidate(), element.updateComplete);
      }
    });

    for (const width of [320, 390]) {
      it(`keeps its height for every stage in every language, at ${width} pixels`, async () => {
        await onScreen(width);
        const statuses: Shipment['status'][] = ['unknown', 'info_received', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'attempt_failed', 'delivered', 'returning', 'returned', 'exception', 'cancelled', 'expired'];
        const kinds = ['fix_address', 'pick_up', 'pay_duties', 'reschedule', 'contact_carrier', 'contact_shop', 'other'] as const;
        const heights: Record<string, number> = {};
        for (const lang of ['en', 'de', 'fr', 'es', 'el', 'ru', 'zh', 'ar']) {
          for (const [i, status] of statuses.entries()) {
            const kind = kinds[i % 7]!;
            const { element } = await open(
              answering(parcel({ status, delayed: true, firstEstimate: { latest: day(1) }, actionRequired: { kind, until: day(1), code: '4711' } }), parcel({ id: '2' })),
              { lang },
            );
            await appears(element, '[part=action]');
            heights[`${lang} ${status}`] = element.getBoundingClientRect().height;
          }
        }
        const usual = heights['en in_transit']!;
        expect(Object.entries(heights).filter(([, height]) => height !== usual)).to.deep.equal([]);
      });
    }

    for (const width of [320, 390]) {
      it(`keeps its button and the first word of its age in place while the minutes go by, at ${width} pixels`, async () => {
        await onScreen(width);
        for (const lang of ['en', 'de', 'fr', 'es', 'el', 'ru', 'zh', 'ar']) {
          let now = NOW;
          const asOf = new Date(NOW).toISOString();
          // Plenty of parcels make the longest words on the button.
          const { element, $ } = await mount<TrackingTimelineElement>(TAG, answering(...Array.from({ length: 22 }, (_, i) => parcel({ id: `${i}`, asOf }))), { lang, shop: { now: () => now } });
          await inState(element, 'ready');
          await waitUntil(() => $('.base').lang === lang);
          await element.updateComplete;
          const first = JSON.stringify($('[part=toggle]').getBoundingClientRect());
          await appears(element, '[part=age]');
          const places = new Set<string>();
          for (const minutes of [0, 1, 34, 59, 11 * 60, 26 * 60]) {
            now = NOW + minutes * 60_000;
            element.requestUpdate();
            await element.updateComplete;
            const letter = document.createRange();
            const words = document.createTreeWalker($('[part=age]'), NodeFilter.SHOW_TEXT).nextNode()!;
            letter.setStart(words, 0);
            letter.setEnd(words, 1);
            const { top, left, right } = letter.getBoundingClientRect();
            places.add([JSON.stringify($('[part=toggle]').getBoundingClientRect()), element.getBoundingClientRect().height, top, lang === 'ar' ? right : left].join(' '));
          }
          expect([...places], lang).to.have.length(1);
          expect([...places][0], lang).to.contain(first);
        }
      });
    }

    it('puts what the shopper has to do in the carrier’s place, with the code', async () => {
      const { element, $, text } = await open(answering(parcel({ status: 'ready_for_pickup', actionRequired: { kind: 'pick_up', until: day(2), code: '4827' } })));
      expect((await appears(element, '[part=action]')).textContent).to.contain('Pick up your parcel').and.to.contain(`Until ${words(day(2))}`);
      expect($('[part=code]').textContent).to.equal('Code 4827');
      expect(text()).not.to.contain('JD01');
    });

    it('stays in shape with hostile words, and follows no link that is not one', async () => {
      const evil = `<img src=x onerror=alert(1)>${'W'.repeat(260)}`;
      const { element, $$, text } = await openDetails(
        parcel({
          carrier: evil, trackingNumber: evil, orderNumber: evil, trackingUrl: 'javascript:alert(1)', destination: { city: evil, country: 'XX' },
          actionRequired: { kind: 'other', url: 'javascript:alert(2)', description: evil, code: evil },
          items: [{ name: evil, quantity: 1, imageUrl: 'data:image/svg+xml,x' }, { name: 'Mug', quantity: 1, imageUrl: 'mailto:x@y.z' }],
          events: [event('e', '2026-02-31T10:00', { location: evil, description: evil, offset: '+08:00' })],
          estimate: { earliest: '2026-12-31', latest: '2026-02-31' },
        }),
        parcel({ id: '2', carrier: evil }),
      );
      expect($$('img')).to.deep.equal([]);
      expect($$<HTMLAnchorElement>('a[href]')).to.deep.equal([]);
      expect(text()).to.contain('<img src=x');
      expect(element.matches(':state(ready)')).to.equal(true);
      const base = $$('.base')[0]!;
      expect(base.scrollWidth).to.be.at.most(Math.ceil(base.getBoundingClientRect().width) + 1);
      await expect(element).to.be.accessible();
    });

    it('shows the slot in place of the sentence that there are no parcels', async () => {
      const { element, $ } = await mount<TrackingTimelineElement>(TAG, answering(), { slot: 'Go shopping' });
      await inState(element, 'empty');
      expect($<HTMLSlotElement>('slot').assignedNodes().map(({ textContent }) => textContent)).to.deep.equal(['Go shopping']);
      expect($('slot').textContent).to.contain('No parcel is on its way');
    });

    it('asks for one order where it is told to', async () => {
      const asked: ShipmentsInput[] = [];
      const { element } = await open({ id: 'test', tracking: { shipments: async (input) => (asked.push(input), { items: [parcel()] }) } }, { attributes: 'order="NP-1"' });
      element.order = 'NP-2';
      await waitUntil(() => asked.length === 2);
      expect(asked).to.deep.equal([{ orderNumber: 'NP-1' }, { orderNumber: 'NP-2' }]);
    });

    it('has an accessibility tree that says all of it', async function () {
      if (!/Chrome/.test(navigator.userAgent)) this.skip();
      const { text } = await open(answering(parcel({ delayed: true })));
      // The age comes a moment after the data.
      await waitUntil(() => text().includes('Checked'));
      const tree = JSON.stringify(await a11ySnapshot({}));
      for (const node of [/"role":"region"[^{]*"name":"On its way"/, /"role":"heading"[^{]*"name":"On its way"/, /"role":"link"[^{]*"name":"DHL JD01"/, /"role":"button"[^{]*"name":"Show details","expanded":false/, /"role":"status"/]) {
        expect(tree).to.match(node);
      }
      expect(tree).to.contain('Delayed').and.to.contain('Checked 5 minutes ago');
    });
  });

  describe('several parcels', () => {
    const of = (id: string, over: Partial<Shipment>) => parcel({ id, carrier: id, ...over });

    it('come with the problem first and what is over last', async () => {
      const { $$ } = await openDetails(
        of('delivered', { status: 'delivered', delayed: true }), of('moving', {}), of('out', { status: 'out_for_delivery' }), of('late', { delayed: true }),
        of('missed', { status: 'attempt_failed' }), of('todo', { actionRequired: { kind: 'pay_duties' } }), of('announced', { status: 'info_received' }),
      );
      const order = $$('[part=parcel]').map(({ textContent }) => ['delivered', 'moving', 'out', 'late', 'missed', 'todo', 'announced'].find((id) => textContent.includes(`${id} JD01`)));
      expect(order).to.deep.equal(['missed', 'todo', 'late', 'out', 'moving', 'announced', 'delivered']);
    });

    it('are buttons whose names keep the words apart', async function () {
      if (!/Chrome/.test(navigator.userAgent)) this.skip();
      await openDetails(of('late', { delayed: true }), of('out', { status: 'out_for_delivery', actionRequired: { kind: 'pay_duties' } }));
      const tree = JSON.stringify(await a11ySnapshot({}));
      expect(tree).to.contain('On its way Delayed Order NP-1 · late JD01').and.to.contain('Out for delivery Pay customs charges · Order NP-1 · out JD01');
    });

    it('are chosen by keyboard, and the choice is told', async () => {
      const { element, $, $$ } = await openDetails(of('late', { delayed: true }), of('out', { status: 'out_for_delivery' }));
      const chosen: string[] = [];
      element.addEventListener('aftercart-shipment-select', ({ shipmentId }: ShipmentSelectEvent) => chosen.push(shipmentId));
      $('[part=toggle]').focus();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => $('[part=status]').textContent === 'Out for delivery');
      expect(chosen).to.deep.equal(['out']);
      expect($$('[part=parcel]').map((button) => button.getAttribute('aria-current'))).to.deep.equal([null, 'true']);
      expect(element.renderRoot.activeElement).to.equal($$('[part=parcel]')[1]);
      await expect(element).to.be.accessible();
    });
  });

  describe('the details', () => {
    it('open and close with the button, which keeps the focus', async () => {
      const { element, $, $$ } = await open(answering(parcel()));
      $('[part=toggle]').focus();
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=details]');
      await expect(element).to.be.accessible();
      expect($('[part=toggle]').getAttribute('aria-expanded')).to.equal('true');
      expect($('[part=items]').textContent).to.contain('Tent').and.to.contain('Quantity: 2');
      expect($('[part=shipping]').textContent).to.contain('JD01').and.to.contain('Athens, Greece');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !$$('[part=details]').length);
      expect(element.renderRoot.activeElement).to.equal($('[part=toggle]'));
    });

    it('say at length what to do', async () => {
      const { $ } = await openDetails(parcel({ actionRequired: { kind: 'fix_address', description: 'The street is missing.', url: 'https://fix.example/', until: day(2) } }));
      expect($('[part=instructions]').textContent).to.contain('Check your address').and.to.contain('The street is missing.').and.to.contain('Until');
      expect($<HTMLAnchorElement>('[part=action-link]').href).to.equal('https://fix.example/');
    });

    it('show the newest checkpoints first, and all after a click, with the focus on the first that is new', async () => {
      const events = ['01', '05', '03', '02', '06', '04'].map((date) => event(date, `2026-11-${date}T10:00`));
      const { element, $, $$ } = await openDetails(parcel({ events: [...events, events[0]!] }));
      expect(checkpoints($$)).to.deep.equal(['Event 06', 'Event 05', 'Event 04']);
      expect($('[part=show-all]').textContent).to.equal('Show all 6 entries');
      $('[part=show-all]').click();
      await waitUntil(() => checkpoints($$).length === 6);
      expect(checkpoints($$).at(-1)).to.equal('Event 01');
      await waitUntil(() => element.renderRoot.activeElement?.textContent?.includes('Event 03'));
      await expect(element).to.be.accessible();
    });

    it('write a time as precisely as it is known, and never move it', async () => {
      const year = new Date(NOW).getFullYear();
      const { $$ } = await openDetails(
        parcel({
          events: [
            event('second', `${year}-03-09T23:30:15`, { precision: 'second' }),
            event('minute', `${year}-03-08T23:30`),
            event('hour', `${year}-03-07T23`, { precision: 'hour' }),
            event('too-fine', `${year}-03-06T23:30`, { precision: 'day', offset: '-11:00' }),
          ],
        }),
      );
      const times = $$<HTMLTimeElement>('time');
      expect(times.map((time) => time.getAttribute('datetime'))).to.deep.equal([`${year}-03-09T23:30:15`, `${year}-03-08T23:30`, `${year}-03-07`, `${year}-03-06`]);
      expect(times.map(({ textContent }) => textContent.replace(/\s/g, ' '))).to.deep.equal(['Mar 9, 11:30 PM', 'Mar 8, 11:30 PM', 'Mar 7, 11 PM', 'Mar 6']);
    });

    it('show a time with an offset by the clock at the checkpoint, and say so where that is not the shopper’s', async () => {
      const { $ } = await openDetails(parcel({ events: [event('x', '2025-03-09T23:30', { offset: '+13:45' })] }));
      expect($('time').getAttribute('datetime')).to.equal('2025-03-09T23:30+13:45');
      expect($('time').textContent.replace(/\s/g, ' ')).to.equal('Mar 9, 2025, 11:30 PM (UTC+13:45)');
    });

    it('sort times with and without offset, and days, sensibly', async () => {
      const { element, $, $$ } = await openDetails(
        parcel({
          events: [
            event('label', '2026-11-01', { precision: 'day', status: 'info_received' }),
            event('hanoi', '2026-11-02T20:00', { offset: '+07:00' }),
            event('lisbon', '2026-11-02T14:00', { offset: 'Z' }),
            event('local', '2026-11-01T08:00'),
            event('depot', '2026-11-03T07:00'),
            event('there', '2026-11-03', { precision: 'day', status: 'delivered' }),
          ],
        }),
      );
      $('[part=show-all]').click();
      await element.updateComplete;
      expect(checkpoints($$)).to.deep.equal(['Event there', 'Event depot', 'Event lisbon', 'Event hanoi', 'Event local', 'Event label']);
    });

    it('say so when the carrier is silent', async () => {
      const { text } = await openDetails(parcel({ events: [] }));
      expect(text()).to.contain('The carrier has not told us anything yet.');
    });
  });

  describe('live updates', () => {
    const live = async () => {
      let tell!: (shipment: Shipment) => void;
      let ended = false;
      const subscribe = async function* (_: unknown, { signal }: { signal: AbortSignal }) {
        signal.addEventListener('abort', () => (ended = true));
        while (!signal.aborted) yield await new Promise<Shipment>((resolve) => (tell = resolve));
      };
      const mounted = await open({ id: 'test', tracking: { shipments: async () => ({ items: [parcel()] }), subscribe } } as Adapter);
      const changes: string[] = [];
      mounted.element.addEventListener('aftercart-shipment-change', ({ shipmentId, from, to }: ShipmentChangeEvent) => changes.push(`${shipmentId} ${from} ${to}`));
      await waitUntil(() => tell, 'nobody listens');
      // What is told of changes is loaded after the first data.
      mounted.$('[part=toggle]').click();
      await appears(mounted.element, '[part=pause]');
      await nextFrame();
      return { ...mounted, changes, isEnded: () => ended, tell: (over: Partial<Shipment>) => tell(parcel({ asOf: new Date().toISOString(), ...over })) };
    };

    it('are shown, told as an event and announced once', async () => {
      const { element, $, changes, tell } = await live();
      const status = $('[role=status]');
      expect(status.textContent).to.equal('');
      tell({ status: 'out_for_delivery' });
      await waitUntil(() => $('[part=status]').textContent === 'Out for delivery');
      expect(changes).to.deep.equal(['dhl:1 in_transit out_for_delivery']);
      expect(status.textContent).to.equal('DHL: Out for delivery');
      let touched = 0;
      const observer = new MutationObserver(() => touched++);
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      element.requestUpdate();
      await element.updateComplete;
      await nextFrame();
      observer.disconnect();
      expect(touched).to.equal(0);
      expect(changes.length).to.equal(1);
    });

    it('can be paused and resumed', async () => {
      const { element, $, text, isEnded } = await live();
      $('[part=pause]').click();
      await waitUntil(() => text().includes('Live updates are paused.'));
      await waitUntil(isEnded, 'still listening', { timeout: 4_000 });
      expect($('[part=status]').textContent).to.equal('On its way');
      expect($('[part=pause]').textContent).to.equal('Resume live updates');
      await expect(element).to.be.accessible();
      $('[part=pause]').click();
      await waitUntil(() => $('[part=pause]').textContent === 'Pause live updates');
    });

    it('that are paused are forgotten with the shopper', async () => {
      const { element, $, shop } = await live();
      $('[part=pause]').click();
      await waitUntil(() => $('[part=pause]').textContent === 'Resume live updates');
      shop.signOut();
      await element.updateComplete;
      expect(element.matches(':state(ready)')).to.equal(false);
    });
  });

  describe('lookup', () => {
    it('finds a parcel with order number and e-mail, and puts the focus on it', async () => {
      const { asked, adapter } = proving();
      const { element, $, fill } = await guest(adapter);
      await expect(element).to.be.accessible();
      const heard: LookupEvent[] = [];
      element.addEventListener('aftercart-lookup', (told) => heard.push(told));
      fill(' NP-1 ', ' a@b.gr ');
      await inState(element, 'ready');
      expect(asked[0]).to.deep.equal({ orderNumber: 'NP-1', proof: { email: 'a@b.gr' } });
      expect(heard.map(({ orderNumber, proof }) => ({ orderNumber, proof }))).to.deep.equal(asked.slice(0, 1));
      await waitUntil(() => element.renderRoot.activeElement === $('h2'));
    });

    it('takes a postcode as well, by keyboard alone', async () => {
      const { asked, adapter } = proving();
      const { element, $ } = await guest(adapter);
      $('#order-number').focus();
      await sendKeys({ type: 'NP-1' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: '106 78' });
      await sendKeys({ press: 'Enter' });
      await inState(element, 'ready');
      expect(asked[0]!.proof).to.deep.equal({ postcode: '106 78' });
    });

    it('never asks another shop with the proof that was typed for the one before', async () => {
      const { element, shop, fill } = await guest(proving().adapter);
      fill('NP-1', 'a@b.gr');
      await inState(element, 'ready');
      const other = proving();
      shopOf(other.adapter, { name: shop.name });
      await inState(element, 'guest');
      expect(other.asked).to.deep.equal([]);
    });

    it('says the same of a wrong proof and of an order that does not exist, shows nothing, and keeps what was typed', async () => {
      const { asked, adapter } = proving({ 'NP-9': () => Promise.reject(new AdapterError('FORBIDDEN')) });
      const { $, $$, fill, message } = await guest(adapter);
      const said = new Set<string>();
      for (const [order, proof] of [['NP-1', 'wrong@b.gr'], ['NP-404', 'a@b.gr'], ['NP-9', 'a@b.gr']] as const) {
        asked.length = 0;
        fill(order, proof);
        await waitUntil(() => asked.length && message(), `nothing was said of ${order}`);
        said.add(message());
        expect($<HTMLInputElement>('#order-number').value).to.equal(order);
        expect($<HTMLInputElement>('#proof').value).to.equal(proof);
        expect($$('[part=summary]')).to.deep.equal([]);
      }
      expect([...said]).to.deep.equal(['We found no parcels with these details. Please check the order number and the e-mail or postcode.']);
    });

    it('asks for both fields, with the focus on the one that is empty', async () => {
      const { asked, adapter } = proving();
      const { element, $, fill, message } = await guest(adapter);
      fill('NP-1', ' ');
      await waitUntil(() => message() === 'Please fill in both fields.');
      await waitUntil(() => element.renderRoot.activeElement === $('#proof'));
      expect($('#proof').getAttribute('aria-invalid')).to.equal('true');
      expect(asked).to.deep.equal([]);
    });

    it('says how long to wait after too many tries, and asks nobody meanwhile', async () => {
      const { asked, adapter } = proving({ 'NP-1': () => Promise.reject(new AdapterError('RATE_LIMITED', 'slow down', { retryAfter: 90 })) });
      const { fill, message } = await guest(adapter);
      fill('NP-1', 'a@b.gr');
      await waitUntil(() => message() === 'There were too many tries. Please try again in 2 minutes.');
      fill('NP-1', 'a@b.gr');
      await nextFrame();
      expect(message()).to.contain('in 2 minutes');
      expect(asked.length).to.equal(1);
    });

    it('says so when it is off line, and when it did not work, and tries again', async () => {
      let error: unknown = new AdapterError('OFFLINE');
      const { adapter } = proving({ 'NP-1': () => (error ? Promise.reject(error) : { items: [parcel()] }) });
      const { element, fill, message } = await guest(adapter);
      fill('NP-1', 'a@b.gr');
      await waitUntil(() => message() === 'You are offline.');
      error = new AdapterError('CONFLICT');
      fill('NP-1', 'a@b.gr');
      await waitUntil(() => message() === 'That did not work. Please try again.');
      error = undefined;
      fill('NP-1', 'a@b.gr');
      await inState(element, 'ready');
    });

    it('says so when nothing of the order was sent yet', async () => {
      const { adapter } = proving({ 'NP-2': () => ({ items: [] }) });
      const { fill, message } = await guest(adapter);
      fill('NP-2', 'a@b.gr');
      await waitUntil(() => message().startsWith('Nothing of this order has been sent yet.'));
    });

    it('does nothing when the event is cancelled', async () => {
      const { asked, adapter } = proving();
      const { element, fill } = await guest(adapter);
      element.addEventListener('aftercart-lookup', (told) => told.preventDefault());
      fill('NP-1', 'a@b.gr');
      await nextFrame();
      expect(asked).to.deep.equal([]);
      expect(element.matches(':state(guest)')).to.equal(true);
    });

    it('is not taken away while it is filled in, though the store asks again', async () => {
      const { adapter } = proving();
      const { element, $, shop } = await guest(adapter);
      $('#proof').focus();
      await sendKeys({ type: 'a@b' });
      shop.revalidate();
      await nextFrame();
      expect(element.renderRoot.activeElement).to.equal($('#proof'));
      expect($<HTMLInputElement>('#proof').value).to.equal('a@b');
    });

    it('forgets what was typed and found when the shopper changes', async () => {
      const { adapter } = proving();
      const { element, $, $$, shop, fill } = await guest(adapter);
      fill('NP-1', 'a@b.gr');
      await inState(element, 'ready');
      shop.signOut();
      await inState(element, 'guest');
      await appears(element, '[part=lookup]');
      expect($<HTMLInputElement>('#proof').value + $<HTMLInputElement>('#order-number').value).to.equal('');
      expect($$('[part=summary]')).to.deep.equal([]);
    });

    it('knows the order that the page names', async () => {
      const { adapter } = proving();
      const { $ } = await guest(adapter, { attributes: 'order="NP-1"' });
      expect($<HTMLInputElement>('#order-number').value).to.equal('NP-1');
    });

    it('comes first with the attribute, and nobody is asked before it is sent', async () => {
      let asked = 0;
      const { element, $$ } = await guest({ id: 'test', tracking: { shipments: async () => (asked++, { items: [parcel()] }) } }, { attributes: 'lookup' });
      expect(asked).to.equal(0);
      expect($$('[part=back]')).to.deep.equal([]);
      element.lookup = false;
      await inState(element, 'ready');
    });

    it('steps aside with the attribute where the shop has no tracking', async () => {
      const { element } = await mount<TrackingTimelineElement>(TAG, { id: 'nothing' }, { attributes: 'lookup' });
      await inState(element, 'unsupported');
    });

    it('opens from the details for another order, and closes again', async () => {
      const { element, $ } = await openDetails(parcel());
      $('[part=find]').click();
      await appears(element, '[part=lookup]');
      await waitUntil(() => element.renderRoot.activeElement === $('#order-number'));
      $('[part=back]').click();
      await inState(element, 'ready');
      await waitUntil(() => element.renderRoot.activeElement === $('[part=toggle]'));
    });
  });
});
