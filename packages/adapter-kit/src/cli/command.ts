/** `aftercart-adapter`: which command is meant, and its exit code. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Problem } from './problem.ts';

const HELP = `aftercart-adapter <command>

  check <adapter.js> [--config conformance.config.js] [--only <name>] [--json <file>] [--junit <file>]
      Holds an adapter against the contract.
      --config   what makes the adapter, fills its backend and looks into it; ./conformance.config.js when left out
      --only     a group (points), a capability (points.redeem) or the whole name of a check; may be given several times
      --json     writes the report as JSON
      --junit    writes the report as JUnit XML

  new <name> [--dir <folder>]
      Lays out a package for an adapter, with a backend for its tests. The folder is called like the adapter when --dir is left out.

  mock [--port <number>] [--host <address>]
      Runs a small shop with faults on demand, until it is stopped. See docs/adapters/mock-backend.md.

  --help, -h

Exit codes: 0 all is well, 1 a check failed, 2 the command was given something wrong.`;

/** What the command says, and to whom. */
export interface Output {
  log(line: string): void;
  error(line: string): void;
}

const text = { type: 'string' } as const;

const OPTIONS = {
  check: { config: text, only: { type: 'string', multiple: true }, json: text, junit: text },
  new: { dir: text },
  mock: { port: text, host: text },
} as const satisfies Record<string, ParseArgsConfig['options']>;

/** Runs the command line. Answers the exit code. */
export async function command(args: readonly string[], output: Output): Promise<number> {
  try {
    return await run(args, output);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    output.error(error.message);
    return 2;
  }
}

async function run([name, ...rest]: readonly string[], output: Output): Promise<number> {
  if (name === '--help' || name === '-h' || rest.some((arg) => arg === '--help' || arg === '-h')) {
    output.log(HELP);
    return 0;
  }
  if (name === 'check') {
    const { values, positionals } = read(rest, OPTIONS.check);
    const adapter = one(positionals, 'Say which adapter to check: aftercart-adapter check ./my-adapter.js.');
    return (await import('./check/check.ts')).check(adapter, values, output);
  }
  if (name === 'new') {
    const { values, positionals } = read(rest, OPTIONS.new);
    const called = one(positionals, 'Say what the adapter is called: aftercart-adapter new my-platform.');
    return (await import('./new/create.ts')).create(called, values.dir, output);
  }
  if (name === 'mock') {
    const { values, positionals } = read(rest, OPTIONS.mock);
    if (positionals.length) throw new Problem(`“${positionals[0]}” is one word too many. See aftercart-adapter --help.`);
    return (await import('./mock.ts')).mock(values, output);
  }
  throw new Problem(`${name ? `There is no command “${name}”` : 'Say what to do'}: check, new or mock. See aftercart-adapter --help.`);
}

function read<const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Problem(`${(error as Error).message.split('\n')[0]!.split('. ')[0]!.replace(/\.$/, '')}. See aftercart-adapter --help.`);
  }
}

function one([first, ...more]: readonly string[], missing: string): string {
  if (first === undefined) throw new Problem(missing);
  if (more.length) throw new Problem(`“${more[0]}” is one word too many. See aftercart-adapter --help.`);
  return first;
}
