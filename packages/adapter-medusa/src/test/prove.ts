/**
 * `pnpm prove:medusa`: a real Medusa on a real PostgreSQL, the conformance kit and the adapter’s own live tests against it. Installs Medusa the first time (700 MB,
 * about two minutes), so it is no part of the normal test run.
 */
import { runNodeTests } from '../../../tooling/src/test/node.ts';
import { startMedusa } from './fixture/start.ts';

const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1_000).toFixed(0)} s`;

const medusa = await startMedusa();
console.log(`Medusa ${medusa.version} listens on ${medusa.url} after ${seconds()}.`);
process.env['AFTERCART_MEDUSA_URL'] = medusa.url;
process.env['AFTERCART_MEDUSA_DATABASE'] = medusa.databaseUrl;
let isGood = false;
try {
  const { passed, failed } = await runNodeTests({ files: ['packages/adapter-medusa/src/test/live/index.ts'] });
  isGood = failed === 0 && passed > 0;
  console.log(`\n@aftercart/adapter-medusa against Medusa ${medusa.version} on PostgreSQL: ${passed} passed, ${failed} failed, in ${seconds()}.`);
} finally {
  await medusa.stop();
}
process.exit(isGood ? 0 : 1);
