import { parseArgs } from 'node:util';
import { buildAll } from './build/all.ts';
import { serve } from './start/server.ts';
import { storefrontFiles } from './start/storefront.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { port: { type: 'string', default: '4173' }, 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(`pnpm start [options]

Builds, then serves the demo storefront at /, the smallest page at /plain/ and the static files at /aftercart/.

  --port <number>   4173 unless told; a free one where it is taken
  --no-build        serve the files of the last build
`);
  process.exit(0);
}

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port: ${values.port} is not a port.`);
if (!values['no-build']) await buildAll();

const { server, url } = await serve(storefrontFiles(), port);

console.log(`
The demo storefront     ${url}
The smallest page       ${url}plain/

Paste into any page:

  <script type="module" src="${url}aftercart/aftercart.js"></script>
  <aftercart-shop adapter="memory"></aftercart-shop><aftercart-points-badge></aftercart-points-badge>

Ctrl+C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
