/**
 * Templates, with lit’s words and syntax: `html` describes, `draw` puts it into the page and later changes only what has
 * changed. It does what these elements need of lit-html in a third of its size (docs/decisions/0009): holes for text,
 * templates, nodes and lists of them, and in attributes `name=`, `.property=`, `?boolean=` and `@event=`, where a hole is the
 * whole value. There are no directives, and no holes in `<style>`, `<script>`, `<textarea>`, `<title>`, in comments, in names, in
 * parts of an attribute, or in a tag after a `>` inside quotes.
 */
export class TemplateResult {
  declare readonly strings: TemplateStringsArray;
  declare readonly values: readonly unknown[];

  constructor(strings: TemplateStringsArray, values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

/** Markup with holes. What fills a hole is text, whatever is in it; only another template is markup. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult => new TemplateResult(strings, values);

/** In a hole: no text, or no such attribute. */
export const nothing = null;

/** Where a hole is: the how manieth node of the template, and the name of its attribute if it is one. */
type Place = readonly [index: number, name?: string];

// Stands for a hole while the browser parses: a character of private use, which no markup of ours has.
const HOLE = '\ue000';
const ELEMENTS_AND_COMMENTS = 129;

interface Policy {
  createHTML(markup: string): string;
}
// On a registered symbol: a policy of one name may only be made once in a page, and a page may include this code twice.
const KEY = Symbol.for('aftercart.policy');
const page = globalThis as unknown as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }; [KEY]?: Policy };
// Nothing but the fixed text of templates goes through it.
const rules: Policy = { createHTML: (markup) => markup };
const policy = (page[KEY] ??= page.trustedTypes?.createPolicy('aftercart', rules) ?? rules);

const walk = (root: Node): TreeWalker => document.createTreeWalker(root, ELEMENTS_AND_COMMENTS);

/** A template as it is before its holes are filled. */
interface Prepared {
  readonly content: DocumentFragment;
  readonly places: readonly Place[];
}

const prepared = new WeakMap<TemplateStringsArray, Prepared>();

function prepare(strings: TemplateStringsArray): Prepared {
  const known = prepared.get(strings);
  if (known) return known;
  const markup = strings.reduce((before, text) => before + (before.lastIndexOf('<') > before.lastIndexOf('>') ? HOLE : `<!--${HOLE}-->`) + text);
  const template = document.createElement('template');
  // oxlint-disable-next-line house/host-page -- the fixed text of a template; what fills its holes never comes here
  template.innerHTML = policy.createHTML(markup);
  const { content } = template;
  // A hole ends at the node after it, so one that comes last needs such a node, too.
  if ((content.lastChild as Comment | null)?.data === HOLE) content.append('');
  const places: Place[] = [];
  const walker = walk(content);
  for (let index = 0; walker.nextNode(); index++) {
    const node = walker.currentNode as Element & Comment;
    if (node.data === HOLE) places.push([index]);
    for (const { name, value } of [...(node.attributes ?? [])]) {
      if (value !== HOLE) continue;
      places.push([index, name]);
      node.removeAttribute(name);
    }
  }
  const made = { content, places };
  prepared.set(strings, made);
  return made;
}

/** Puts a value into its place. One function for each place and what it remembers, no more: a page has hundreds of them. */
type Fill = (value: unknown) => void;

const fillAll = (fills: readonly Fill[], values: readonly unknown[]): void => fills.forEach((fill, i) => fill(values[i]));

/** The places of one copy of a template. A loop, so that no function that stays keeps the walker and the copy. */
function placesIn(copy: DocumentFragment, places: readonly Place[]): Fill[] {
  const fills: Fill[] = [];
  const walker = walk(copy);
  let reached = -1;
  for (const [index, name] of places) {
    while (reached < index) {
      walker.nextNode();
      reached++;
    }
    const node = walker.currentNode;
    fills.push(name ? attribute(node as Element, name) : hole(node, node.nextSibling));
  }
  return fills;
}

function attribute(element: Element, name: string): Fill {
  const kind = name[0];
  const key = name.slice(1);
  let last: unknown = HOLE;
  if (kind === '@') element.addEventListener(key, (event) => (last as ((event: Event) => void) | undefined)?.(event));
  return (value) => {
    if (value === last) return;
    last = value;
    if (kind === '.') (element as unknown as Record<string, unknown>)[key] = value;
    else if (kind === '?') element.toggleAttribute(key, !!value);
    else if (kind !== '@') {
      if (value === null || value === undefined) element.removeAttribute(name);
      else element.setAttribute(name, value as string);
    }
  };
}

/** Puts a node, or nothing, in place of all that is between two others. */
function replace(start: Node, end: Node | null, node?: Node | ''): void {
  for (let old: ChildNode | null; (old = start.nextSibling as ChildNode | null) && old !== end; ) old.remove();
  if (node) start.parentNode!.insertBefore(node, end);
}

/** Everything between two nodes; to the end of the parent where there is no second one. */
function hole(start: Node, end: Node | null): Fill {
  /** The text or the node that is there, or the strings of the template. */
  let last: unknown;
  /** Of the template, or of the items of a list. */
  let fills: Fill[] | undefined;
  /** Of a list: where each item starts, and where the next one would. */
  let starts: Node[] | undefined;

  return (given) => {
    const value = given ?? '';
    if (value instanceof TemplateResult) {
      const { strings, values } = value;
      if (strings === last) return fillAll(fills!, values);
      const { content, places } = prepare(strings);
      const copy = document.importNode(content, true);
      const fresh = placesIn(copy, places);
      // May throw, and leaves what is there as it is.
      fillAll(fresh, values);
      replace(start, end, copy);
      fills = fresh;
      last = strings;
      starts = undefined;
    } else if (Array.isArray(value)) {
      if (!starts) {
        replace(start, end);
        last = undefined;
        fills = [];
        starts = [start];
      }
      const items = fills as Fill[];
      value.forEach((item, i) => {
        starts![i + 1] ??= start.parentNode!.insertBefore(new Comment(), end);
        items[i] ??= hole(starts![i]!, starts![i + 1]!);
        items[i](item);
      });
      // What is there of items that are no more.
      items.length = value.length;
      starts.length = value.length + 1;
      replace(starts.at(-1)!, end);
    } else if (value !== last) {
      // A text that follows a text.
      if (value !== '' && last && typeof last !== 'object' && typeof value !== 'object') (start.nextSibling as Text).data = value as string;
      else replace(start, end, value instanceof Node || value === '' ? value : new Text(value as string));
      last = value;
      fills = starts = undefined;
    }
  };
}

const roots = new WeakMap<Node, Fill>();

/** Draws into a root that is empty at first and has no other author. */
export function draw(value: TemplateResult, root: Node): void {
  let fill = roots.get(root);
  if (!fill) roots.set(root, (fill = hole(root.appendChild(new Comment()), null)));
  fill(value);
}
