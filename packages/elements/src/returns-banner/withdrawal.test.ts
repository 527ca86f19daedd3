import { AdapterError, type ErrorCode, type ReturnDeadline, type WithdrawalReceipt, type WithdrawInput } from '@aftercart/contract';
import { sendKeys } from '@web/test-runner-commands';
import { deferred } from '../test/deferred.ts';
import { appears, inState, mount, shopOf } from '../test/mount.ts';
import { onScreen } from '../test/screen.ts';
import { expect, oneEvent, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';
import type { WithdrawnEvent, WithdrawRequestEvent } from './returns-banner.events.ts';

const TAG = 'aftercart-returns-banner';
const DECLARATION = 'I withdraw from the contract NP-1042.\n<b>Anna</b>';

const policy = async () => ({
  id: 'gr', applicableCountry: [], returnPolicyCategory: 'MerchantReturnFiniteReturnWindow', merchantReturnDays: 30, windowStart: 'delivery', outcomes: [],
  customerRemorseReturnFees: { type: 'FreeReturn' }, itemDefectReturnFees: { type: 'FreeReturn' }, returnMethod: [], exclusions: [], statutory: { days: 14 },
});
const deadline: ReturnDeadline = {
  orderNumber: 'NP-1042', deliveredOn: '2026-11-20', goodwillUntil: '2026-12-20', statutoryUntil: '2026-12-04', withdrawable: true, timeZone: 'Europe/Athens',
};
const receipt: WithdrawalReceipt = {
  id: 'wd/../7', receivedAt: '2026-11-24T23:30:00Z', orderNumber: 'NP-1042', name: 'Anna <i>', email: 'anna@example.com', items: ['Lamp'], content: DECLARATION,
};

type Withdraw = (input: WithdrawInput, context: { idempotencyKey?: string }) => Promise<unknown>;
const works: Withdraw = async ({ step }) => (step === 'declare' ? { step: 'confirm', declaration: DECLARATION, confirmation: 'c1' } : { step: 'done', receipt });
const failsAt = (step: string, ...codes: ErrorCode[]): Withdraw => {
  const left = [...codes];
  return async (input, context) => {
    const code = input.step === step && left.shift();
    if (code) throw new AdapterError(code);
    return works(input, context);
  };
};

const put = async (withdraw: Withdraw | undefined = works, attributes = 'order="NP-1042"', over: Record<string, unknown> = {}, lang = 'en') => {
  const mounted = await mount<ReturnsBannerElement>(TAG, { id: 'test', returns: { policy, deadline: async () => deadline, withdraw, ...over } }, { attributes, lang, shop: { now: () => Date.parse('2026-11-24T12:00:00Z') } });
  const type = (values: Record<string, string>) => {
    for (const [field, value] of Object.entries(values)) {
      const input = mounted.$<HTMLInputElement>(`#${field}`);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  };
  const submit = () => mounted.$<HTMLFormElement>('form').requestSubmit();
  const says = (words: string) => waitUntil(() => mounted.text().includes(words), `“${words}” never came: ${mounted.text()}`);
  return { ...mounted, type, submit, says };
};
const openForm = async (...args: Parameters<typeof put>) => {
  const mounted = await put(...args);
  (await appears(mounted.element, '[part=withdraw]')).click();
  await appears(mounted.element, '[part=form]');
  return mounted;
};
const declared = async (...args: Parameters<typeof put>) => {
  const mounted = await openForm(...args);
  mounted.type({ name: ' Anna ', email: 'anna@example.com' });
  mounted.submit();
  const confirm = await appears(mounted.element, '[part=confirm-withdrawal]');
  return { ...mounted, confirm };
};

describe(`${TAG}: withdrawal`, () => {
  describe('the button', () => {
    it('is there, and works, where the policy can’t be fetched', async () => {
      const lost = async () => Promise.reject(new AdapterError('FORBIDDEN', 'no'));
      const { element, $ } = await mount<ReturnsBannerElement>(TAG, { id: 'test', returns: { policy: lost, withdraw: works } }, { attributes: 'withdrawal' });
      await inState(element, 'error');
      (await appears(element, '[part=withdraw]')).click();
      await appears(element, '[part=form]');
      expect($('[part=retry]')).to.exist;
      await expect(element).to.be.accessible();
    });

    const labels = {
      en: 'Withdraw from contract here', de: 'Vertrag widerrufen', el: 'Πατήστε εδώ για υπαναχώρηση', fr: 'Renoncer au contrat ici',
      es: 'Desistir del contrato aquí', ru: 'Отказаться от договора здесь', zh: '在此撤回合同', ar: 'العدول عن العقد هنا',
    };
    for (const [lang, label] of Object.entries(labels)) {
      it(`has the words of the law in ${lang}`, async () => {
        const { element, $ } = await put(works, undefined, {}, lang);
        await appears(element, '[part=withdraw]');
        await waitUntil(() => $('[part=withdraw]').textContent === label);
      });
    }

    it('is not there once the period is over, nor where the backend takes no withdrawal', async () => {
      for (const mounted of [await put(works, undefined, { deadline: async () => ({ ...deadline, withdrawable: false }) }), await put(works, undefined, { withdraw: undefined }), await put(works, '')]) {
        await inState(mounted.element, 'ready');
        expect(mounted.$$('[part=withdraw]')).to.deep.equal([]);
      }
    });

    it('is always there with the attribute: for guests, without an order, without a policy', async () => {
      const nobody = async () => Promise.reject(new AdapterError('UNAUTHENTICATED'));
      for (const over of [{}, { deadline: nobody }, { policy: nobody }, { policy: async () => null }]) {
        const { element } = await put(works, 'withdrawal', over);
        await appears(element, '[part=withdraw]');
        await expect(element).to.be.accessible();
      }
    });
  });

  describe('two steps', () => {
    it('by keyboard alone, to a receipt that the backend gave, with the focus on what is new', async () => {
      const inputs: WithdrawInput[] = [];
      const { element, $ } = await put(async (input, context) => (inputs.push(input), works(input, context)));
      (await appears(element, '[part=withdraw]')).focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => element.renderRoot.activeElement?.localName === 'h3', 'the heading has no focus');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Anna' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'anna@example.com' });
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=declaration]');
      await waitUntil(() => element.renderRoot.activeElement?.textContent === 'Check your declaration');
      expect($('[part=declaration]').textContent).to.equal(DECLARATION);
      await expect(element).to.be.accessible();
      expect(inputs).to.deep.equal([{ step: 'declare', orderNumber: 'NP-1042', name: 'Anna', email: 'anna@example.com' }]);
      await sendKeys({ press: 'Tab' });
      expect(element.renderRoot.activeElement?.textContent.trim()).to.equal('Confirm withdrawal');
      setTimeout(() => sendKeys({ press: 'Enter' }));
      const event = (await oneEvent(element, 'aftercart-withdrawn')) as WithdrawnEvent;
      expect(event.receipt.id).to.equal(receipt.id);
      await appears(element, '[part=receipt]');
      expect(inputs[1]).to.deep.equal({ step: 'confirm', confirmation: 'c1' });
      await waitUntil(() => element.renderRoot.activeElement?.textContent === 'Your withdrawal has been received');
      await expect(element).to.be.accessible();
    });

    it('sends items and a reason where they are given, and asks the page first', async () => {
      let sent: WithdrawInput | undefined;
      const mounted = await openForm(async (input, context) => ((sent ??= input), works(input, context)));
      mounted.type({ name: 'Anna', email: 'a@b', orderNumber: ' 7 ', items: 'Lamp\n\n Socks \n', reason: ' Too big ' });
      mounted.submit();
      const confirm = await appears(mounted.element, '[part=confirm-withdrawal]');
      expect(sent).to.deep.equal({ step: 'declare', orderNumber: '7', name: 'Anna', email: 'a@b', items: ['Lamp', 'Socks'], reason: 'Too big' });
      setTimeout(() => confirm.click());
      const request = (await oneEvent(mounted.element, 'aftercart-withdraw-request')) as WithdrawRequestEvent;
      expect([request.orderNumber, request.items, request.declaration]).to.deep.equal(['7', ['Lamp', 'Socks'], DECLARATION]);
    });

    it('does not confirm when the page cancels the request', async () => {
      const steps: string[] = [];
      const { element, confirm } = await declared(async (input, context) => (steps.push(input.step), works(input, context)));
      element.addEventListener('aftercart-withdraw-request', (event) => event.preventDefault());
      confirm.click();
      await element.updateComplete;
      expect(steps).to.deep.equal(['declare']);
    });

    it('is one withdrawal however often it is clicked', async () => {
      const keys: (string | undefined)[] = [];
      const { element, confirm } = await declared(async (input, context) => (input.step === 'confirm' && keys.push(context.idempotencyKey), works(input, context)));
      confirm.click();
      confirm.click();
      await appears(element, '[part=receipt]');
      expect(keys.length).to.equal(1);
    });

    it('goes back to the form with what was typed, and closes with the focus on the button', async () => {
      const { element, $, $$ } = await declared();
      $$('.withdrawal button').at(-1)!.click();
      await appears(element, '[part=form]');
      expect([$<HTMLInputElement>('#name').value, $<HTMLInputElement>('#email').value]).to.deep.equal([' Anna ', 'anna@example.com']);
      $('[part=form] [type=button]').click();
      await waitUntil(() => element.renderRoot.activeElement === $('[part=withdraw]'));
      $('[part=withdraw]').click();
      await appears(element, '[part=form]');
      expect($<HTMLInputElement>('#name').value).to.equal(' Anna ');
    });
  });

  describe('what goes wrong', () => {
    it('is said at the field, which gets the focus', async () => {
      const { element, $, $$, submit, says, type } = await openForm();
      type({ email: 'anna@', orderNumber: ' ' });
      submit();
      await says('Please enter your name.');
      expect(element.renderRoot.activeElement).to.equal($('#name'));
      expect($$('[aria-invalid=true]').length).to.equal(3);
      expect($(`#${$('#email').getAttribute('aria-describedby')}`).textContent).to.contain('such as name@example.com');
      await expect(element).to.be.accessible();
    });

    const declaring: [ErrorCode, string][] = [
      ['RETURN_WINDOW_CLOSED', 'has ended'], ['ALREADY_WITHDRAWN', 'withdrawn from this contract already'], ['NOT_ELIGIBLE', 'no right of withdrawal'],
      ['INVALID_REQUEST', 'found no order'], ['UNAUTHENTICATED', 'Please sign in'], ['TOKEN_EXPIRED', 'Please sign in'], ['FORBIDDEN', 'Nothing has been withdrawn'],
      ['UNAVAILABLE', 'could not reach the shop'], ['OFFLINE', 'could not reach the shop'], ['RATE_LIMITED', 'could not reach the shop'], ['INVALID_RESPONSE', 'could not reach the shop'],
    ];
    for (const [code, words] of declaring) {
      it(`is said in plain words at the first step, and what was typed stays: ${code}`, async () => {
        const { $, $$, type, submit, says } = await openForm(failsAt('declare', ...(Array(3).fill(code) as ErrorCode[])));
        type({ name: 'Anna', email: 'anna@example.com' });
        submit();
        await says(words);
        expect($<HTMLInputElement>('#name').value).to.equal('Anna');
        expect($$('[part=receipt]')).to.deep.equal([]);
        expect($('[part=failure]').getAttribute('role')).to.equal('status');
      });
    }

    const confirming: [ErrorCode, string][] = [
      ['UNAVAILABLE', 'it counts only once'], ['TIMEOUT', 'it counts only once'], ['ADAPTER_FAULT', 'it counts only once'],
      ['INVALID_REQUEST', 'no longer open'], ['RETURN_WINDOW_CLOSED', 'has ended'], ['ALREADY_WITHDRAWN', 'already'],
    ];
    for (const [code, words] of confirming) {
      it(`is said in plain words at the second step, with no receipt: ${code}`, async () => {
        const { element, $$, confirm, says } = await declared(failsAt('confirm', code));
        confirm.click();
        await says(words);
        expect($$('[part=receipt]')).to.deep.equal([]);
        await expect(element).to.be.accessible();
        expect(confirm.getAttribute('aria-disabled')).to.equal('false');
      });
    }

    it('can be tried again as the same act when it is not known how it ended', async () => {
      const keys: (string | undefined)[] = [];
      const fails = failsAt('confirm', 'UNAVAILABLE');
      const { element, confirm, says } = await declared(async (input, context) => (input.step === 'confirm' && keys.push(context.idempotencyKey), fails(input, context)));
      confirm.click();
      await says('it counts only once');
      confirm.click();
      await appears(element, '[part=receipt]');
      expect(keys.length).to.equal(2);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('shows no success for an answer that is none', async () => {
      const { $$, confirm, says } = await declared(async (input, context) => (input.step === 'confirm' ? { step: 'done' } : works(input, context)));
      confirm.click();
      await says('it counts only once');
      expect($$('[part=receipt]')).to.deep.equal([]);
    });
  });

  describe('the receipt', () => {
    const received = async (...args: Parameters<typeof put>) => {
      const mounted = await declared(...args);
      mounted.confirm.click();
      await appears(mounted.element, '[part=receipt]');
      return mounted;
    };

    it('has number, content, date and time with the time zone of the shop', async () => {
      const { $ } = await received();
      const words = $('[part=receipt]').textContent;
      for (const part of ['wd/../7', 'NP-1042', 'Anna <i>', 'anna@example.com', 'Lamp', DECLARATION]) expect(words).to.contain(part);
      expect($('time').getAttribute('datetime')).to.equal(receipt.receivedAt);
      expect($('time').textContent).to.match(/November 25, 2026.* 1:30:00 AM (GMT\+2|EET)/);
    });

    it('is kept as a text file with a harmless name', async () => {
      const { $ } = await received();
      const clicked: HTMLAnchorElement[] = [];
      const { click } = HTMLElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        clicked.push(this);
      };
      try {
        click.call($('[part=download]'));
        await waitUntil(() => clicked.length === 1);
      } finally {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      }
      expect(clicked[0]!.download).to.equal('withdrawal-wd-7.txt');
      const text = await (await fetch(clicked[0]!.href)).text();
      for (const part of ['Receipt number: wd/../7', receipt.receivedAt, DECLARATION]) expect(text).to.contain(part);
    });

    it('is printed alone', async () => {
      const { element, $ } = await received();
      const printed: string[] = [];
      const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
        configurable: true,
        get(this: HTMLIFrameElement) {
          const view = get!.call(this) as Window;
          view.print = () => {
            printed.push(view.document.body.textContent);
            view.dispatchEvent(new Event('afterprint'));
          };
          return view;
        },
      });
      try {
        $('[part=print]').click();
        await waitUntil(() => printed.length === 1);
      } finally {
        Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { configurable: true, get: get! });
      }
      expect(printed[0]).to.contain(DECLARATION).and.not.to.contain('30 days');
      await waitUntil(() => !element.renderRoot.querySelector('iframe'), 'the frame stayed');
    });

    it('can be seen again for an order that was withdrawn from', async () => {
      const { element, $, text } = await put(works, undefined, { deadline: async () => ({ ...deadline, withdrawable: false, receipt }) });
      (await appears(element, '[part=show-receipt]')).click();
      expect(text()).to.contain('Withdrawn on November 25');
      await appears(element, '[part=receipt]');
      $('.withdrawal .plain').click();
      await waitUntil(() => element.renderRoot.activeElement === $('[part=show-receipt]'));
    });

    it('stays while the order is asked for again', async () => {
      let withdrawn = false;
      const { element, $ } = await received(
        async (input, context) => ((withdrawn ||= input.step === 'confirm'), works(input, context)),
        undefined,
        { deadline: async () => (withdrawn ? { ...deadline, withdrawable: false, receipt } : deadline) },
      );
      await appears(element, '[part=show-receipt]');
      expect($('[part=receipt]').textContent).to.contain('NP-1042');
    });
  });

  describe('another shopper', () => {
    it('sees nothing of what the one before typed', async () => {
      const { element, $, $$, type, shop } = await openForm();
      type({ name: 'Anna', email: 'anna@example.com' });
      shop.signOut();
      await element.updateComplete;
      await inState(element, 'ready');
      expect($$('[part=form]')).to.deep.equal([]);
      $('[part=withdraw]').click();
      await appears(element, '[part=form]');
      expect($<HTMLInputElement>('#name').value).to.equal('');
    });

    it('gets no receipt of the one before, however late it comes', async () => {
      let answer!: () => void;
      const gate = new Promise<void>((resolve) => (answer = resolve));
      const { element, $$, shop, confirm } = await declared(async (input, context) => {
        if (input.step === 'confirm') await gate;
        return works(input, context);
      });
      let told = 0;
      element.addEventListener('aftercart-withdrawn', () => told++);
      confirm.click();
      shop.signOut();
      answer();
      await element.updateComplete;
      await inState(element, 'ready');
      expect($$('[part=receipt]')).to.deep.equal([]);
      expect(told).to.equal(0);
    });

    const steps: Record<string, (mounted: Awaited<ReturnType<typeof declared>>) => Promise<unknown>> = {
      form: async ({ element, $$ }) => {
        $$('.withdrawal button').at(-1)!.click();
        await appears(element, '[part=form]');
      },
      check: async () => {},
      receipt: async ({ element, confirm }) => {
        confirm.click();
        await appears(element, '[part=receipt]');
      },
    };
    for (const [step, go] of Object.entries(steps)) {
      it(`nor the shopper of a new shop of the same name: ${step}`, async () => {
        const mounted = await declared();
        const { element, $, $$, shop, text } = mounted;
        await go(mounted);
        shopOf({ id: 'test', returns: { policy, deadline: async () => deadline, withdraw: works } }, { name: shop.name });
        await element.updateComplete;
        await inState(element, 'ready');
        await appears(element, '[part=withdraw]');
        expect($$('.withdrawal')).to.deep.equal([]);
        expect(text()).not.to.match(/Anna|anna@|c1/);
        $('[part=withdraw]').click();
        await appears(element, '[part=form]');
        expect($$<HTMLInputElement>('.withdrawal input, .withdrawal textarea').map(({ value }) => value)).to.deep.equal(['', 'NP-1042', '', '', '']);
      });
    }

    it('nor a receipt that comes when the element has a new shop of the same name', async () => {
      const gate = deferred<void>();
      const { element, $$, shop, confirm } = await declared(async (input, context) => {
        if (input.step === 'confirm') await gate.promise;
        return works(input, context);
      });
      confirm.click();
      shopOf({ id: 'test', returns: { policy, deadline: async () => deadline, withdraw: works } }, { name: shop.name });
      gate.resolve();
      await element.updateComplete;
      await inState(element, 'ready');
      await appears(element, '[part=withdraw]');
      expect($$('.withdrawal')).to.deep.equal([]);
    });

    it('nor the shopper of another shop or order', async () => {
      const { element, $$, type } = await openForm();
      type({ name: 'Anna' });
      element.order = 'NP-7';
      await waitUntil(() => !$$('[part=form]').length);
      element.shop = shopOf({ id: 'other', returns: { policy } }).shop.name;
      await inState(element, 'ready');
      expect($$('[part=withdraw]')).to.deep.equal([]);
    });
  });

  for (const lang of ['de', 'el', 'ar']) {
    it(`fits a phone in ${lang}`, async () => {
      await onScreen(320, 640);
      const { element, confirm } = await declared(works, undefined, {}, lang);
      expect(element.scrollWidth).to.be.at.most(320);
      confirm.click();
      await appears(element, '[part=receipt]');
      expect(element.scrollWidth).to.be.at.most(320);
      await expect(element).to.be.accessible();
    });
  }
});
