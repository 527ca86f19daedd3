/** Everything that needs a running Medusa: `prove.ts` starts one and runs this. Vitest does not find this file by its name. */
import { afterAll } from 'vitest';
import { stage } from '../setup.ts';
import './conformance.ts';
import './shop.ts';

afterAll(async () => (await stage()).close());
