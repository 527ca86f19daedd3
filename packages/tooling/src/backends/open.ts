import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DemoBackend, StartDemoBackend } from './backend.ts';

/** Not platforms. */
const OURS = ['backend', 'in-page', 'open'];

/** What `--backend` can name besides `server`. */
export const backendNames = (): string[] =>
  readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts')).map((file) => basename(file, '.ts')).filter((name) => !OURS.includes(name)).sort();

/** @throws BackendFailed */
export async function openBackend(name: string, port: number): Promise<DemoBackend> {
  const { start } = (await import(join(import.meta.dirname, `${name}.ts`))) as { start: StartDemoBackend };
  return start({ port });
}
