import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { changePage } from './backends/in-page.ts';
import { backendNames, openBackend } from './backends/open.ts';
import { buildAll } from './build/all.ts';
import { root } from './repo.ts';
import { platformApi, serverApi } from './start/api.ts';
import { BackendFailed, startBackend } from './start/backend.ts';
import { serve } from './start/server.ts';
import { storefrontFiles } from './start/storefront.ts';

const BACKEND_PORT = 8787;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    port: { type: 'string', default: '4173' },
    backend: { type: 'string', default: 'server' },
    data: { type: 'string' },
    keep: { type: 'boolean' },
    'no-build': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(`pnpm start [options]

Builds, starts the reference server with a demo shop, and serves the demo storefront at /, which talks to it through /api/, the
smallest page at /plain/ and the static files at /aftercart/.

  --port <number>   4173 unless told; a free one where it is taken
  --keep            go on with the demo of the last time; otherwise it begins afresh
  --backend <name>  server unless told; or a platform, with our adapter in the pages: ${backendNames().join(', ')}
  --data <folder>   where the demo’s database is, and stays; .demo unless told
  --no-build        serve the files of the last build

With DATABASE_URL=postgres://… the demo is on PostgreSQL, and stays there.`);
  process.exit(0);
}

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port: ${values.port} is not a port.`);
if (values.backend !== 'server' && !backendNames().includes(values.backend)) throw new Error(`--backend: ${values.backend} is none of server, ${backendNames().join(', ')}.`);
if (!values['no-build'] || !existsSync(join(root, 'packages/elements/dist/cdn/integrity.json'))) await buildAll();

const stopWith = (error: unknown): never => {
  if (!(error instanceof BackendFailed)) throw error;
  console.error(error.message);
  process.exit(1);
};
const backendPort = port === 0 ? 0 : BACKEND_PORT;
const { server, backend } = await (values.backend === 'server' ? overServer() : overPlatform(values.backend)).catch(stopWith);

let isStopping = false;
const stop = async (code: number): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  server.closeAllConnections();
  server.close();
  await backend.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
void backend.ended.then((code) => {
  if (isStopping) return;
  console.error(`The backend ended with ${String(code)}; what it said is above. The storefront stops too.`);
  return stop(1);
});

async function overServer() {
  const data = values.data === undefined ? join(root, '.demo') : resolve(values.data);
  if (values.data === undefined && !values.keep) rmSync(data, { recursive: true, force: true });
  const backend = await startBackend({ data, port: backendPort });
  const { server, url } = await serve(storefrontFiles(), port, serverApi(backend.url));
  const shown = (file: string): string => relative(process.cwd(), join(data, file)) || file;
  const databaseUrl = process.env['DATABASE_URL'];
  console.log(`
The demo storefront     ${url}
The smallest page       ${url}plain/
The backend             ${backend.url}
Its merchant page       ${backend.url}/merchant/ (the key is merchantKey in ${shown('secrets.json')})
Its database            ${databaseUrl ? `PostgreSQL at ${place(databaseUrl)}` : shown('aftercart.db')}

Paste into any page of this machine:

  <script type="module" src="${url}aftercart/aftercart.js"></script>
  <aftercart-shop adapter="http" endpoint="${backend.url}" token-url="${backend.url}/demo/token?shopper=ann"></aftercart-shop>
  <aftercart-points-badge></aftercart-points-badge>

Without a backend, in any page: <aftercart-shop adapter="memory"></aftercart-shop>

Ctrl+C stops it.`);
  return { server, backend };
}

async function overPlatform(name: string) {
  const backend = await openBackend(name, backendPort);
  const { server, url } = await serve(storefrontFiles(backend.files, (html) => changePage(html, backend)), port, await platformApi(backend));
  console.log(`
The demo storefront     ${url}
The backend             ${backend.url} (${backend.title})
${backend.notes.join('\n')}

Ctrl+C stops it.`);
  return { server, backend };
}

/** Without user and password. */
function place(databaseUrl: string): string {
  const address = URL.parse(databaseUrl);
  return address ? address.host + address.pathname : 'DATABASE_URL';
}
