import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FaqEntry } from '@aftercart/contract';
import { FaqEntries } from '@aftercart/contract/schemas';
import { Problem } from './problem.ts';
import { csv } from './sources/csv.ts';
import { html } from './sources/html.ts';
import { json } from './sources/json.ts';
import { markdown } from './sources/markdown.ts';
import type { Draft, Source } from './sources/source.ts';

const SOURCES: Record<string, Source> = { '.md': markdown, '.markdown': markdown, '.json': json, '.csv': csv, '.tsv': csv, '.html': html, '.htm': html };
const LONGEST_ID = 60;

export interface Collected {
  entries: FaqEntry[];
  synonyms: string[][];
  /** Entries that are in another language. */
  foreign: number;
}

/** Every entry of these files and folders in one language, checked against the contract. Throws a `Problem` at the first that is wrong. */
export function collect(paths: readonly string[], locale: string): Collected {
  const entries = new Map<string, FaqEntry>();
  const places = new Map<string, string>();
  const synonyms: string[][] = [];
  let foreign = 0;
  for (const file of paths.flatMap((path) => filesOf(path, true))) {
    const found = sourceOf(file)!(readFileSync(file, 'utf8'), file);
    if (found.synonyms !== undefined && found.synonyms !== null) synonyms.push(...checkedSynonyms(found.synonyms, file));
    for (const draft of found.drafts) {
      if (draft.locale !== undefined && languageOf(draft.locale) !== languageOf(locale)) {
        foreign++;
        continue;
      }
      const named = typeof draft.fields?.['id'] === 'string';
      const entry = checked(named ? draft.fields : { ...draft.fields, id: freeId(draft.fields?.['question'], entries) }, draft, file);
      if (entries.has(entry.id)) throw new Problem(`The id “${entry.id}” is taken by ${places.get(entry.id)}: ids must differ.`, file, draft.line());
      entries.set(entry.id, entry);
      places.set(entry.id, `${file}:${draft.line() ?? 1}`);
    }
  }
  return { entries: [...entries.values()], synonyms, foreign };
}

const languageOf = (locale: string): string => locale.split(/[-_]/)[0]!.toLowerCase();
const sourceOf = (file: string): Source | undefined => SOURCES[extname(file).toLowerCase()];

/** A file as it is; of a folder all files below it that can be read, in the order of their names. */
function filesOf(path: string, named: boolean): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Problem('There is no such file or folder.', path);
  if (stat.isDirectory()) {
    const files = readdirSync(path)
      .sort()
      .filter((name) => !name.startsWith('.') && name !== 'node_modules')
      .flatMap((name) => filesOf(join(path, name), false));
    if (named && !files.length) throw new Problem(`The folder has none of ${Object.keys(SOURCES).join(', ')}.`, path);
    return files;
  }
  if (sourceOf(path)) return [path];
  if (named) throw new Problem(`It is none of ${Object.keys(SOURCES).join(', ')}.`, path);
  return [];
}

function checked(fields: unknown, draft: Draft, file: string): FaqEntry {
  const result = FaqEntries.shape.items.element.safeParse(fields);
  if (!result.success) {
    const [issue] = result.error.issues;
    const field = issue!.path.join('.');
    throw new Problem(`The entry is wrong${field && ` in “${field}”`}: ${issue!.message}.`, file, draft.line());
  }
  if (!result.data.question.trim()) throw new Problem('The entry has no question.', file, draft.line());
  if (!result.data.answer.trim()) throw new Problem(`The question “${result.data.question}” has no answer.`, file, draft.line());
  return result.data;
}

/** Groups of words, as the contract has them. */
export function checkedSynonyms(groups: unknown, file: string): string[][] {
  const result = FaqEntries.shape.synonyms.safeParse(groups);
  if (!result.success) throw new Problem(`Synonyms must be a list of lists of words: ${result.error.issues[0]!.message}.`, file);
  return result.data ?? [];
}

/** An id for an address: the words of the question in their own script, with a number when another question has the same. */
function freeId(question: unknown, taken: ReadonlyMap<string, unknown>): string {
  const words = typeof question === 'string' ? question.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) : null;
  const slug = [...(words ?? ['question']).join('-')].slice(0, LONGEST_ID).join('').replace(/-$/, '');
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  return id;
}
