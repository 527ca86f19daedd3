/** Three backends in one page: points, friends and reviews from our server, parcels and returns from Vendure, questions from files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend, type Backend } from '../start/backend.ts';
import type { DemoBackend, StartDemoBackend } from './backend.ts';
import { questions } from './composition/questions.ts';
import { start as startVendure } from './vendure.ts';

/** @throws BackendFailed */
export const start: StartDemoBackend = async ({ port }) => {
  const dir = mkdtempSync(join(tmpdir(), 'aftercart-demo-'));
  writeFileSync(join(dir, 'shop.json'), JSON.stringify(await questions()));
  const vendure = await startVendure({ port: 0 });
  const server = await startBackend({ data: join(dir, 'server'), port }).catch(async (error: unknown) => {
    await vendure.stop();
    throw error;
  });
  return {
    title: 'server, Vendure and files',
    url: server.url,
    passOn: { v1: server.url, ...vendure.passOn },
    files: { '/files/': dir },
    adapterModule: join(import.meta.dirname, 'composition/page.ts'),
    shoppers: vendure.shoppers,
    token: (shopper, of) => (of === 'vendure' ? vendure.token(shopper, of) : tokenOf(server, shopper)),
    // Vendure knows the orders, the server what a product earns.
    names: { ...vendure.names, backpack: 'backpack' },
    notes: [`Its points              ${server.url}, folder ${join(dir, 'server')}`, `Its parcels             ${vendure.url}`, ...vendure.notes],
    ended: Promise.race([server.ended, vendure.ended]),
    async stop() {
      await Promise.all([server.stop(), vendure.stop()]);
      rmSync(dir, { recursive: true, force: true });
    },
  } satisfies DemoBackend;
};

async function tokenOf({ url }: Backend, shopper: string): Promise<string> {
  const answer = await fetch(`${url}/demo/token?shopper=${encodeURIComponent(shopper)}`);
  return ((await answer.json()) as { token: string }).token;
}
