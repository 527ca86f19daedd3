/** Every answer, held against the schemas. One check for each method that only reads; writes are held where their effect is. */
import { OPERATIONS } from '@aftercart/contract/protocol';
import { checksOf } from '../check.ts';
import type { Input } from '../methods.ts';
import { sample } from '../samples.ts';

const READS = OPERATIONS.filter(({ write, stream }) => !write && !stream);

export const answerChecks = checksOf(
  'shape',
  READS.map(({ method, outputName }) => ({
    name: `${method} answers a ${outputName}`,
    needs: [method],
    async run(trial) {
      await trial.call(method, sample(trial, method) as Input<typeof method>, trial.context('ann'));
    },
  })),
);
