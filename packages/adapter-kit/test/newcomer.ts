/** A folder as a newcomer has it after `npm install`, from the sources of this repository, and the programs that run in it. */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const packages = resolve(import.meta.dirname, '../..');
const command = join(packages, 'adapter-kit/src/cli/main.ts');
const fromSource = ['--conditions=aftercart-source', '--disable-warning=ExperimentalWarning'];

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Folder {
  path: string;
  write(file: string, content: string): void;
  /** Makes the packages of this repository importable from a folder in it. */
  install(below?: string): void;
  /** Runs Node in it. */
  node(args: readonly string[], below?: string): Promise<Ran>;
  /** Runs `aftercart-adapter`. */
  cli(...args: string[]): Promise<Ran>;
  /** Starts `aftercart-adapter`, which goes on until it is stopped. */
  run(...args: string[]): { first: Promise<string>; stop(): Promise<number | null> };
  /** Checks the types of JavaScript files in it, as an editor does. */
  types(below: string, files: readonly string[]): Promise<Ran>;
  remove(): void;
}

export function openFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'aftercart-adapter-'));
  const folder: Folder = {
    path,
    write(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    install(below = '.') {
      const scope = join(path, below, 'node_modules/@aftercart');
      mkdirSync(scope, { recursive: true });
      for (const name of ['contract', 'adapter-kit']) symlinkSync(join(packages, name), join(scope, name));
    },
    node: (args, below = '.') => execute(process.execPath, [...fromSource, ...args], join(path, below)),
    cli: (...args) => folder.node([command, ...args]),
    run(...args) {
      const child = spawn(process.execPath, [...fromSource, command, ...args], { cwd: path, stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise<number | null>((resolveEnd) => child.once('exit', resolveEnd));
      return {
        first: new Promise((resolveLine) => child.stdout.once('data', (line: Buffer) => resolveLine(line.toString()))),
        stop() {
          child.kill('SIGTERM');
          return ended;
        },
      };
    },
    types: (below, files) =>
      execute(join(packages, '../node_modules/.bin/tsc'), [
        '--noEmit', '--allowJs', '--strict', '--target', 'es2023', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--skipLibCheck',
        '--customConditions', 'aftercart-source', '--allowImportingTsExtensions', '--types', 'node', '--typeRoots', join(packages, '../node_modules/@types'), ...files,
      ], join(path, below)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  return folder;
}

function execute(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  // Tests of a test runner: what it is told by its own must not reach it.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, VITEST: ___, ...env } = process.env;
  return new Promise((resolveRun) => {
    const child = execFile(program, args, { cwd, env, timeout: 60_000, maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolveRun({ code: error ? (child.exitCode ?? -1) : 0, stdout, stderr }),
    );
  });
}
