import { AdapterError, type Adapter, type PointsAccount, type PointsProgram } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { describeCommon } from '../test/common.ts';
import { deferred } from '../test/deferred.ts';
import { appears, inState, mount, type MountOptions } from '../test/mount.ts';
import { onScreen } from '../test/screen.ts';
import { expect, oneEvent, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { PointsBadgeElement } from './points-badge.ts';
import type { RedeemedEvent, RedeemRequestEvent } from './points-badge.events.ts';

const TAG = 'aftercart-points-badge';
const NOW = Date.now();
const inDays = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

const account: PointsAccount = {
  state: 'member',
  balance: 1250,
  pending: 120,
  lifetime: 3000,
  spent: 500,
  pendingBatches: [{ points: 120, availableAt: inDays(9), reason: 'return_window', description: 'Order NP-1042' }],
  expiringBatches: [{ points: 80, expiresAt: inDays(20) }, { points: 200, expiresAt: inDays(50) }],
  tier: { current: { id: 'ridge', name: 'Ridge' }, next: { id: 'summit', name: 'Summit' }, unit: 'points', progress: 3000, toNext: 1000, toRetain: 0, expiresAt: inDays(200) },
  asOf: inDays(0),
};

const program: PointsProgram = {
  name: 'Trail Points',
  decimals: 0,
  tiers: [],
  earningRules: [
    { id: 'buy', kind: 'purchase', title: 'Shop', points: 1, per: { amount: 100, currency: 'EUR' } },
    { id: 'evil', kind: 'visit', title: '<img src=x onerror=alert(1)>', points: 5, url: 'javascript:alert(1)' },
  ],
  rewards: [
    { id: 'five', kind: 'amount_off', title: '€5 off', cost: { type: 'fixed', points: 500 }, eligibility: { status: 'redeemable' } },
    { id: 'any', kind: 'amount_off', title: 'As much as you like', cost: { type: 'variable', pointsPerUnit: 100, unitValue: { amount: 100, currency: 'EUR' }, min: 200, step: 100 }, eligibility: { status: 'redeemable' } },
    { id: 'mug', kind: 'free_product', title: 'Enamel mug', cost: { type: 'fixed', points: 2000 }, eligibility: { status: 'insufficient_points', missingPoints: 750 } },
    { id: 'cart', kind: 'amount_off', title: 'Big cart', cost: { type: 'fixed', points: 100 }, eligibility: { status: 'cart_requirements_not_met', missingAmount: { amount: 2050, currency: 'EUR' } } },
    { id: 'gone', kind: 'gift_card', title: 'Card', cost: { type: 'fixed', points: 100 }, eligibility: { status: 'out_of_stock' } },
  ],
  joinUrl: '/join',
  signInUrl: '/sign-in',
};

const redemption = (rewardId: string) => ({
  id: 'r1', rewardId, title: '€5 off', pointsSpent: 500, fulfilment: 'issued' as const, usage: 'unused' as const,
  code: 'TRAIL-8X2K', expiresAt: inDays(60), revocable: true, createdAt: inDays(0),
});

const points = {
  account: async () => account,
  program: async () => program,
  history: async () => ({ items: [{ id: 'h1', delta: 120, status: 'pending' as const, kind: 'purchase' as const, description: 'Order NP-1042', createdAt: inDays(-5) }] }),
  estimate: async () => ({ points: 49 }),
  redeem: async ({ rewardId }: { rewardId: string }) => redemption(rewardId),
  revoke: async () => ({ ...redemption('five'), fulfilment: 'cancelled' as const, revocable: false }),
};
const working: Adapter = { id: 'test', points };

const LANGUAGES = ['en', 'de', 'el', 'ru', 'fr', 'es', 'ar', 'zh'];

const open = async (over: Record<string, unknown> = {}, attributes = '', options: MountOptions = {}) => {
  const mounted = await mount<PointsBadgeElement>(TAG, { id: 'test', points: { ...points, ...over } }, { attributes, ...options });
  await inState(mounted.element, 'ready');
  return mounted;
};

const openPanel = async (over: Record<string, unknown> = {}) => {
  const mounted = await open(over);
  mounted.$('[part=badge]').click();
  await appears(mounted.element, 'dialog[open]');
  return mounted;
};

describe(TAG, () => {
  describeCommon({
    tag: TAG,
    working,
    needs: ['points.account', 'points.program'],
    empty: { id: 'test', points: { account: async () => null, program: async () => null } },
    ready: '[part=balance]',
  });

  describe('the badge', () => {
    it('shows balance and pending points in the page’s language', async () => {
      const { text } = await open();
      expect(text()).to.contain('1,250 points').and.to.contain('+120 points pending');
    });

    it('names points as the program does, in plural forms and with decimals', async () => {
      const { text } = await open({ program: async () => ({ ...program, decimals: 2, terminology: { one: 'Pine', other: 'Pines' } }) });
      expect(text()).to.contain('12.5 Pines');
    });

    it('shows a negative balance as such', async () => {
      const { $ } = await open({ account: async () => ({ ...account, balance: -120 }) });
      expect($('[part=balance]').textContent).to.match(/-120 points/);
      expect($('[part=balance]').className).to.equal('negative');
    });

    it('invites a guest, also where the backend knows no account', async () => {
      for (const answer of [async () => null, async () => ({ ...account, state: 'guest' })]) {
        const { element, text } = await mount<PointsBadgeElement>(TAG, { id: 'test', points: { ...points, account: answer } });
        await inState(element, 'guest');
        expect(text()).to.contain('Join and earn points');
      }
    });

    it('is quiet towards a blocked member', async () => {
      const { text } = await open({ account: async () => ({ ...account, state: 'blocked' }) });
      expect(text()).to.contain('Points are paused');
    });

    /** Neither lines that are left out nor letters beyond the edge. */
    const expectWhole = (element: HTMLElement) => {
      expect(element.scrollWidth, element.textContent).to.be.at.most(element.clientWidth + 1);
      expect(element.scrollHeight, element.textContent).to.be.at.most(element.clientHeight + 1);
    };

    for (const lang of LANGUAGES) {
      it(`has room for a blocked member’s words and a round icon in ${lang}`, async () => {
        const { element, $ } = await open({ account: async () => ({ ...account, state: 'blocked' }) }, '', { lang });
        expectWhole($('[part=balance]'));
        const { width, height } = $('[part=icon]').getBoundingClientRect();
        expect([width, height, element.offsetHeight]).to.deep.equal([30, 30, 44]);
      });

      it(`has room for pending points in ${lang}`, async () => {
        const { $ } = await open({ account: async () => ({ ...account, balance: 12_345, pending: 1_108 }) }, '', { lang });
        for (const name of ['balance', 'pending']) expectWhole($(`[part=${name}]`));
      });

      it(`stays inside the pill where nothing could be fetched, in ${lang}`, async () => {
        await onScreen(320);
        const fails = async () => Promise.reject(new AdapterError('UNAVAILABLE', '', { retryable: false }));
        const { element, $ } = await mount<PointsBadgeElement>(TAG, { id: 'test', points: { ...points, account: fails, program: fails } }, { lang });
        await inState(element, 'error');
        expectWhole($('[part=error]'));
        expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([216, 44]);
        await expect(element).to.be.accessible();
      });
    }

    it('grows with the text', async () => {
      const { element, $ } = await open();
      element.style.setProperty('--aftercart-font-size', '32px');
      expect([element.offsetWidth, element.offsetHeight]).to.deep.equal([432, 88]);
      for (const name of ['balance', 'pending']) expectWhole($(`[part=${name}]`));
    });

    for (const [points, terminology] of [['points', undefined], ['what the program calls them', { one: 'نقطة', other: 'نقطة' }]] as const) {
      it(`puts the plus of an Arabic amount on the left of its number, and both before ${points}`, async () => {
        const { $ } = await open({ program: async () => ({ ...program, terminology }) }, '', { lang: 'ar' });
        const text = [...$('[part=pending]').childNodes].find((node) => node.textContent?.includes('+')) as Text;
        const at = (sign: string) => {
          const range = new Range();
          range.setStart(text, text.data.indexOf(sign));
          range.setEnd(text, text.data.indexOf(sign) + 1);
          return range.getBoundingClientRect().left;
        };
        expect(at('+')).to.be.below(at('1'));
        expect(at('ن')).to.be.below(at('+'));
      });
    }
  });

  describe('mode="estimate"', () => {
    it('asks for the product and says what it earns', async () => {
      let asked: unknown;
      const estimate = async (input: unknown) => {
        asked = input;
        return { points: 49 };
      };
      const { text } = await open({ estimate }, 'mode="estimate" product-id="p1" price="4990" currency="EUR" quantity="2"');
      expect(text()).to.contain('Earn 49 points with this');
      expect(asked).to.deep.equal({ lines: [{ productId: 'p1', quantity: 2, price: { amount: 4990, currency: 'EUR' } }] });
    });

    it('asks again when the variant changes', async () => {
      const asked: unknown[] = [];
      const { element } = await open({ estimate: async (input: { lines: { variantId: string }[] }) => (asked.push(input.lines[0]!.variantId), { points: 49 }) }, 'mode="estimate" variant-id="s"');
      element.variantId = 'm';
      await waitUntil(() => asked.length === 2, 'asked once only');
      expect(asked).to.deep.equal(['s', 'm']);
    });

    it('says one line about a price that is no number and works without it', async () => {
      const { reports, text } = await open({}, 'mode="estimate" price="49,90" currency="EUR"');
      expect(reports.map(({ code, message }) => `${code} ${message}`)).to.deep.equal(['BAD_ATTRIBUTE price="49,90"']);
      expect(text()).to.contain('Earn 49 points');
    });
  });

  describe('the panel', () => {
    it('opens in the top layer with focus inside, and gives focus back', async () => {
      const { element, $ } = await openPanel();
      expect($('dialog').matches(':modal')).to.equal(true);
      await expect(element).to.be.accessible();
      const badge = $('[part=badge]');
      $<HTMLDialogElement>('dialog').close();
      badge.focus();
      badge.click();
      await appears(element, 'dialog[open]');
      element.hide();
      expect(element.renderRoot.activeElement).to.equal(badge);
    });

    it('says when and why points are pending, and when batches expire', async () => {
      const { text } = await openPanel();
      expect(text()).to.contain('Order NP-1042 · Until the return period ends · Available').and.to.contain('80 points').and.to.contain('1,000 points to Summit').and.to.contain('Ridge is yours until');
    });

    it('gives the reason where a reward can’t be redeemed', async () => {
      const { text, $$ } = await openPanel();
      expect(text()).to.contain('750 points to go').and.to.contain('Add €20.50 to your cart').and.to.contain('Out of stock');
      expect($$('[part=redeem]').length).to.equal(2);
    });

    it('follows no link that is not http, https, mailto or tel, and shows hostile words as words', async () => {
      const { $$, text } = await openPanel();
      expect($$<HTMLAnchorElement>('a').filter((a) => a.protocol === 'javascript:')).to.deep.equal([]);
      expect($$('img')).to.deep.equal([]);
      expect(text()).to.contain('<img src=x onerror=alert(1)>');
    });

    it('loads the history when it is asked for', async () => {
      const { element, $ } = await openPanel();
      $('[part=history] summary').click();
      await appears(element, '[part=entry]');
      expect($('[part=history]').textContent).to.contain('Order NP-1042').and.to.contain('Pending');
    });

    it('asks for each page of the history once, and says where one did not come', async () => {
      const asked: (string | undefined)[] = [];
      const { promise, resolve } = deferred<void>();
      const history = async ({ cursor }: { cursor?: string }) => {
        asked.push(cursor);
        if (asked.length === 1) throw new AdapterError('UNAVAILABLE', '', { retryable: false });
        if (cursor) await promise;
        return { items: [{ id: `h${asked.length}`, delta: asked.length, status: 'approved', kind: 'purchase', createdAt: inDays(-5) }], nextCursor: cursor ? null : 'next' };
      };
      const { element, $, $$ } = await openPanel({ history });
      $('[part=history] summary').click();
      await waitUntil(() => $('[part=history] [role=alert]').textContent.trim());
      $('[part=more]').click();
      await appears(element, '[part=entry]');
      expect($('[part=history] [role=alert]').textContent.trim()).to.equal('');
      $('[part=more]').click();
      $('[part=more]').click();
      resolve();
      await waitUntil(() => $$('[part=entry]').length > 1);
      expect(asked).to.deep.equal([undefined, undefined, 'next']);
      expect($$('[part=entry] .amount').map(({ textContent }) => textContent)).to.deep.equal(['+2 points', '+3 points']);
      expect($$('[part=more]')).to.deep.equal([]);
      // The button is gone: the focus is on what it brought.
      await waitUntil(() => element.renderRoot.activeElement === $$('[part=entry]')[1]);
    });

    describe('by deep link', () => {
      afterEach(() => history.replaceState(null, '', location.pathname + location.search));

      it('opens', async () => {
        const { element } = await open();
        location.hash = '#aftercart-points';
        await appears(element, 'dialog[open]');
      });

      it('opens with the data, where the page is at the link already', async () => {
        location.hash = '#aftercart-points';
        const { promise, resolve } = deferred<PointsAccount>();
        const { element } = await mount<PointsBadgeElement>(TAG, { id: 'test', points: { ...points, account: () => promise } });
        // By then the panel has looked for something to open.
        await element.show();
        resolve(account);
        await appears(element, 'dialog[open]');
      });

      it('stays closed, where it was closed before the data came', async () => {
        const { promise, resolve } = deferred<PointsAccount>();
        const { element } = await mount<PointsBadgeElement>(TAG, { id: 'test', points: { ...points, account: () => promise } });
        await element.show();
        element.hide();
        resolve(account);
        await inState(element, 'ready');
        await appears(element, 'dialog:not([open])');
      });
    });
  });

  describe('redeeming', () => {
    const choose = async (over: Record<string, unknown> = {}, reward = 'five') => {
      const mounted = await openPanel(over);
      mounted.$(`[data-reward=${reward}]`).click();
      await appears(mounted.element, '[part=confirm]');
      return mounted;
    };

    it('asks, then shows the code, with the focus on what is new', async () => {
      const { element, $, text } = await choose();
      expect(text()).to.contain('Spend 500 points on “€5 off”?');
      await waitUntil(() => element.renderRoot.activeElement?.localName === 'h3');
      setTimeout(() => $('[part=confirm-redeem]').click());
      const { redemption } = (await oneEvent(element, 'aftercart-redeemed')) as RedeemedEvent;
      expect(redemption.code).to.equal('TRAIL-8X2K');
      await appears(element, '[part=code]');
      expect($('[part=code]').textContent).to.equal('TRAIL-8X2K');
      await expect(element).to.be.accessible();
    });

    it('does nothing when the request is cancelled', async () => {
      let redeemed = 0;
      const { element, $ } = await choose({ redeem: async () => (redeemed++, redemption('five')) });
      let asked: RedeemRequestEvent | undefined;
      element.addEventListener('aftercart-redeem-request', (event) => {
        asked = event;
        event.preventDefault();
      });
      $('[part=confirm-redeem]').click();
      await element.updateComplete;
      expect(asked?.reward.id).to.equal('five');
      expect(redeemed).to.equal(0);
    });

    it('is one redemption however often it is clicked', async () => {
      const keys: (string | undefined)[] = [];
      const { element, $ } = await choose({
        redeem: async (_: unknown, { idempotencyKey }: { idempotencyKey?: string }) => (keys.push(idempotencyKey), redemption('five')),
      });
      $('[part=confirm-redeem]').click();
      $('[part=confirm-redeem]').click();
      await appears(element, '[part=receipt]');
      expect(keys.length).to.equal(1);
    });

    it('tries again with the same key when it is not known how it ended', async () => {
      const keys: (string | undefined)[] = [];
      const { element, $, text } = await choose({
        redeem: async (_: unknown, { idempotencyKey }: { idempotencyKey?: string }) => {
          keys.push(idempotencyKey);
          if (keys.length === 1) throw new AdapterError('UNAVAILABLE');
          return redemption('five');
        },
      });
      $('[part=confirm-redeem]').click();
      await waitUntil(() => text().includes('will not be charged twice'));
      $('[part=confirm-redeem]').click();
      await appears(element, '[part=receipt]');
      expect(keys[0]).to.equal(keys[1]);
    });

    it('says why it failed without blame', async () => {
      const { $, text } = await choose({ redeem: async () => Promise.reject(new AdapterError('REWARD_OUT_OF_STOCK')) });
      $('[part=confirm-redeem]').click();
      await waitUntil(() => text().includes('This reward has just run out.'));
    });

    it('shows how it ended, whatever was pressed meanwhile', async () => {
      const { promise, resolve } = deferred<void>();
      const { element, $, text } = await choose({ redeem: () => promise.then(() => redemption('five')) });
      $('[part=confirm-redeem]').click();
      await waitUntil(() => $('[part=confirm]').getAttribute('aria-busy') === 'true');
      expect($('[part=cancel]').getAttribute('aria-disabled')).to.equal('true');
      $('[part=cancel]').click();
      $('[data-reward=any]').click();
      await element.updateComplete;
      expect(text()).to.contain('Spend 500 points on “€5 off”?');
      resolve();
      await appears(element, '[part=receipt]');
      expect($('[part=code]').textContent).to.equal('TRAIL-8X2K');
    });

    it('renews the history that somebody looks at', async () => {
      let entries = 1;
      const line = (id: string) => ({ id, delta: -500, status: 'approved', kind: 'redemption', createdAt: inDays(0) });
      const { element, $, $$ } = await choose({
        history: async () => ({ items: Array.from({ length: entries }, (_, n) => line(`h${n}`)) }),
        redeem: async ({ rewardId }: { rewardId: string }) => (entries++, redemption(rewardId)),
      });
      $('[part=history] summary').click();
      await appears(element, '[part=entry]');
      $('[part=confirm-redeem]').click();
      await waitUntil(() => $$('[part=entry]').length === 2);
    });

    it('lets the shopper choose how many points', async () => {
      let spent: number | undefined;
      const { element, $, text } = await choose({ redeem: async ({ points }: { points: number }) => ((spent = points), redemption('any')) }, 'any');
      const range = $<HTMLInputElement>('[part=points]');
      expect([range.min, range.max, range.step]).to.deep.equal(['200', '1250', '100']);
      range.value = '700';
      range.dispatchEvent(new Event('input'));
      await element.updateComplete;
      expect(text()).to.contain('700 points for €7');
      $('[part=confirm-redeem]').click();
      await appears(element, '[part=receipt]');
      expect(spent).to.equal(700);
    });

    it('says so where points could not be given back, and gives them back at another try', async () => {
      let tries = 0;
      const { element, $, text } = await choose({
        revoke: async () => {
          if (!tries++) throw new AdapterError('CONFLICT');
          return { ...redemption('five'), fulfilment: 'cancelled', revocable: false };
        },
      });
      $('[part=confirm-redeem]').click();
      (await appears(element, '[part=revoke]')).click();
      await waitUntil(() => text().includes('Your points are untouched'));
      $('[part=revoke]').click();
      await waitUntil(() => text().includes('Your points are back'));
    });

    it('gives back', async () => {
      const { element, $ } = await choose();
      $('[part=confirm-redeem]').click();
      await appears(element, '[part=revoke]');
      setTimeout(() => $('[part=revoke]').click());
      await oneEvent(element, 'aftercart-revoked');
      await waitUntil(() => $('[part=receipt]').textContent.includes('Your points are back'));
    });
  });

  describe('a code', () => {
    const copy = async (clipboard: unknown) => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      const mounted = await openPanel();
      mounted.$('[data-reward=five]').click();
      (await appears(mounted.element, '[part=confirm-redeem]')).click();
      (await appears(mounted.element, '[part=copy]')).click();
      return mounted;
    };
    afterEach(() => {
      delete (navigator as { clipboard?: Clipboard }).clipboard;
    });

    it('is copied', async () => {
      const copied: string[] = [];
      const { $ } = await copy({ writeText: async (text: string) => copied.push(text) });
      await waitUntil(() => $('[part=copy]').textContent === 'Copied');
      expect(copied).to.deep.equal(['TRAIL-8X2K']);
    });

    for (const [where, clipboard] of [
      ['without TLS', undefined],
      ['where the browser forbids it', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
    ] as const) {
      it(`is selected ${where}, and nothing is said to be copied`, async () => {
        const { $, reports } = await copy(clipboard);
        await waitUntil(() => String(getSelection()).includes('TRAIL-8X2K') || getSelection()!.rangeCount);
        expect($('[part=copy]').textContent).to.equal('Copy code');
        expect(reports).to.deep.equal([]);
      });
    }
  });

  it('is a button with a name in the accessibility tree, and a dialog with a heading behind it', async function () {
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const { element, $ } = await open();
    const tree = async () => JSON.stringify(await a11ySnapshot({}));
    expect(await tree()).to.match(/"role":"button"[^}]*"name":"1,250 points \+120 points pending Show rewards and history"/);
    $('[part=badge]').focus();
    await sendKeys({ press: 'Enter' });
    await appears(element, 'dialog[open]');
    const opened = await tree();
    expect(opened).to.match(/"role":"dialog"[^}]*"name":"Trail Points"/);
    expect(opened).to.contain('"name":"Redeem: €5 off"');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !$<HTMLDialogElement>('dialog').open, 'still open');
    expect(element.renderRoot.activeElement).to.equal($('[part=badge]'));
  });

  it('says so where a candidate could not become a member', async () => {
    const { $, text } = await openPanel({
      account: async () => ({ ...account, state: 'candidate' }),
      enrol: async () => Promise.reject(new AdapterError('UNAVAILABLE', '', { retryable: false })),
    });
    $('[part=enrol]').click();
    await waitUntil(() => text().includes('That did not work. Please try again.'));
  });

  it('makes a candidate a member', async () => {
    let state: PointsAccount['state'] = 'candidate';
    const { element, $, text } = await openPanel({
      account: async () => ({ ...account, state }),
      enrol: async () => ((state = 'member'), { ...account, state }),
    });
    setTimeout(() => $('[part=enrol]').click());
    await oneEvent(element, 'aftercart-enrolled');
    await waitUntil(() => text().includes('1,250 points'));
    await waitUntil(() => element.renderRoot.activeElement === $('[part=account]'));
  });
});
