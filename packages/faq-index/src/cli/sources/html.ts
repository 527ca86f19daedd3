import { defaultTreeAdapter as tree, parse, serialize, type DefaultTreeAdapterMap } from 'parse5';
import { textOf } from '../../snippet/text-of.ts';
import { Problem } from '../problem.ts';
import { parseJson } from './json.ts';
import type { Draft, Found } from './source.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
type Thing = Record<string, unknown>;

/**
 * A page that tells search engines its questions: schema.org `FAQPage`, as JSON-LD or, if there is none, as microdata
 * (https://schema.org/FAQPage).
 */
export function html(text: string, file: string): Found {
  const elements = elementsIn(parse(text, { sourceCodeLocationInfo: true }));
  const linked = elements
    .filter((element) => element.tagName === 'script' && attribute(element, 'type')?.toLowerCase() === 'application/ld+json')
    .flatMap((element) => linkedData(element, file));
  const drafts = linked.length ? linked : elements.filter((element) => isA(element, 'Question')).map(microdata);
  if (!drafts.length) throw new Problem('It has no schema.org Question, neither as JSON-LD nor as microdata.', file);
  return { drafts };
}

function elementsIn(node: Node): Element[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return tree.isElementNode(node) ? [node, ...inside] : inside;
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name)?.value;
const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 1;
const isA = (element: Element, type: string): boolean => new RegExp(`//schema\\.org/${type}/?$`).test(attribute(element, 'itemtype')?.trim() ?? '');

/** The first element below that is this property of the item, and of no item inside of it. */
function property(item: Element, name: string): Element | undefined {
  for (const child of item.childNodes) {
    if (!tree.isElementNode(child)) continue;
    const is = attribute(child, 'itemprop')?.split(/\s+/).includes(name);
    const found = is ? child : attribute(child, 'itemscope') === undefined ? property(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function microdata(question: Element): Draft {
  const name = property(question, 'name') ?? property(question, 'text');
  const answer = property(question, 'acceptedAnswer') ?? property(question, 'suggestedAnswer');
  const text = answer && (property(answer, 'text') ?? answer);
  const id = attribute(question, 'id');
  const fields = {
    ...(id && { id }),
    question: name && (attribute(name, 'content') ?? textOf(serialize(name)).replace(/\s+/g, ' ').trim()),
    answer: text && (attribute(text, 'content') ?? serialize(text).trim()),
    format: 'html',
  };
  return { fields, line: () => lineOf(question) };
}

function linkedData(script: Element, file: string): Draft[] {
  const [content] = script.childNodes;
  const text = content && tree.isTextNode(content) ? content.value : '';
  const line = lineOf(script);
  return questionsIn(parseJson(text, file, line)).map((question): Draft => {
    const answer = [question['acceptedAnswer'] ?? question['suggestedAnswer']].flat()[0] as Thing | string | undefined;
    const words = typeof answer === 'object' ? answer['text'] : answer;
    const id = typeof question['@id'] === 'string' ? /#(.+)$/.exec(question['@id'])?.[1] : undefined;
    const name = question['name'] ?? question['text'];
    const fields = {
      ...(id && { id }),
      question: typeof name === 'string' ? textOf(name).trim() : name,
      answer: words,
      format: typeof words === 'string' && /<[a-z/]|&#?\w+;/i.test(words) ? 'html' : 'text',
    };
    return { fields, line: () => line };
  });
}

/** Every question in linked data, however deep: in lists, in `@graph`, in `mainEntity`. */
function questionsIn(data: unknown): Thing[] {
  if (Array.isArray(data)) return data.flatMap(questionsIn);
  if (typeof data !== 'object' || data === null) return [];
  const thing = data as Thing;
  const types = [thing['@type']].flat();
  return types.includes('Question') ? [thing] : Object.values(thing).flatMap(questionsIn);
}
