/**
 * `aftercart.js`: loads an element’s code when its tag appears in the page. It knows its own tags and no others, may be
 * included twice, and tries again after a chunk that did not arrive.
 */
import type { ShopOptions } from '@aftercart/core';

const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'points-badge': () => import('../points-badge/define.ts'),
  'referral-panel': () => import('../referral-panel/define.ts'),
  'review-prompt': () => import('../review-prompt/define.ts'),
  'returns-banner': () => import('../returns-banner/define.ts'),
  'faq-search': () => import('../faq-search/define.ts'),
  'tracking-timeline': () => import('../tracking-timeline/define.ts'),
  // Its file has what all elements share, too: asked for with each, it does not wait for the element to ask.
  shop: () => import('./shop.ts'),
};

const here = import.meta.url;
const PREFIX = 'aftercart-';
const SELECTOR = Object.keys(ELEMENTS).map((name) => `${PREFIX}${name}:not(:defined)`).join();
const RETRY_AFTER = 4_000;

const loading = new Set<string>();

/** The first `Intl` object of a page takes longer to make than all of an element: best while the files are on their way. */
const warmUp = () => requestAnimationFrame(() => setTimeout(() => Intl.NumberFormat()));

async function load(name: string, attempt = 0): Promise<void> {
  if (loading.has(name) && !attempt) return;
  if (!loading.size) warmUp();
  loading.add(name);
  try {
    if (attempt) {
      // Firefox remembers a failed import, and the files that it shares with others; the single file has another name.
      await import(/* @vite-ignore */ new URL(`${name === 'shop' ? 'aftercart.all' : name}.js?r=${attempt}`, here).href);
    } else await Promise.all([ELEMENTS['shop']!(), ELEMENTS[name]!()]);
  } catch (error) {
    if (!attempt) console.error(`[aftercart] <${PREFIX}${name}>: its file did not load. Are all files of dist/cdn at ${new URL('.', here)}? (CHUNK_FAILED)`, error);
    if (attempt < 5) setTimeout(() => load(name, attempt + 1), RETRY_AFTER * 2 ** attempt);
  }
}

const visible = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    visible.unobserve(target);
    void load(nameOf(target));
  }
});

const nameOf = (element: Element) => element.localName.slice(PREFIX.length);

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(SELECTOR)) {
    if (element.getAttribute('load') === 'visible') visible.observe(element);
    else void load(nameOf(element));
  }
}

/** Watches for tags in a root: the document, or a shadow root that the page tells of. */
export function observe(root: Document | ShadowRoot): void {
  scan(root);
  new MutationObserver(() => scan(root)).observe(root, { childList: true, subtree: true });
}

/** Declares a shop from code, as `<aftercart-shop>` does from the page. */
export const defineShop = async (options: ShopOptions) => (await import('./define-shop.ts')).defineShop(options);

observe(document);
