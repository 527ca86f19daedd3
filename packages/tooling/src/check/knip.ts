import { run } from '../run.ts';
import { fromProgram, type Gate } from './gate.ts';

/** No file, export or dependency that nobody uses. */
export const knip: Gate = {
  name: 'knip',
  check: async () => fromProgram(await run('knip', ['--no-progress', '--no-config-hints'])),
};
