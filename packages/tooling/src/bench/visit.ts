import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { readTrace, traceCategories, type MainThread } from './trace.ts';

/** How much slower than this machine's processor the page's is made. */
const THROTTLE = 4;

/** What the browser's developer tools call “Slow 4G”. */
const slow4G = { download: 188_744, upload: 86_400, latency: 562.5 };

export interface Visit extends MainThread {
  /** From evaluation to the frame that shows the data of every element. */
  painted: number;
  /** From evaluation to the first frame with all elements in it, be it without data. */
  first: number;
  /** From the script's tag to the frame with the data. */
  sinceTag: number;
  /** Sum of the browser's `layout-shift` entries. */
  shift: number;
  /** Paths of the files of ours that were loaded. */
  files: string[];
  /** What `ask` answered. */
  asked: string | undefined;
}

interface VisitOptions {
  trace?: boolean;
  network?: boolean;
  /** Runs in the page at the end. */
  ask?: () => string;
}

/** Loads a page with empty caches and waits until its elements show their data. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  return withPage(browser, async (page) => {
    const files: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/aftercart\/.*\.js$/.test(pathname)) files.push(pathname);
    });
    if (options.network) await page.emulateNetworkConditions(slow4G);
    if (options.trace) await page.tracing.start({ categories: traceCategories });
    const painted = hears(page, 'bench:painted');
    await page.goto(url);
    await painted;
    const trace = options.trace ? await page.tracing.stop() : undefined;
    const asked = options.ask ? await page.evaluate(options.ask) : undefined;
    return { ...(await readPage(page)), ...(trace ? readTrace(trace) : { script: 0, longestTask: 0 }), files, asked };
  });
}

/** From the first click on the points to the frame that shows the open panel. */
export async function firstClick(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    const painted = hears(page, 'bench:painted');
    await page.goto(url);
    await painted;
    const middle = await page.evaluate(() => {
      const host = document.querySelector('aftercart-points-badge')!;
      const root = host.shadowRoot!;
      addEventListener('click', ({ timeStamp }) => {
        const look = (): void => {
          if (!root.querySelector('dialog[open]')) return void requestAnimationFrame(look);
          setTimeout(() => {
            performance.measure('bench:click', { start: timeStamp, end: performance.now() });
            console.debug('bench:open');
          });
        };
        requestAnimationFrame(look);
      });
      const { left, top, width, height } = host.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const open = hears(page, 'bench:open');
    await page.mouse.click(middle.x, middle.y);
    await open;
    return page.evaluate(() => performance.getEntriesByName('bench:click')[0]!.duration);
  });
}

/** A page with a window of its own, nothing cached, on a slow processor. */
async function withPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateCPUThrottling(THROTTLE);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Until the page says something on its console. */
function hears(page: Page, words: string): Promise<void> {
  return new Promise((done, fail) => {
    const patience = setTimeout(() => fail(new Error(`${page.url()} never said ${words}.`)), 30_000);
    page.on('console', (message) => {
      if (message.text() !== words) return;
      clearTimeout(patience);
      done();
    });
  });
}

function readPage(page: Page): Promise<Pick<Visit, 'painted' | 'first' | 'sinceTag' | 'shift'>> {
  return page.evaluate(async () => {
    const at = (name: string): number => performance.getEntriesByName(name)[0]!.startTime;
    const shifts: PerformanceEntry[] = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const painted = at('bench:painted');
    return {
      painted: painted - at('bench:start'),
      first: at('bench:first') - at('bench:start'),
      sinceTag: painted - at('bench:tag'),
      shift: shifts.reduce((total, entry) => total + (entry as PerformanceEntry & { value: number }).value, 0),
    };
  });
}
