/** The demo’s shop in a real Vendure with our plugin, in memory. It begins afresh each time. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ADMIN, PASSWORD, signIn } from '../../../vendure-plugin/src/test/client.ts';
import { root, sourceCondition } from '../repo.ts';
import { BackendFailed } from '../start/backend.ts';
import type { DemoBackend, StartDemoBackend } from './backend.ts';

type Told = Pick<DemoBackend, 'url' | 'names'>;

/** @throws BackendFailed */
export const start: StartDemoBackend = async ({ port }) => {
  const child = fork(join(import.meta.dirname, 'vendure/main.ts'), [String(port)], { cwd: root, execArgv: [`--conditions=${sourceCondition}`] });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const told = await Promise.race([new Promise<Told>((done) => child.once('message', (message) => done(message as Told))), ended]);
  if (told === null || typeof told === 'number') throw new BackendFailed(`Vendure ended with ${told} before it listened; what it said is above.`);
  return {
    ...told,
    title: 'Vendure',
    passOn: { 'shop-api': told.url },
    adapterModule: join(import.meta.dirname, 'vendure/page.ts'),
    shoppers: ['ann', 'bob'],
    token: (shopper) => signIn(told.url, `${shopper}@shop.example`),
    notes: [`Its Admin API           ${told.url}/admin-api (${ADMIN.identifier}, ${ADMIN.password})`, `Its shoppers            ann@shop.example, password “${PASSWORD}”`],
    ended,
    stop() {
      child.kill();
      return ended;
    },
  };
};
