import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../src/repo.ts';

export interface Started {
  /** Of the storefront, with a slash at the end. */
  url: string;
  /** Of its backend, without. */
  backend: string;
  /** Folder of the backend’s database. */
  data: string;
  stop(): Promise<void>;
}

/** `pnpm start`, as anyone would start it, on free ports and with a folder of its own. It builds only where nothing is built. */
export async function startStorefront(env: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), 'aftercart-storefront-'));
  const child = spawn('node', [join(root, 'packages/tooling/src/start.ts'), '--port', '0', '--data', data, '--no-build', ...args], {
    cwd: root,
    // Tests ask more in a minute than a shopper.
    env: { ...process.env, AFTERCART_RATE_LIMIT: '1000000', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const [url = '', backend = ''] = await addresses(child);
  return {
    url, backend, data,
    async stop() {
      child.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function addresses(child: ChildProcess): Promise<string[]> {
  return new Promise((done, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, url, backend] = /^The demo storefront\s+(\S+)[^]*^The backend\s+(\S+)/m.exec(output) ?? [];
      if (url && backend) done([url, backend]);
    });
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${output}`)));
  });
}
