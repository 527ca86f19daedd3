import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createFaqIndex } from '../create.ts';
import { checkedSynonyms, collect } from './collect.ts';
import { writeFiles, type Size } from './files.ts';
import { Problem } from './problem.ts';
import { parseJson } from './sources/json.ts';

const HELP = `aftercart-faq-index build <sources…> --locale <tag> --out <folder>

Makes a search index of questions and answers that pages load without building it.

  <sources…>          files, or folders of files:
                      .md     headings are questions; front matter: category, keywords, popularity, contexts, url, locale, level
                      .json   a list of entries, { items, synonyms }, or a Zendesk Help Center export ({ articles, sections })
                      .csv    columns question, answer and any of id, format, category, keywords, popularity, contexts, url, locale
                      .html   a page with schema.org FAQPage, as JSON-LD or microdata
  --locale <tag>      language of the entries (BCP 47); entries that say another are left out
  --out <folder>      gets index.<tag>.json, entries.<tag>.<n>.json and manifest.<tag>.json
  --synonyms <file>   JSON: groups of words that mean the same in this shop, such as [["bag", "tote"]]
`;

/** What the command says, and to whom. */
export interface Output {
  log(line: string): void;
  error(line: string): void;
}

/** Runs the command line. Answers the exit code: 0 done, 1 something is wrong with a source, 2 with the command. */
export async function command(args: readonly string[], output: Output): Promise<number> {
  try {
    return await run(args, output);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    output.error(error.message);
    return 1;
  }
}

async function run(args: readonly string[], output: Output): Promise<number> {
  const wrong = (message: string) => {
    output.error(`${message} See aftercart-faq-index --help.`);
    return 2;
  };
  let parsed;
  try {
    const text = { type: 'string' } as const;
    const options = { locale: text, out: text, synonyms: text, help: { type: 'boolean', short: 'h' } } as const;
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return wrong(`${(error as Error).message.split('\n')[0]!.replace(/\.$/, '')}.`);
  }
  const { values, positionals: [name, ...sources] } = parsed;
  if (values.help) {
    output.log(HELP);
    return 0;
  }
  const { locale, out, synonyms: synonymsFile } = values;
  if (name !== 'build') return wrong(name ? `There is no command “${name}”, only “build”.` : 'Say what to do: build.');
  if (!sources.length) return wrong('Say which files to read.');
  if (!locale || !out) return wrong(`--${locale ? 'out' : 'locale'} is missing.`);
  if (!isLocale(locale)) return wrong(`--locale ${locale} is no language tag, such as el or zh-Hans.`);

  const { entries, synonyms, foreign } = collect(sources, locale);
  if (!entries.length) throw new Problem(`None of ${sources.join(', ')} has an entry${foreign ? ` in “${locale}”; ${foreign} are in other languages` : ''}.`);
  if (synonymsFile !== undefined) synonyms.push(...checkedSynonyms(parseJson(read(synonymsFile), synonymsFile), synonymsFile));
  const index = await createFaqIndex(entries, { locale, synonyms, onReport: (problem) => output.error(problem) });
  const json = await index.toJSON();
  const written = writeFiles(out, json, entries);
  output.log(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}${foreign ? `, ${foreign} in other languages left out` : ''}`);
  output.log(`index    ${sizes(written.index)}`);
  output.log(`answers  ${sizes(written.chunks)}, ${written.files} ${written.files === 1 ? 'file' : 'files'}`);
  return 0;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Problem('It can’t be read.', file);
  }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const sizes = ({ bytes, brotli }: Size): string => `${kB(bytes)}, ${kB(brotli)} with brotli`;
