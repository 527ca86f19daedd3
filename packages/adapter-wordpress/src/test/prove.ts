/** `prove`: starts a real WordPress, runs the proofs against it, and takes it away again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { startWordpress, type RunningWordpress } from './site/start.ts';

const root = join(import.meta.dirname, '../../../..');
const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`;

// Whoever breaks it off wants no database left behind: what has begun is ended first.
let tests: ChildProcess | undefined;
let isBrokenOff = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isBrokenOff = true;
    tests?.kill(signal);
  });
}

function runProofs({ url, secret }: RunningWordpress): Promise<number> {
  const args = ['packages/tooling/src/test.ts', '--only', 'node', '--files', 'packages/adapter-wordpress/src/test/proof/wordpress.proof.ts'];
  const env = { ...process.env, AFTERCART_PROOF_WORDPRESS: url, AFTERCART_PROOF_SECRET: secret };
  const running = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  tests = running;
  return new Promise((resolve) => running.once('exit', (code) => resolve(code ?? 1)));
}

process.exitCode = 1;
try {
  const wordpress = await startWordpress();
  console.log(`${wordpress.versions} listens on ${wordpress.url} (${seconds()})`);
  if (!isBrokenOff) process.exitCode = await runProofs(wordpress);
  await wordpress.stop();
  console.log(`${process.exitCode === 0 ? 'Proven' : 'Not proven'} against ${wordpress.versions} in ${seconds()}.`);
} catch (error) {
  console.error((error as Error).message);
}
