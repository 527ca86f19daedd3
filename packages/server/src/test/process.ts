/** The server as a process of its own, started from source as a merchant starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');

export interface ProcessOptions {
  dataDir: string;
  databaseUrl?: string | undefined;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningProcess {
  url: string;
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

function launch({ dataDir, databaseUrl, args = [], env = {} }: ProcessOptions): { child: ChildProcess; ended: Promise<Ended>; output: Ended } {
  const child = spawn(process.execPath, ['--conditions=aftercart-source', '--disable-warning=ExperimentalWarning', MAIN, ...args, '--data', dataDir], {
    env: { PATH: process.env['PATH'], AFTERCART_LOG_LEVEL: 'silent', ...(databaseUrl && { DATABASE_URL: databaseUrl }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve(Object.assign(output, { code }))));
  return { child, ended, output };
}

/** Runs a command to its end. */
export const runProcess = (options: ProcessOptions): Promise<Ended> => launch(options).ended;

/** Starts the server on a free port and waits until it listens. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { child, ended, output } = launch({ ...options, args: ['--port', '0', ...(options.args ?? [])] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const [, found] = /listening on (\S+)/.exec(output.stdout) ?? [];
      if (found) resolve(found);
    });
    void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code}: ${stderr}`)));
  });
  return {
    url,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
