/** What an adapter looks like, before anything is asked of it. */
import { CONTRACT_VERSION, METHODS, type ServiceName } from '@aftercart/contract';
import { hold } from '../assert.ts';
import { checksOf } from '../check.ts';
import { methodOf } from '../methods.ts';
import { sample } from '../samples.ts';
import { everyMethod } from './every.ts';

const NOT_SERVICES = ['id', 'contract'];

export const shapeChecks = checksOf('shape', [
  {
    name: 'the adapter has an id and the version of this contract',
    needs: [],
    async run({ adapter }) {
      hold(typeof adapter.id === 'string' && adapter.id !== '', 'an adapter has an `id`', { expected: 'a short name such as “static”', came: adapter.id, todo: 'Add `id` to the object.' });
      hold(adapter.contract === CONTRACT_VERSION, 'an adapter names the contract it was written for', {
        expected: CONTRACT_VERSION, came: adapter.contract, todo: 'Pass the object through `defineAdapter` of @aftercart/contract.',
      });
    },
  },
  {
    name: 'every service that is there has the methods that it must have',
    needs: [],
    async run({ adapter }) {
      for (const [service, methods] of Object.entries(METHODS)) {
        const found = adapter[service as ServiceName] as Record<string, unknown> | null | undefined;
        if (found === undefined) continue;
        for (const [method, isRequired] of Object.entries(methods)) {
          const value = found?.[method];
          hold(typeof value === 'function' || (value === undefined && !isRequired), `\`${service}.${method}\` is a function`, {
            expected: isRequired ? 'a function' : 'a function, or nothing', came: value, todo: `Write the method, or leave ${isRequired ? `\`${service}\` out of the adapter` : 'it out'}: what is missing is a capability that the backend does not have.`,
          });
        }
        hold(service !== 'faq' || found?.['entries'] || found?.['search'], '`faq` has `entries` or `search`', {
          expected: 'at least one of them', came: Object.keys(found ?? {}), todo: 'Write one of them, or leave `faq` out.',
        });
      }
    },
  },
  {
    name: 'nothing in the adapter is misspelt',
    needs: [],
    async run({ adapter }) {
      for (const [name, value] of Object.entries(adapter)) {
        if (NOT_SERVICES.includes(name) || typeof value !== 'object' || value === null) continue;
        hold(Object.hasOwn(METHODS, name), `\`${name}\` is a service of the contract`, { expected: Object.keys(METHODS), came: name, todo: 'Correct the name: nobody asks for this one.' });
        const known = METHODS[name as ServiceName];
        const stranger = Object.entries(value).find(([method, part]) => typeof part === 'function' && !Object.hasOwn(known, method));
        hold(!stranger, `\`${name}.${stranger?.[0]}\` is a method of the contract`, { expected: Object.keys(known), came: stranger?.[0], todo: 'Correct the name: nobody calls this one.' });
      }
    },
  },
  {
    name: 'every method that is there is supported',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        const answer = trial.ask(capability, sample(trial, capability), trial.context('ann'));
        const code = await answer.then(() => undefined, (error: unknown) => (error as { code?: string } | null)?.code);
        hold(code !== 'UNSUPPORTED', `${capability} is a capability of the backend`, {
          expected: 'any answer but UNSUPPORTED', came: code, todo: 'Leave the method out of the adapter when its backend does not have it: the element then shows its slotted content.',
        });
      }),
  },
  {
    name: 'methods work without the object they hang in',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        const { method } = methodOf(trial.adapter, capability);
        const { idempotencyKey: _, ...context } = trial.context('ann');
        const failed = await (async () => method(sample(trial, capability), context))().then(() => undefined, (error: unknown) => error);
        hold(!(failed instanceof TypeError), `${capability} works when it is taken out of its service`, {
          expected: 'an answer: shops compose adapters of single methods, { faq: { search: one.search, vote: other.vote } }', came: failed, todo: 'Use the variables of the factory, not `this`.',
        });
      }, { writes: false }),
  },
]);
