import type { ElementHandle, Page } from 'puppeteer-core';

/** Clicks as a shopper does, once what is to be clicked is there; shadow roots are entered with `>>>`. */
export async function click(page: Page, selector: string): Promise<void> {
  await (await seen(page, selector)).click();
}

/** Clicks on the one of several that says something. */
export async function clickOn(page: Page, selector: string, words: string): Promise<void> {
  await seen(page, selector);
  for (const element of await page.$$(selector)) {
    if (await element.evaluate(({ textContent }, words) => textContent?.includes(words), words)) return element.click();
  }
  throw new Error(`None of ${selector} says ${words}.`);
}

export async function type(page: Page, selector: string, text: string): Promise<void> {
  await (await seen(page, selector)).type(text);
}

/** Waits until something can be seen. */
export async function seen(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(selector, { visible: true });
  return element!;
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return (await seen(page, selector)).evaluate((element) => element.textContent ?? '');
}

/** Waits until an element with a shadow root says something. */
export async function says(page: Page, tag: string, words: string): Promise<void> {
  await page.waitForFunction((tag, words) => [...document.querySelectorAll(tag)].some((element) => element.shadowRoot?.textContent.includes(words)), {}, tag, words);
}

/** Chooses in the demo’s bar. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.evaluate(
    (name, value) => {
      const label = [...document.querySelectorAll<HTMLLabelElement>('.demo label')].find(({ firstChild }) => firstChild?.textContent === name);
      const select = label?.querySelector('select');
      if (![...(select?.options ?? [])].some((option) => option.value === value)) throw new Error(`The demo has no ${value} for ${name}.`);
      select!.value = value;
      select!.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );
}

/** All that the page says, elements and shadow roots included, attributes and fields too. */
export function everything(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .flatMap((element) => [
          ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent),
          ...[...element.attributes].map(({ value }) => value),
          (element as HTMLInputElement).value ?? '',
          element.shadowRoot ? read(element.shadowRoot) : '',
        ])
        .join('\n');
    return read(document);
  });
}
