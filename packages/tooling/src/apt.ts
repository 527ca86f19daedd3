import { findCommand } from './browsers/find.ts';
import { run } from './run.ts';

/** `apt-get` as root, directly or through a sudo that asks for no password. */
export async function aptGet(): Promise<((...args: string[]) => ReturnType<typeof run>) | undefined> {
  if (!findCommand('apt-get')) return undefined;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (process.getuid?.() === 0) return (...args) => run('apt-get', args, { env });
  const sudo = await run('sudo', ['-n', 'true']);
  if (sudo.code !== 0) return undefined;
  return (...args) => run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
}
