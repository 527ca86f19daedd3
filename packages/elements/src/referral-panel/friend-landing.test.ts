import { AdapterError, type ErrorCode } from '@aftercart/contract';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { appears, inState, mount, type MountOptions } from '../test/mount.ts';
import { claimed, referrals, refusing, shopWith, stub } from '../test/referrals.ts';
import { onScreen } from '../test/screen.ts';
import { expect, nextFrame, oneEvent, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { ClaimedEvent, ClaimRequestEvent } from './friend-landing.events.ts';
import type { ReferralPanelElement } from './referral-panel.ts';

const TAG = 'aftercart-referral-panel';
const ADDRESS = 'friend@example.com';

const land = async (over: Record<string, unknown> = {}, attributes = 'code="MARIA"', options: MountOptions = {}) => {
  const mounted = await mount<ReferralPanelElement>(TAG, shopWith({ link: refusing('UNAUTHENTICATED'), ...over }), { attributes, ...options });
  await appears(mounted.element, '[part=dismiss]');
  const type = (words: string) => {
    const field = mounted.$<HTMLInputElement>('[part=email]');
    field.value = words;
    field.dispatchEvent(new Event('input'));
  };
  const claim = (words = ADDRESS) => {
    type(words);
    mounted.$('[part=claim-button]').click();
  };
  const box = () => mounted.$<HTMLInputElement>('[part=remember]');
  return { ...mounted, type, claim, box };
};

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('aftercart:') && key.endsWith(':referral'));

