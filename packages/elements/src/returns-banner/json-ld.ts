/** Puts a policy into the head of the page as JSON-LD: one script a policy, for as long as an element shows it. */
import { draw, html } from '../base/template.ts';
import { today } from './days.ts';
import { policyJsonLd } from './json-ld-policy.ts';
import type { ReturnsBannerElement } from './returns-banner.ts';

interface Mark {
  script: HTMLScriptElement;
  users: number;
}

// On a registered symbol, so that two copies of this code count together.
const KEY = Symbol.for('aftercart.json-ld');
const marks = (): Map<string, Mark> => ((globalThis as unknown as Record<symbol, Map<string, Mark>>)[KEY] ??= new Map());

function add(json: string): Mark {
  // From a template, whose scripts count as run: a page with Trusted Types reports the text of any other one.
  const content = new DocumentFragment();
  draw(html`<script type="application/ld+json"></script>`, content);
  const script = content.querySelector('script')!;
  script.append(json);
  document.head.append(script);
  const mark = { script, users: 0 };
  marks().set(json, mark);
  return mark;
}

function leave(json: string): void {
  const mark = marks().get(json);
  if (!mark || --mark.users) return;
  mark.script.remove();
  marks().delete(json);
}

/** Each value as it is: a page with Prototype 1.6 has arrays that write themselves as strings (`toJSON`). */
function asItIs(this: Record<string, unknown>, key: string): unknown {
  return this[key];
}

/** Keeps the markup in the page the same as what one element shows; called whenever that may have changed. */
export function marker(host: ReturnsBannerElement): () => void {
  let shown = '';
  return () => {
    const policy = host.isConnected && host.jsonLd && host.data.policy;
    // No `</script>` or `<!--` may come out whole when the page is written down as HTML.
    const json = policy ? JSON.stringify(policyJsonLd(policy, today(host)), asItIs).replaceAll('<', '\\u003c') : '';
    if (json === shown) return;
    if (json) (marks().get(json) ?? add(json)).users++;
    if (shown) leave(shown);
    shown = json;
  };
}
