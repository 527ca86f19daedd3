import { Lexer, Parser, type Token, type Tokens } from 'marked';
import { LineCounter, parseDocument } from 'yaml';
import { textOf } from '../../snippet/text-of.ts';
import { Problem } from '../problem.ts';
import type { Draft, Found } from './source.ts';

const FRONT = /^---[ \t]*\r?\n([^]*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const ID = /\s*\{#([^{}\s]+)\}\s*$/;
/** What front matter may say of all questions of a file. */
const SHARED = ['category', 'keywords', 'popularity', 'contexts', 'url', 'updatedAt'];
const KNOWN = [...SHARED, 'locale', 'level', 'id', 'question', 'title'];

/**
 * Headings are questions, what follows is the answer, as HTML. The level that most headings have is that of the questions (or `level` in the
 * front matter); headings above are categories, headings below belong to the answer. `{#returns}` after a heading is its id. A file whose
 * front matter has a `question` is one entry.
 */
export function markdown(text: string, file: string): Found {
  const front = new RegExp(FRONT).exec(text);
  const facts = front ? frontMatter(front[1] ?? '', file) : {};
  const start = front ? front[0].split('\n').length : 1;
  const tokens = new Lexer().lex(front ? text.slice(front[0].length) : text);
  const shared = Object.fromEntries(SHARED.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]));
  if (typeof shared['category'] === 'string') shared['category'] = { id: shared['category'], name: shared['category'] };
  const locale = typeof facts['locale'] === 'string' ? facts['locale'] : undefined;

  if (facts['question'] !== undefined) {
    const id = facts['id'] === undefined ? {} : { id: facts['id'] };
    const fields = { ...shared, ...id, question: facts['question'], answer: Parser.parse(tokens).trim(), format: 'html' };
    return { drafts: [{ fields, line: () => 1, locale }] };
  }
  const level = levelOf(tokens, facts['level'], file);
  const drafts: Draft[] = [];
  let category: object = {};
  let answer: Token[] = [];
  let line = start;
  let close: (() => void) | undefined;
  for (const token of tokens) {
    const { depth = 9, text: words = '' } = token.type === 'heading' ? (token as Tokens.Heading) : {};
    if (depth > level) answer.push(token);
    else {
      close?.();
      close = undefined;
      answer = [];
      const title = textOf(Parser.parseInline(new Lexer().inlineTokens(words.replace(ID, '')))).trim();
      const id = ID.exec(words)?.[1];
      if (depth < level) category = { category: { id: id ?? title, name: title } };
      else {
        const [here, own, given] = [line, { ...category }, id === undefined ? {} : { id }];
        const body = answer;
        close = () =>
          drafts.push({ fields: { ...own, ...shared, ...given, question: title, answer: Parser.parse(body).trim(), format: 'html' }, line: () => here, locale });
      }
    }
    line += token.raw.split('\n').length - 1;
  }
  close?.();
  return { drafts };
}

function frontMatter(yaml: string, file: string): Record<string, unknown> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  // The line above is the one with the dashes.
  if (error) throw new Problem(`The front matter can’t be read: ${error.message.split('\n')[0]}`, file, lines.linePos(error.pos[0]).line + 1);
  const facts = document.toJS() as unknown;
  if (facts === null) return {};
  if (typeof facts !== 'object' || Array.isArray(facts)) throw new Problem('The front matter must be lines such as “category: Returns”.', file, 2);
  const unknown = Object.keys(facts).find((name) => !KNOWN.includes(name));
  if (unknown) throw new Problem(`The front matter has “${unknown}”, which is none of ${KNOWN.join(', ')}.`, file, 1);
  return facts as Record<string, unknown>;
}

function levelOf(tokens: readonly Token[], given: unknown, file: string): number {
  if (given !== undefined) {
    if (Number.isInteger(given) && Number(given) > 0 && Number(given) < 7) return Number(given);
    throw new Problem(`level is ${JSON.stringify(given)}: say 1 to 6, which headings are questions.`, file, 1);
  }
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const token of tokens) if (token.type === 'heading') counts[(token as Tokens.Heading).depth]!++;
  const most = Math.max(...counts);
  if (!most) throw new Problem('It has no headings: a question is a heading, and its answer follows.', file);
  return counts.indexOf(most);
}