describe(`${TAG}, the friend’s side`, () => {
  const address = location.href;
  afterEach(() => {
    history.replaceState(null, '', address);
    for (const key of kept()) localStorage.removeItem(key);
  });
  const visit = (search: string) => history.replaceState(null, '', `${location.pathname}?${search}`);

  describe('who is a friend', () => {
    it('who comes with the code in the address of the page', async () => {
      visit('ref=MARIA');
      let asked: unknown;
      const { element, claim, text } = await land({ claim: async (input: unknown) => ((asked = input), claimed) }, '');
      expect(text()).to.contain('A friend gives you €10 off').and.to.contain('€50');
      expect(element.matches(':state(ready)')).to.equal(true);
      claim();
      await appears(element, '[part=receipt]');
      expect(asked).to.deep.equal({ code: 'MARIA', email: ADDRESS });
    });

    it('by another parameter, where the shop names one', async () => {
      visit('ref=newsletter&friend=MARIA');
      const { element } = await land({}, 'param="friend"');
      expect(element.invitation).to.equal('MARIA');
    });

    it('by attribute, also when it changes', async () => {
      const { element, type, $ } = await land();
      type('half@typed');
      await element.updateComplete;
      element.code = 'OTHER';
      await waitUntil(() => $<HTMLInputElement>('[part=email]').value === '');
      expect(element.invitation).to.equal('OTHER');
    });

    it('not by a code that is longer than any', async () => {
      visit(`ref=${'x'.repeat(400)}`);
      const { element } = await mount<ReferralPanelElement>(TAG, shopWith());
      await inState(element, 'ready');
      expect(element.invitation).to.equal(undefined);
    });

    it('keeps the room from the first moment, at every width and in German', async () => {
      for (const width of [320, 390, 1280]) {
        await onScreen(width);
        let answer!: (value: unknown) => void;
        const gate = new Promise((resolve) => (answer = resolve));
        const { element } = await mount<ReferralPanelElement>(TAG, shopWith({ program: () => gate.then(referrals.program) }), { attributes: 'code="MARIA"', lang: width === 320 ? 'de' : 'en' });
        await nextFrame();
        const { height } = element.getBoundingClientRect();
        answer(0);
        await appears(element, '[part=email]');
        expect(element.getBoundingClientRect().height).to.equal(height);
        await expect(element).to.be.accessible();
      }
    });
  });

  describe('claiming', () => {
    it('asks the page, tells it, and shows the code with the focus on what is new', async () => {
      const { element, type, $ } = await land();
      let asked: ClaimRequestEvent | undefined;
      element.addEventListener('aftercart-claim-request', (event) => (asked = event));
      type(ADDRESS);
      $('[part=email]').focus();
      setTimeout(() => sendKeys({ press: 'Enter' }));
      const { claim } = (await oneEvent(element, 'aftercart-claimed')) as ClaimedEvent;
      expect([asked?.code, asked?.email, claim.code]).to.deep.equal(['MARIA', ADDRESS, 'FRIEND-8X2K']);
      await appears(element, '[part=receipt]');
      await waitUntil(() => element.renderRoot.activeElement?.localName === 'h2');
      expect($<HTMLInputElement>('[part=code]').value).to.equal('FRIEND-8X2K');
      expect($('[part=how]').textContent).to.contain('Use it by');
      expect($<HTMLAnchorElement>('[part=shop]').getAttribute('href')).to.equal('/shop');
      await expect(element).to.be.accessible();
    });

    it('does nothing when the page says no', async () => {
      let claims = 0;
      const { element, claim } = await land({ claim: async () => (claims++, claimed) });
      element.addEventListener('aftercart-claim-request', (event) => event.preventDefault());
      claim();
      await element.updateComplete;
      expect(claims).to.equal(0);
    });

    it('is one claim however often it is clicked', async () => {
      let claims = 0;
      const { element, claim } = await land({ claim: async () => (claims++, claimed) });
      claim();
      claim();
      await appears(element, '[part=receipt]');
      expect(claims).to.equal(1);
    });

    it('asks again for what is no address, without asking the backend', async () => {
      let claims = 0;
      const { element, claim, $, text } = await land({ claim: async () => (claims++, claimed) });
      for (const words of ['', 'maria', 'a b@c', `${'x'.repeat(260)}@y.gr`]) {
        claim(words);
        await waitUntil(() => text().includes('such as name@example.com'));
        expect(element.renderRoot.activeElement).to.equal($('[part=email]'));
        expect($('[part=email]').getAttribute('aria-invalid')).to.equal('true');
      }
      expect(claims).to.equal(0);
      await expect(element).to.be.accessible();
    });

    it('says so when somebody has to look at it first', async () => {
      const { claim, text, $$ } = await land({ claim: async () => ({ ...claimed, status: 'pending', code: null }) });
      claim();
      await waitUntil(() => text().includes(`We take a short look and write to ${ADDRESS}.`));
      expect($$('[part=code]')).to.deep.equal([]);
    });

    it('needs no code', async () => {
      const { claim, text } = await land({ claim: async () => ({ ...claimed, code: null, shopUrl: 'javascript:alert(1)' }) });
      claim();
      await waitUntil(() => text().includes(`waiting for your first order with ${ADDRESS}`));
    });

    it('copies the code, or selects it', async () => {
      let copied = '';
      stub('clipboard', { writeText: async (words: string) => void (copied = words) });
      const { element, claim, $, text } = await land();
      claim();
      (await appears(element, '[part=receipt] [part=copy]')).click();
      await waitUntil(() => text().includes('Code copied.'));
      expect(copied).to.equal('FRIEND-8X2K');
      stub('clipboard', undefined);
      $('[part=copy]').click();
      await waitUntil(() => text().includes('The code is selected'));
    });

    it('shows the code itself where the shop has no form', async () => {
      const { $, $$, text } = await land({ claim: undefined });
      await waitUntil(() => text().includes('Use this code with your first order.'));
      expect($<HTMLInputElement>('[part=code]').value).to.equal('MARIA');
      expect($$('[part=email]')).to.deep.equal([]);
    });
  });

  describe('refusals', () => {
    const refusals: [ErrorCode, string][] = [
      ['SELF_REFERRAL', 'This link is your own'],
      ['ALREADY_CUSTOMER', 'you have shopped here before. Thank you!'],
      ['ALREADY_REFERRED', 'You already have an offer from a friend.'],
      ['REFERRAL_CAP_REACHED', 'given away all offers for now'],
      ['REFERRAL_EXPIRED', 'This invitation has ended.'],
      ['INVALID_REFEREE', 'try another one'],
      ['FRAUD_SUSPECTED', 'we will sort it out together'],
      ['INVALID_REQUEST', 'not known here'],
      ['UNAUTHENTICATED', 'Please sign in first'],
      ['TOKEN_EXPIRED', 'Please sign in first'],
      ['RATE_LIMITED', 'try again in a minute: nothing is lost'],
      ['OFFLINE', 'You are offline. Try again when you are connected: nothing is lost.'],
      ['TIMEOUT', 'We could not confirm this. Please try again: nothing is lost'],
      ['UNAVAILABLE', 'We could not confirm this.'],
      ['NOT_ELIGIBLE', 'can’t be used with this address'],
    ];
    for (const [code, words] of refusals) {
      it(`${code}: plain words, and what was typed is still there`, async () => {
        const { element, claim, $, $$ } = await land({ claim: refusing(code) });
        claim();
        await waitUntil(() => $('[part=refusal]').textContent.includes(words), `${code} says ${$('[part=refusal]').textContent}`);
        expect($('[part=refusal]').getAttribute('role')).to.equal('alert');
        // There is no form where no address would help.
        if (code.startsWith('REFERRAL_')) {
          expect($$('[part=email]')).to.deep.equal([]);
          await waitUntil(() => element.renderRoot.activeElement?.localName === 'h2');
        } else expect($<HTMLInputElement>('[part=email]').value).to.equal(ADDRESS);
        await expect(element).to.be.accessible();
      });
    }

    it('an answer that breaks the contract is undecided', async () => {
      const { claim, $ } = await land({ claim: async () => 'what?' });
      claim();
      await waitUntil(() => $('[part=refusal]').textContent.includes('We could not confirm this.'));
    });

    it('tries again with the same key', async () => {
      const keys: unknown[] = [];
      const { element, claim, $ } = await land({
        claim: async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
          keys.push(idempotencyKey);
          if (keys.length === 1) throw new AdapterError('UNAVAILABLE');
          return claimed;
        },
      });
      claim();
      await waitUntil(() => $('[part=refusal]').textContent);
      $('[part=claim-button]').click();
      await appears(element, '[part=receipt]');
      expect(keys[0]).to.equal(keys[1]);
    });

    it('a customer may invite friends instead, with the focus on the heading', async () => {
      const { element, claim, $$ } = await land({ claim: refusing('ALREADY_CUSTOMER'), link: referrals.link });
      claim();
      await waitUntil(() => $$('[part=dismiss]').length === 2);
      $$('[part=dismiss]')[1]!.click();
      await appears(element, '[part=link]');
      await waitUntil(() => element.renderRoot.activeElement?.localName === 'h2');
    });
  });

  it('can be closed, for a guest too', async () => {
    const { element, $ } = await land();
    $('[part=dismiss]').click();
    await inState(element, 'guest');
    await waitUntil(() => element.renderRoot.activeElement?.localName === 'h2');
  });

  it('forgets what the shopper before typed', async () => {
    const { shop, type, $ } = await land();
    type(ADDRESS);
    shop.signOut();
    await waitUntil(() => $<HTMLInputElement>('[part=email]').value === '');
  });

  it('keeps what is typed when it is moved and when the language changes', async () => {
    const { element, type, $ } = await land();
    type(ADDRESS);
    const elsewhere = document.createElement('section');
    elsewhere.lang = 'de';
    element.parentElement!.append(elsewhere);
    elsewhere.append(element);
    await waitUntil(() => $('.base').lang === 'de', 'still English', { timeout: 5_000 });
    expect($<HTMLInputElement>('[part=email]').value).to.equal(ADDRESS);
  });

  describe('what is kept on the device', () => {
    const consent = () => true;

    it('is nothing until the friend says so and the shop’s consent hook agrees', async () => {
      const { box } = await land({}, 'code="MARIA"', { shop: { consent } });
      expect(kept()).to.deep.equal([]);
      box().click();
      await waitUntil(() => kept().length === 1);
      const value = localStorage.getItem(kept()[0]!)!;
      expect(value).to.match(/^\d+ MARIA$/);
      expect((Number(value.split(' ')[0]) - Date.now()) / 86_400_000).to.be.closeTo(30, 0.1);
      box().click();
      await waitUntil(() => kept().length === 0);
    });

    it('is nothing where the hook says no, which the friend is told', async () => {
      const purposes: string[] = [];
      const { box, text } = await land({}, 'code="MARIA"', { shop: { consent: (purpose) => (purposes.push(purpose), false) } });
      box().click();
      await waitUntil(() => text().includes('Your privacy choices do not allow this.'));
      expect(box().checked).to.equal(false);
      expect(kept()).to.deep.equal([]);
      expect(new Set(purposes)).to.deep.equal(new Set(['attribution']));
    });

    it('is not offered where the program names no time', async () => {
      const { $$ } = await land({ program: async () => ({ ...(await referrals.program()), attributionDays: null }) });
      expect($$('[part=remember]')).to.deep.equal([]);
    });

    const later = async (value: string, over: Record<string, unknown> = {}) => {
      const name = `later-${Math.random()}`;
      localStorage.setItem(`aftercart:${name}:referral`, value);
      return mount<ReferralPanelElement>(TAG, shopWith({ link: refusing('UNAUTHENTICATED'), ...over }), { shop: { name, consent } });
    };

    it('is found at a later visit, and forgotten after the claim', async () => {
      const { element, $ } = await later(`${Date.now() + 60_000} MARIA`);
      const field = await appears<HTMLInputElement>(element, '[part=email]');
      expect(element.invitation).to.equal('MARIA');
      await waitUntil(() => $<HTMLInputElement>('[part=remember]').checked);
      field.value = ADDRESS;
      field.dispatchEvent(new Event('input'));
      $('[part=claim-button]').click();
      await appears(element, '[part=receipt]');
      expect(kept()).to.deep.equal([]);
    });

    it('is forgotten when its time is over, or when it is nonsense', async () => {
      for (const value of [`${Date.now() - 1} MARIA`, '{}', '']) {
        const { element } = await later(value || ' ');
        await inState(element, 'guest');
        await waitUntil(() => kept().length === 0);
        expect(element.invitation).to.equal(undefined);
      }
    });

    it('is forgotten when the invitation has ended', async () => {
      const { element, $ } = await later(`${Date.now() + 60_000} MARIA`, { claim: refusing('REFERRAL_EXPIRED') });
      const field = await appears<HTMLInputElement>(element, '[part=email]');
      field.value = ADDRESS;
      field.dispatchEvent(new Event('input'));
      $('[part=claim-button]').click();
      await waitUntil(() => $('[part=refusal]').textContent.includes('has ended'));
      expect(kept()).to.deep.equal([]);
    });
  });

  it('reads well to a screen reader', async function () {
    if (navigator.userAgent.includes('Firefox')) return this.skip();
    await land();
    const tree = JSON.stringify(await a11ySnapshot({}));
    for (const [role, name] of [['heading', 'A friend gives you €10 off'], ['textbox', 'Your e-mail'], ['button', 'Get offer'], ['checkbox', 'Remember this offer on this device for 30 days']]) {
      expect(tree).to.match(new RegExp(`"role":"${role}"[^{}]*"name":"${name}"`));
    }
  });
});
