/** `import <kind> <file>`. */
import { access, constants } from 'node:fs/promises';
import { extname } from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import type { CommandLine } from '../config/config.ts';
import { openRuntime } from '../runtime.ts';
import { KIND_NAMES, type KindName } from './kinds/kinds.ts';
import { importFile } from './run.ts';
import type { Trouble } from './types.ts';

const FORMATS: Readonly<Record<string, 'csv' | 'json'>> = { '.csv': 'csv', '.tsv': 'csv', '.json': 'json' };

/** Imports a file; what is wrong goes to stderr, a line each. Answers 1 when nothing was imported because of it. */
export async function importCommand({ config, operands, dryRun, history }: CommandLine): Promise<number> {
  const [kind, file, ...more] = operands;
  if (!kind || !file || more.length > 0) throw new ConfigError(`import needs a kind and a file: import <${KIND_NAMES.join('|')}> <file>.`);
  if (!isKind(kind)) throw new ConfigError(`There is no kind ${kind} to import: choose one of ${KIND_NAMES.join(', ')}.`);
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format) throw new ConfigError(`${file} is neither .csv, .tsv nor .json.`);
  await access(file, constants.R_OK).catch((error: Error) => {
    throw new ConfigError(`${file} can’t be read (${error.message}).`);
  });
  const runtime = await openRuntime(config);
  try {
    const report = await importFile(runtime, { kind, file, format, dryRun, history });
    for (const trouble of report.troubles) console.error(inWords(trouble));
    if (report.wrong > 0) {
      console.error(`Nothing was imported: ${report.wrong} wrong.`);
      return 1;
    }
    console.log(`${dryRun ? 'Would import' : 'Imported'} ${report.imported}, skipped ${report.skipped} that ${report.skipped === 1 ? 'was' : 'were'} there already.`);
    return 0;
  } finally {
    await runtime.close();
  }
}

const isKind = (name: string): name is KindName => (KIND_NAMES as readonly string[]).includes(name);

const inWords = ({ row, column, problem, mend }: Trouble): string =>
  [[row !== null && `row ${row}`, column].filter(Boolean).join(', '), `${problem} ${mend}`].filter(Boolean).join(': ');
