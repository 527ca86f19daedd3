import type { Browser, BrowserContext, Page } from 'puppeteer-core';

/** A page with empty storage that remembers all that must not happen. */
export interface Visitor {
  page: Page;
  /** What was said on the console as a warning or an error, thrown without being caught, not found, or asked of others. */
  complaints: string[];
  leave(): Promise<void>;
}

export async function visitor(browser: Browser, origin: string, width = 1280): Promise<Visitor> {
  const context: BrowserContext = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) complaints.push(`asked another origin: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, complaints, leave: () => context.close() };
}

/** Starts to count what moves; before the page is loaded. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: ShiftSource[] })[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
          const name = node instanceof Element ? `${node.localName}${node.className && `.${String(node.className)}`}` : (node?.nodeName ?? 'a node in a shadow root');
          return `${name} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`;
        });
        shifts.push({ value: entry.value, what: `${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${moved.join('; ')}` });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    interface ShiftSource {
      node: Node | null;
      previousRect: DOMRect;
      currentRect: DOMRect;
    }
  });
}

/** What moved since, each with its value and the boxes. */
export function shifts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    return (globalThis as never as { shifts: { what: string }[] }).shifts.map(({ what }) => what);
  });
}

/** Whether the element that has the focus, shadow roots included, matches a selector. */
export function focusMatches(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((selector) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.matches(selector) ?? false;
  }, selector);
}

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await focusMatches(page, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}.`);
}
