/** `aftercart-adapter mock` */
import { startMockBackend } from '../mock/start.ts';
import type { Output } from './command.ts';
import { Problem, said } from './problem.ts';

/** Runs until it is told to stop. */
export async function mock({ port = '0', host }: { port?: string | undefined; host?: string | undefined }, output: Output): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Problem(`--port ${port} is no port: a number from 0 (any that is free) to 65535.`);
  const backend = await startMockBackend({ port: Number(port), ...(host !== undefined && { host }) }).catch((error: unknown) => {
    throw new Problem(`The mock can’t listen: ${said(error)}.`);
  });
  output.log(`The mock shop is at ${backend.url}. It holds nothing until PUT ${backend.url}/_control/world. Ctrl+C stops it.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await backend.close();
  return 0;
}
