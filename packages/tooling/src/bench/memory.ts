import type { Browser, CDPSession, Page } from 'puppeteer-core';

const COUNT = 1000;

// Stores give up their data a second after their last listener has gone.
const UNMOUNTED = 1500;

export interface Memory {
  /** Kilobytes of one instance: heap of scripts and of the document. */
  instance: number;
  /** Kilobytes that one instance leaves behind. */
  retained: number;
}

/**
 * Adds 1,000 of an element to a page and takes them away again. The page has done that once before: code that the engine made faster meanwhile
 * and tables that have grown stay however many elements come and go.
 */
export async function memoryOf(browser: Browser, url: string, html: string): Promise<Memory> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const cdp = await page.createCDPSession();
    await page.goto(url);
    await add(page, html, COUNT);
    await clear(page);
    const before = await used(cdp);
    await add(page, html, COUNT);
    const during = await used(cdp);
    await clear(page);
    const after = await used(cdp);
    return { instance: (during - before) / COUNT / 1000, retained: (after - before) / COUNT / 1000 };
  } finally {
    await context.close();
  }
}

/** Until all of them show their data. */
function add(page: Page, html: string, count: number): Promise<void> {
  return page.evaluate(
    (html, count) =>
      new Promise<void>((resolve) => {
        let left = count;
        const listen = (event: Event): void => {
          if ((event as Event & { state?: string }).state === 'loading' || --left > 0) return;
          removeEventListener('aftercart-state', listen);
          requestAnimationFrame(() => setTimeout(resolve, 100));
        };
        addEventListener('aftercart-state', listen);
        const box = document.body.appendChild(document.createElement('div'));
        box.id = 'many';
        box.innerHTML = html.repeat(count);
      }),
    html,
    count,
  );
}

async function clear(page: Page): Promise<void> {
  await page.evaluate((wait) => {
    document.querySelector('#many')!.remove();
    return new Promise((resolve) => setTimeout(resolve, wait));
  }, UNMOUNTED);
}

async function used(cdp: CDPSession): Promise<number> {
  // What a finalizer lets go of is collected the next time.
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize;
}
