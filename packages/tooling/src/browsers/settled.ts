import type { Page } from 'puppeteer-core';
import { elementNames } from '../repo.ts';

const selector = elementNames().map((name) => `aftercart-${name}`).join();

/** What each element of a page is, in the order of the page: its tag without the prefix, and its state. */
export interface ElementState {
  name: string;
  state: string;
}

/** Runs in the page. An element that is not defined has no state; one that waits until it is seen is not there yet. */
function readStates(selector: string): ElementState[] {
  const known = ['loading', 'ready', 'empty', 'guest', 'stale', 'error', 'unsupported'];
  const waits = (element: Element): boolean => element.matches('[load=visible]:not(:defined)') && !element.checkVisibility();
  return [...document.querySelectorAll(selector)].filter((element) => !waits(element)).map((element) => ({
    name: element.localName.replace('aftercart-', ''),
    state: known.find((state) => element.matches(`:state(${state})`)) ?? 'undefined',
  }));
}

export function elementStates(page: Page): Promise<ElementState[]> {
  return page.evaluate(readStates, selector);
}

/** Waits until no element of a page is loading any more, and the frame after that. Answers what they are then. */
export async function settled(page: Page, timeout = 20_000): Promise<ElementState[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const states = await elementStates(page);
    if (states.every(({ state }) => state !== 'loading' && state !== 'undefined')) {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      return states;
    }
    if (Date.now() > end) throw new Error(`${page.url()} did not settle: ${states.map(({ name, state }) => `${name} is ${state}`).join(', ')}.`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Waits until every picture of a page is there, those below the fold too. One that can't be had is not waited for. */
export function withPictures(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const images = [...document.images];
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
  });
}
