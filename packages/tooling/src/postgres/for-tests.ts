import { startPostgres } from './start.ts';

/** Vitest’s global set-up: one PostgreSQL for all test files, each of which makes databases of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres({ durable: false });
  process.env['AFTERCART_TEST_POSTGRES'] = url;
  return stop;
}
