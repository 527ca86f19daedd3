import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/repo.ts';

export interface Started {
  url: string;
  stop(): void;
}

/** `pnpm start`, as anyone would start it, on a free port. It builds only where nothing is built. */
export async function startStorefront(): Promise<Started> {
  const built = existsSync(join(root, 'packages/elements/dist/cdn/integrity.json'));
  const child = spawn('node', [join(root, 'packages/tooling/src/start.ts'), '--port', '0', ...(built ? ['--no-build'] : [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await address(child), stop: () => void child.kill() };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /^The demo storefront\s+(\S+)/m.exec(output) ?? [];
      if (url) done(url);
    });
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${output}`)));
  });
}
