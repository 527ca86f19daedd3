/**
 * A custom element that draws itself with a template, once for any number of changes. It does what these elements
 * need of LitElement in a fifth of its size, and two things otherwise: styles are only ever adopted (a `<style>` is blocked
 * by a strict CSP), and nothing that is thrown while drawing becomes an unhandled rejection of the page.
 */
import { draw, type TemplateResult } from './template.ts';
import { turn } from './turn.ts';

interface PropertyDeclaration {
  /** The attribute that sets it; the name in lower case when left out, none when false. */
  readonly attribute?: string | false;
  /** `Boolean` for an attribute whose presence counts. */
  readonly type?: BooleanConstructor;
}
export type PropertyDeclarations = Readonly<Record<string, PropertyDeclaration>>;

/** CSS text; a tag, so that editors and the build know it. */
export const css = (strings: TemplateStringsArray, ...values: string[]): string => String.raw({ raw: strings }, ...values);

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all elements that use the same text. */
function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheets.set(text, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(text);
  }
  return sheet;
}

const attributeOf = (property: string, { attribute = property.toLowerCase() }: PropertyDeclaration) => attribute;

/** Sets what was set before the class was there: it would hide the accessors. */
export function setAgain(element: HTMLElement, properties: readonly string[]): void {
  const own = element as unknown as Record<string, unknown>;
  for (const property of properties) {
    if (!Object.hasOwn(own, property)) continue;
    const value = own[property];
    delete own[property];
    own[property] = value;
  }
}

// A server that renders pages may import the classes; it has no elements to extend.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

export abstract class DrawnElement extends Base {
  /** Properties that draw the element again, by name. */
  static properties: PropertyDeclarations = {};
  static styles: readonly string[] = [];

  static get observedAttributes(): string[] {
    const { properties, prototype } = this;
    for (const property of Object.keys(properties)) {
      Object.defineProperty(prototype, property, {
        configurable: true,
        get(this: DrawnElement) {
          return this.#values[property];
        },
        set(this: DrawnElement, value: unknown) {
          if (Object.is(this.#values[property], value)) return;
          this.#values[property] = value;
          this.requestUpdate(property);
        },
      });
    }
    return Object.keys(properties).flatMap((property) => attributeOf(property, properties[property]!) || []);
  }

  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  /** Resolves when what changed has been drawn. */
  updateComplete: Promise<void> = Promise.resolve();

  readonly #values: Record<string, unknown> = {};
  #changed = new Set<string>();
  #pending = false;

  constructor() {
    super();
    const { properties, styles } = this.constructor as typeof DrawnElement;
    this.adopt(...styles);
    setAgain(this, Object.keys(properties));
  }

  /** Adds style sheets to this element, each once. */
  protected adopt(...styles: string[]): void {
    const { adoptedStyleSheets } = this.renderRoot;
    for (const sheet of styles.map(sheetOf)) if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  connectedCallback(): void {
    this.requestUpdate();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    for (const [property, declaration] of Object.entries((this.constructor as typeof DrawnElement).properties)) {
      if (attributeOf(property, declaration) !== name) continue;
      (this as unknown as Record<string, unknown>)[property] = declaration.type ? value !== null : (value ?? undefined);
    }
  }

  /** Draws again soon. */
  requestUpdate(property?: string): void {
    if (property) this.#changed.add(property);
    if (this.#pending || !this.isConnected) return;
    this.#pending = true;
    this.updateComplete = (this.mayWait() ? turn() : Promise.resolve()).then(() => this.#update());
  }

  #update(): void {
    this.#pending = false;
    const changed = this.#changed;
    this.#changed = new Set();
    try {
      this.willUpdate(changed);
      draw(this.render(), this.renderRoot);
      this.updated();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Whether the next drawing may wait for those of other elements. */
  protected mayWait(): boolean {
    return false;
  }

  /** Called before each drawing with the names of the properties that changed. */
  protected willUpdate(_changed: ReadonlySet<string>): void {}
  /** Called after each drawing. */
  protected updated(): void {}
  /** Called with whatever drawing threw. */
  protected abstract failed(error: unknown): void;
  protected abstract render(): TemplateResult;
}
