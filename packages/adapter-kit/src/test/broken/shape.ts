/** Adapters that are wrong before anything is asked of them, and answers that are none. */
import { AdapterError } from '@aftercart/contract';
import { OPERATIONS } from '@aftercart/contract/protocol';
import { answer, built, method, type BrokenAdapter } from './breaking.ts';

export const shape: readonly BrokenAdapter[] = [
  built('does not say which contract it was written for', 'the adapter has an id and the version of this contract', (adapter) => delete adapter.contract),
  built('lacks a method that its service must have', 'every service that is there has the methods that it must have', ({ points }) => delete points['program']),
  built('has a method whose name is misspelt', 'nothing in the adapter is misspelt', ({ points }) => {
    points['reedem'] = points['redeem']!;
    delete points['redeem'];
  }),
  method('has a method that its backend does not have', 'faq.contact', 'every method that is there is supported', () => async () => {
    throw new AdapterError('UNSUPPORTED');
  }),
  built('uses `this`', 'methods work without the object they hang in', ({ points }) => {
    const good = points['account']!;
    Object.assign(points, { ask: good });
    points['account'] = function (this: { ask: typeof good }, input, context) {
      return this.ask(input, context);
    };
    Object.defineProperty(points, 'ask', { enumerable: false });
  }),
  ...OPERATIONS.filter(({ write, stream }) => !write && !stream).map(({ method: name, outputName }) =>
    answer(`${name} answers what the backend calls it`, name, `${name} answers a ${outputName}`, (good: object) => ({ data: good }))),
];
