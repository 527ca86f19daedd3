import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { lineAt, Problem } from '../problem.ts';
import type { Draft, Found } from './source.ts';
import { isZendesk, zendesk } from './zendesk.ts';

/** Parses JSON; says on which line it is wrong. */
export function parseJson(text: string, file: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const place = /position (\d+)/.exec(message)?.[1];
    const line = place === undefined ? lineAt(text, text.length) : lineAt(text, Number(place));
    throw new Problem(`It is no JSON: ${message.replace(/ in JSON at position.*/, '').replace(/"(?:\.\.\.)?.{60,}/s, '…')}.`, file, line + firstLine - 1);
  }
}

/** A list of the contract's entries, its `FaqEntries`, or what the Help Center of Zendesk exports. */
export function json(text: string, file: string): Found {
  const data = parseJson(text.replace(/^\ufeff/, ''), file);
  const lineOf = lineFinder(text);
  if (isZendesk(data)) return { drafts: zendesk(data, (index) => lineOf(['articles', index])) };
  const isList = Array.isArray(data);
  const { items, synonyms } = (isList ? { items: data } : (data ?? {})) as { items?: unknown; synonyms?: unknown };
  if (!Array.isArray(items)) throw new Problem('It is neither a list of entries, nor has it “items” (entries) or “articles” (Zendesk).', file, 1);
  return { drafts: items.map((fields, index): Draft => ({ fields: fields as Draft['fields'], line: () => lineOf(isList ? [index] : ['items', index]) })), synonyms };
}

/** Where a part of a JSON text begins. YAML is read slowly but knows; it is only asked when something has to be said. */
function lineFinder(text: string): (path: readonly (string | number)[]) => number | undefined {
  let find: ((path: readonly (string | number)[]) => number | undefined) | undefined;
  return (path) => {
    if (!find) {
      const lines = new LineCounter();
      const document = parseDocument(text, { lineCounter: lines });
      find = (wanted) => {
        const node = document.getIn(wanted, true);
        const range = isMap(node) || isNode(node) ? node.range : undefined;
        return range ? lines.linePos(range[0]).line : undefined;
      };
    }
    return find(path);
  };
}
