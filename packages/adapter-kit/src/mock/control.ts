/** `/_control/…`: what a test tells the mock, and asks it. Never met by a fault, and not among the requests seen. */
import type { Backend } from './backend.ts';
import { ok, Refusal, type Answer, type Asked } from './exchange.ts';
import { readFault } from './faults.ts';
import { inspect } from './shop/inspect.ts';

export const CONTROL = '/_control/';

type Act = (backend: Backend, asked: Asked) => unknown;

const faultsOf = ({ faults }: Backend) => ({ faults: faults.list });

const ACTS: Readonly<Record<string, Act>> = {
  'PUT world': (backend, { body }) => backend.seed(body),
  'GET clock': ({ now }) => ({ now: now() }),
  'PUT clock': (backend, { body }) => {
    backend.setClock(body);
    return { now: backend.now() };
  },
  'GET faults': faultsOf,
  'PUT faults': (backend, { body }) => {
    backend.faults.set((Array.isArray(body) ? body : [body]).map(readFault));
    return faultsOf(backend);
  },
  'DELETE faults': (backend) => {
    backend.faults.set([]);
    return faultsOf(backend);
  },
  'GET requests': ({ seen }) => ({ requests: seen }),
  'DELETE requests': (backend) => {
    backend.seen = [];
    return { requests: [] };
  },
};

/** @throws Refusal */
export function control(backend: Backend, asked: Asked): Answer {
  const [name = '', question] = asked.path.slice(CONTROL.length).split('/');
  if (name === 'inspect' && asked.method === 'GET') return ok({ value: inspect(backend.shop, question ?? '', asked.query) });
  const act = ACTS[`${asked.method} ${name}`];
  if (!act) throw new Refusal(404, 'not_found', `There is no ${asked.method} ${asked.path}; there are ${Object.keys(ACTS).join(', ')} and GET inspect/….`);
  return ok(act(backend, asked));
}
