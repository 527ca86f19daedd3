/**
 * Makes an answer in HTML safe. The source is parsed where nothing runs and nothing loads; then what is on the list below is
 * built anew, node by node, and everything else is left out. Nothing is ever written as HTML again, so there is no second
 * parser to be fooled.
 */
import { safeUrl } from '../base/safe-url.ts';

/** What stays, as it is. */
const KEPT = new Set(
  'A B BLOCKQUOTE BR CODE DD DEL DL DT EM H3 H4 H5 H6 HR I INS KBD LI MARK OL P PRE S SMALL STRONG SUB SUP TABLE TBODY TD TFOOT TH THEAD TR U UL'.split(' '),
);
/** Headings above the page’s own would break its outline. */
const RENAMED: Readonly<Record<string, string>> = { H1: 'H3', H2: 'H3' };
/** What goes with everything in it. All other elements go, and their words stay. */
const DROPPED = /^(?:script|style|template|noscript|iframe|object|embed|applet|svg|math|select|textarea|title|head|audio|video|canvas|frameset|noembed|noframes|xmp|plaintext)$/i;
/** Deeper is no text for people. */
const DEEPEST = 40;

function copy(from: Node, to: Node, depth: number): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.nodeValue ?? ''));
    if (!(node instanceof Element) || depth > DEEPEST || DROPPED.test(node.localName)) continue;
    const name = RENAMED[node.nodeName] ?? node.nodeName;
    if (!KEPT.has(name)) {
      copy(node, to, depth + 1);
      continue;
    }
    const element = document.createElement(name);
    if (element instanceof HTMLAnchorElement) link(node, element);
    if (element instanceof HTMLTableCellElement) span(node, element);
    copy(node, element, depth + 1);
    to.appendChild(element);
  }
}

function link(from: Element, to: HTMLAnchorElement): void {
  const url = safeUrl(from.getAttribute('href'));
  if (!url) return;
  to.href = url;
  if (to.protocol.startsWith('http') && to.host !== location.host) {
    to.target = '_blank';
    to.rel = 'noopener';
  }
}

function span(from: Element, to: HTMLTableCellElement): void {
  for (const name of ['colSpan', 'rowSpan'] as const) {
    const count = Number(from.getAttribute(name));
    if (count > 1 && count < 20) to[name] = count;
  }
}

/** Parses into a document of its own, which has no page to run in. */
function parse(source: string): Node | undefined {
  try {
    return new DOMParser().parseFromString(source, 'text/html').body;
  } catch {
    // Under Trusted Types a string is no HTML any more; the browser’s own sanitiser takes it, where there is one.
    const box: HTMLElement & { setHTML?(source: string): void } = document.implementation.createHTMLDocument('').createElement('div');
    if (!box.setHTML) return undefined;
    box.setHTML(source);
    return box;
  }
}

/** The answer as elements that are safe to show; as plain text where no parser may be had. */
export function sanitise(source: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'rich';
  const parsed = parse(source);
  if (parsed) copy(parsed, box, 0);
  else box.textContent = source.replace(/<[^<>]*>/g, ' ');
  return box;
}
