/** Nothing that matters is cut off where the card is narrow, in any language, and nothing grows for it. */
import { appears, mount, type Mounted } from '../test/mount.ts';
import { claimed, program, refusing, shopWith } from '../test/referrals.ts';
import { expect, nextFrame, waitUntil } from '../test/testing.ts';
import './define.ts';
import type { ReferralPanelElement } from './referral-panel.ts';

/** For the friend and for the advocate, as long as shops write it. */
const OFFERS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['€10 off the first order', '250 miles'],
  de: ['10 € Rabatt auf die erste Bestellung', '250 Meilen'],
  el: ['Έκπτωση 10 € στην πρώτη παραγγελία', '250 μίλια'],
  ru: ['Скидка 10 € на первый заказ', '250 миль'],
  fr: ['10 € sur la première commande', '250 miles'],
  es: ['10 € de descuento en el primer pedido', '250 millas'],
  ar: ['خصم 10 يورو على الطلب الأول', '250 ميلًا'],
  zh: ['首单立减 10 欧元', '250 里程'],
};

/** Opened in a column of this width; tells the height that it kept before there was data. */
async function open(lang: string, width: number, over: Record<string, unknown> = {}, attributes = '') {
  const [friend, advocate] = OFFERS[lang]!;
  const answer = { ...program, friendOffer: { ...program.friendOffer, title: friend }, advocateOffer: { ...program.advocateOffer, title: advocate } };
  let come!: (value: typeof answer) => void;
  const slow = new Promise<typeof answer>((resolve) => (come = resolve));
  const mounted = await mount<ReferralPanelElement>('aftercart-referral-panel', shopWith({ program: () => slow, ...over }), { attributes, lang });
  const { element } = mounted;
  element.parentElement!.style.inlineSize = `${width}px`;
  await nextFrame();
  const height = () => element.getBoundingClientRect().height;
  const kept = height();
  come(answer);
  await appears(element, '[part=title]');
  return { ...mounted, height, kept };
}

/** Neither lines that are left out nor letters beyond the edge. */
function expectWhole({ $$ }: Mounted<ReferralPanelElement>, selector = '[part=title], [part=how], [part=code]'): void {
  for (const each of $$(selector)) {
    expect(each.scrollHeight, `${each.textContent} is ${each.clientHeight} high`).to.be.at.most(each.clientHeight + 1);
    expect(each.scrollWidth, `${each.textContent} is ${each.clientWidth} wide`).to.be.at.most(each.clientWidth);
  }
}

describe('aftercart-referral-panel, in a narrow column', () => {
  for (const width of [296, 366]) {
    for (const lang of Object.keys(OFFERS)) {
      it(`shows the advocate all words in ${lang}, at ${width} pixels`, async () => {
        const panel = await open(lang, width);
        await appears(panel.element, '[part=channel]');
        expectWhole(panel);
        expect(panel.height()).to.equal(panel.kept);
      });

      it(`shows the friend all words, the e-mail and the code in ${lang}, at ${width} pixels`, async () => {
        const claim = async () => ({ ...claimed, offer: { ...claimed.offer, title: OFFERS[lang]![0] }, code: 'FRIEND-31FRN16P' });
        const panel = await open(lang, width, { link: refusing('UNAUTHENTICATED'), claim }, 'code="MARIA7K2M"');
        const { element, $ } = panel;
        const email = await appears<HTMLInputElement>(element, '[part=email]');
        expectWhole(panel);
        expect(email.offsetWidth).to.be.at.least(104);
        expect(panel.height()).to.equal(panel.kept);
        email.value = 'friend@example.com';
        email.dispatchEvent(new Event('input'));
        // What opens below the panel brings styles of its own.
        await element.prepare();
        $('[part=claim-button]').click();
        const code = await appears(element, '[part=code]');
        await waitUntil(() => element.renderRoot.activeElement?.localName === 'h2');
        expectWhole(panel);
        expect(code.offsetHeight).to.equal(44);
        expect(panel.height()).to.equal(panel.kept);
      });
    }
  }

  for (const lang of Object.keys(OFFERS)) {
    it(`keeps room for the e-mail and the code in ${lang}, at 240 pixels`, async () => {
      const claim = async () => ({ ...claimed, code: 'FRIEND-31FRN16P' });
      const panel = await open(lang, 240, { link: refusing('UNAUTHENTICATED'), claim }, 'code="MARIA7K2M"');
      const email = await appears<HTMLInputElement>(panel.element, '[part=email]');
      expect(email.offsetWidth).to.be.at.least(104);
      expect(panel.height()).to.equal(panel.kept);
      email.value = 'friend@example.com';
      email.dispatchEvent(new Event('input'));
      panel.$('[part=claim-button]').click();
      await appears(panel.element, '[part=code]');
      expectWhole(panel, '[part=code]');
      expect(panel.height()).to.equal(panel.kept);
    });
  }
});
