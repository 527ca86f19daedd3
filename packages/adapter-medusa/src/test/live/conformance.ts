import { describeAdapter, type Runner } from '@aftercart/adapter-kit';
import { describe, expect, it, type TestContext } from 'vitest';
import { setupOf } from '../setup.ts';

/** A world that was not written before takes Medusa some seconds; on a machine that does other things as well, many. */
const patient = Object.assign((name: string, test: (context: TestContext) => Promise<void>) => it(name, { timeout: 240_000 }, test), { skip: it.skip });

describe('conformance', () => {
  describeAdapter({ describe, it: patient as Runner['it'], expect }, setupOf());
});
