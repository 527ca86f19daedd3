/** Puts an element with a shop of its own on the test page. */
import type { Adapter } from '@aftercart/contract';
import { defineShop, removeShop, type Report, type Shop, type ShopOptions } from '@aftercart/core';
import { fixture, html, unsafeStatic, waitUntil } from './testing.ts';
import type { AftercartElement } from '../base/aftercart-element.ts';
import type { Phase } from '../base/state.ts';

export interface Mounted<E> {
  element: E;
  shop: Shop;
  /** What the developer was told. */
  reports: Report[];
  /** The first match inside the element’s shadow root. */
  $<T extends HTMLElement = HTMLElement>(selector: string): T;
  $$<T extends HTMLElement = HTMLElement>(selector: string): T[];
  /** The words that the element shows, with runs of white space as one space. */
  text(): string;
}

export interface MountOptions {
  /** Attributes of the tag, in HTML. */
  attributes?: string;
  /** Slotted content. */
  slot?: string;
  lang?: string;
  shop?: Partial<ShopOptions>;
}

let count = 0;
const shops: Shop[] = [];

/** A shop with a name of its own, taken away after the test. */
export function shopOf(adapter: unknown, options: Partial<ShopOptions> = {}): { shop: Shop; reports: Report[] } {
  const reports: Report[] = [];
  const shop = defineShop({
    name: `test-${++count}`,
    adapter: adapter as Adapter,
    onReport: (report) => reports.push(report),
    ...options,
  });
  shops.push(shop);
  return { shop, reports };
}

afterEach(() => {
  for (const shop of shops.splice(0)) removeShop(shop);
});

export async function mount<E extends AftercartElement<any, any>>(tag: string, adapter: unknown, options: MountOptions = {}): Promise<Mounted<E>> {
  const { shop, reports } = shopOf(adapter, options.shop);
  const wrapper = await fixture<HTMLElement>(
    html`${unsafeStatic(`<div lang="${options.lang ?? 'en'}"><${tag} shop="${shop.name}" ${options.attributes ?? ''}>${options.slot ?? 'Slotted words'}</${tag}></div>`)}`,
  );
  const element = wrapper.firstElementChild as E;
  await element.updateComplete;
  const $ = <T extends HTMLElement>(selector: string) => {
    const found = element.renderRoot.querySelector<T>(selector);
    if (!found) throw new Error(`No ${selector} in ${element.renderRoot.innerHTML}`);
    return found;
  };
  const $$ = <T extends HTMLElement>(selector: string) => [...element.renderRoot.querySelectorAll<T>(selector)];
  const text = () => (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { element, shop, reports, $, $$, text };
}

/** Waits until the element is in a state, and has drawn it. */
export async function inState(element: AftercartElement<any, any>, phase: Phase, timeout = 5_000): Promise<void> {
  await waitUntil(() => element.matches(`:state(${phase})`), `${element.localName} never became ${phase}; it is ${element.phase}`, { timeout });
  await element.updateComplete;
}

/** Waits until something in the element’s shadow root matches. */
export async function appears<T extends HTMLElement = HTMLElement>(element: AftercartElement<any, any>, selector: string): Promise<T> {
  await waitUntil(() => element.renderRoot.querySelector(selector), `${selector} never came: ${element.renderRoot.textContent}`, { timeout: 5_000 });
  return element.renderRoot.querySelector<T>(selector)!;
}
