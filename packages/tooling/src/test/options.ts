import { parseArgs } from 'node:util';
import { browserNames, type BrowserName } from '../browsers/find.ts';

const stages = ['build', 'check', 'node', 'web'] as const;
export type Stage = (typeof stages)[number];

export const help = `pnpm test [options]

Without options: everything, in Chromium and in Firefox.

  --only <stages>      some of build,check,node,web
  --browser <names>    some of chromium,firefox
  --files <glob>       these test files only; may be given several times
  --grep <text>        these test names only
  --help

The quick turn while one element is being written:
  pnpm test --only web --browser chromium --files 'packages/elements/src/points-badge/*.test.ts'
`;

export interface TestOptions {
  help: boolean;
  only: readonly Stage[];
  browsers: readonly BrowserName[];
  files: string[];
  grep: string | undefined;
}

export function testOptions(argv: readonly string[]): TestOptions {
  const { values } = parseArgs({
    // `pnpm test -- --only web` hands the two dashes on.
    args: argv.filter((arg) => arg !== '--'),
    options: {
      only: { type: 'string' },
      browser: { type: 'string' },
      files: { type: 'string', multiple: true },
      grep: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    help: values.help ?? false,
    only: pick('--only', values.only, stages),
    browsers: pick('--browser', values.browser, browserNames),
    files: values.files ?? [],
    grep: values.grep,
  };
}

function pick<T extends string>(option: string, given: string | undefined, all: readonly T[]): readonly T[] {
  if (given === undefined) return all;
  const names = given.split(',');
  const unknown = names.filter((name) => !all.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`${option}: ${unknown.join(', ')} is not one of ${all.join(', ')}.`);
  return all.filter((known) => names.includes(known));
}
