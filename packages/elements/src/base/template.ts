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

/** Puts a value into its place. */
type Fill = (value: unknown) => void;

/** Where a hole is: the how manieth node of the template, and the name of its attribute if it is one. */
interface Place {
  readonly index: number;
  readonly name?: string;
}

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

function prepare(strings: TemplateStringsArray): { content: DocumentFragment; places: Place[] } {
  const markup = strings.reduce((before, text) => before + (before.lastIndexOf('<') > before.lastIndexOf('>') ? HOLE : `<!--${HOLE}-->`) + text);
  const template = document.createElement('template');
  // A hole ends at the node after it, so the last one needs one, too.
  // oxlint-disable-next-line house/host-page -- the fixed text of a template; what fills its holes never comes here
  template.innerHTML = policy.createHTML(`${markup}<!---->`);
  const { content } = template;
  const places: Place[] = [];
  const walker = walk(content);
  for (let index = 0; walker.nextNode(); index++) {
    const node = walker.currentNode as Element & Comment;
    if (node.data === HOLE) places.push({ index });
    for (const { name, value } of [...(node.attributes ?? [])]) {
      if (value !== HOLE) continue;
      places.push({ index, name });
      node.removeAttribute(name);
    }
  }
  return { content, places };
}

const prepared = new WeakMap<TemplateStringsArray, ReturnType<typeof prepare>>();

/** One template in the page. */
class Drawing {
  declare readonly strings: TemplateStringsArray;
  declare readonly content: DocumentFragment;
  readonly #fills: readonly Fill[];

  constructor(strings: TemplateStringsArray) {
    this.strings = strings;
    let known = prepared.get(strings);
    if (!known) prepared.set(strings, (known = prepare(strings)));
    this.content = document.importNode(known.content, true);
    const walker = walk(this.content);
    let reached = -1;
    this.#fills = known.places.map(({ index, name }) => {
      while (reached < index) {
        walker.nextNode();
        reached++;
      }
      const node = walker.currentNode;
      return name ? attribute(node as Element, name) : hole(node, node.nextSibling);
    });
  }

  fill(values: readonly unknown[]): void {
    this.#fills.forEach((fill, i) => fill(values[i]));
  }
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

/** Everything between two nodes; to the end of the parent where there is no second one. */
function hole(start: Node, end: Node | null): Fill {
  /** The text, node or template that is there; or a list of holes. */
  let last: unknown;
  let drawing: Drawing | undefined;
  let items: { start: Node; fill: Fill }[] | undefined;

  const insert = <N extends Node>(node: N): N => start.parentNode!.insertBefore(node, end);
  const clear = (from: Node | null) => {
    while (from && from !== end) {
      const next: Node | null = from.nextSibling;
      (from as ChildNode).remove();
      from = next;
    }
  };
  const replace = (node?: Node) => {
    clear(start.nextSibling);
    drawing = items = undefined;
    if (node) insert(node);
  };

  const fillList = (values: readonly unknown[]) => {
    if (!items) {
      replace();
      items = [];
    }
    const list = items;
    values.forEach((value, i) => {
      if (!list[i]) {
        const first = insert(new Comment());
        list[i] = { start: first, fill: hole(first, insert(new Comment())) };
      }
      list[i].fill(value);
    });
    const [surplus] = list.splice(values.length);
    if (surplus) clear(surplus.start);
  };

  return (given) => {
    const value = given ?? '';
    if (Array.isArray(value)) {
      last = undefined;
      return fillList(value);
    }
    if (value === last) return;
    const before = last;
    last = value;
    if (value instanceof TemplateResult) {
      if (drawing?.strings === value.strings) return drawing.fill(value.values);
      const next = new Drawing(value.strings);
      next.fill(value.values);
      replace(next.content);
      drawing = next;
    } else if (value instanceof Node) replace(value);
    else if (value === '') replace();
    // A text that follows a text.
    else if (before && typeof before !== 'object') (start.nextSibling as Text).data = String(value);
    else replace(new Text(String(value)));
  };
}

const roots = new WeakMap<Node, Fill>();

/** Draws into a root that is empty at first and has no other author. */
export function draw(value: TemplateResult, root: Node): void {
  let fill = roots.get(root);
  if (!fill) roots.set(root, (fill = hole(root.appendChild(new Comment()), null)));
  fill(value);
}
