import { spawn } from 'node:child_process';
import { root } from './repo.ts';

export interface RunResult {
  code: number;
  output: string;
}

/** Runs a program to its end and keeps what it printed. `echo` prints it as well, as it comes. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; echo?: boolean; env?: Record<string, string> } = {},
): Promise<RunResult> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
