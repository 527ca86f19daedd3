/** What the author gave to the kit, held against the kit. */
import { METHODS } from '@aftercart/contract';
import { hold } from '../assert.ts';
import { checksOf } from '../check.ts';
import { isNamed } from '../skip.ts';

/** Runs whatever `skip` says, since it is about `skip`. */
export const UNSKIPPABLE = 'every key of `skip` names a check and has a reason';

const isCapability = (key: string): boolean => {
  const [service = '', method = ''] = key.split('.');
  return Object.hasOwn(METHODS, service) && Object.hasOwn(METHODS[service as keyof typeof METHODS], method);
};

export const setupChecks = checksOf('shape', [
  {
    name: UNSKIPPABLE,
    needs: [],
    async run({ setup: { skip = {} }, checks }) {
      const stranger = Object.keys(skip).find((key) => !isCapability(key) && !checks.some((check) => isNamed(check, key)));
      hold(stranger === undefined, 'skip names no check', {
        expected: 'a group, a capability such as points.redeem, or the whole name of a check', came: stranger,
        todo: 'Correct the key, or take it out: the README lists all names.',
      });
      const silent = Object.keys(skip).find((key) => !skip[key]?.trim());
      hold(silent === undefined, 'skip gives a reason', { expected: 'why the check can’t hold for this backend', came: `nothing for ${silent}`, todo: 'Say it in a sentence: it is printed.' });
    },
  },
]);
