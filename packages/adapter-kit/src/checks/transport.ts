/** Between the adapter and its backend: what is sent, what is never sent, and what happens when the way breaks. */
import type { Capability } from '@aftercart/contract';
import { isAdapterError } from '@aftercart/contract';
import { hold, outcomeOf, show, within } from '../assert.ts';
import { checksOf } from '../check.ts';
import { faultsOf, operationOf } from '../methods.ts';
import { sample } from '../samples.ts';
import type { Trial } from '../trial.ts';
import { answers, hangs, rewrites, stalls, type Fault } from '../wire/faults.ts';
import type { Asked } from '../wire/wire.ts';
import { errorChecks } from './errors.ts';
import { everyMethod } from './every.ts';

/** Holds a rule for every request that any method makes; acts are done, too. */
async function everyRequest(trial: Trial, shopper: string | null, rule: (asked: Asked, capability: Capability) => void): Promise<void> {
  await everyMethod(trial, async (capability) => {
    trial.wire.meets();
    await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context(shopper)));
    for (const asked of trial.wire.asked) rule(asked, capability);
  });
}

/** A call that ends as nobody waits for it any more, in a backend that does not answer. */
async function leaves(trial: Trial, capability: Capability, fault: Fault): Promise<void> {
  const controller = new AbortController();
  trial.wire.meets(fault);
  const call = outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann', { signal: controller.signal })));
  const asked = await Promise.race([trial.wire.nextAsked(), call.then(() => undefined)]);
  // Nothing was asked of the backend.
  if (!asked) return;
  hold(asked.signal, `${capability} gives its signal to the request`, { expected: '`signal` in the options of `fetch`', came: 'a request without one', todo: 'Pass `context.signal` on, or a signal that follows it.' });
  // So that what comes after the request has begun: the reading of its answer.
  await new Promise((resolve) => setTimeout(resolve));
  controller.abort();
  const outcome = await within(trial.patience, call, `${capability} ends when its signal aborts`, { expected: 'ABORTED', came: 'nothing', todo: 'Pass `context.signal` on to the request.' });
  hold(asked.signal.aborted, `${capability} ends its request`, { expected: 'a request whose signal has aborted too', came: 'a request that goes on', todo: 'Pass `context.signal` on, or a signal that follows it.' });
  isAborted(capability, outcome);
}

function isAborted(capability: Capability, outcome: Awaited<ReturnType<typeof outcomeOf>>): void {
  const code = 'error' in outcome && isAdapterError(outcome.error) ? outcome.error.code : undefined;
  hold(code === 'ABORTED', `${capability} is ABORTED when nobody waits for it`, { expected: 'an AdapterError with the code ABORTED', came: 'error' in outcome ? outcome.error : outcome.answer, todo: 'Look at `context.signal.aborted` before you call a failure NETWORK.' });
}

const CODE_FIELD = /(^|[a-z_])(status|state|kind|reason)$/i;

/** Puts a word that nobody knows in the place of every code. */
const withStrangeCodes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withStrangeCodes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typeof part === 'string' && CODE_FIELD.test(key) ? 'of_the_future' : withStrangeCodes(part)]));
};

export const transportChecks = checksOf('transport', [
  {
    name: 'requests go through the fetch that was given',
    needs: [],
    async run(trial) {
      let requests = 0;
      await everyRequest(trial, 'ann', () => requests++);
      hold(requests > 0, 'the kit sees the requests', { expected: 'requests through `create({ fetch })`', came: 'none', todo: 'Use the `fetch` that `create` is given, or skip `transport` when the adapter makes no requests.' });
    },
  },
  {
    name: 'no token is ever in an address',
    needs: [],
    async run(trial) {
      const token = trial.seeded.tokens['ann'];
      if (!token) return trial.lacks('no shopper “ann”');
      await everyRequest(trial, 'ann', ({ url }, capability) => {
        hold(![url, decodeURIComponent(url)].some((text) => text.includes(token)), `${capability} keeps the token out of the address`, {
          expected: 'the token in a header', came: url.replaceAll(token, '‹the token›'), todo: 'Addresses are kept in logs, histories and caches: send `authorization: Bearer …`.',
        });
      });
    },
  },
  {
    name: 'no cookies are sent',
    needs: [],
    run: (trial) =>
      everyRequest(trial, 'ann', ({ credentials }, capability) => {
        hold(credentials === 'omit', `${capability} sends no cookies`, { expected: "credentials: 'omit'", came: `credentials: '${credentials}'`, todo: 'Identity comes from the token; a cookie would let other sites act for the shopper.' });
      }),
  },
  {
    name: 'a guest sends no token',
    needs: [],
    run: (trial) =>
      everyRequest(trial, null, ({ headers }, capability) => {
        const strange = [...headers].find(([, value]) => /\b(null|undefined)$/.test(value));
        hold(!strange, `${capability} leaves the token out for a guest`, { expected: 'no header', came: strange?.join(': '), todo: '`token()` is null for a guest: send no header then.' });
      }),
  },
  {
    name: 'a call that was aborted before it began asks for nothing',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        trial.wire.meets(hangs);
        const call = outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann', { signal: AbortSignal.abort() })));
        const asked = await Promise.race([trial.wire.nextAsked(), call.then(() => undefined)]);
        hold(!asked || asked.signal?.aborted, `${capability} asks for nothing`, { expected: 'no request, or one with the aborted signal', came: asked?.url, todo: 'Pass `context.signal` on to the request.' });
        isAborted(capability, await call);
      }),
  },
  { name: 'an abort in flight ends the request and the call', needs: [], run: (trial) => everyMethod(trial, (capability) => leaves(trial, capability, hangs)) },
  { name: 'an abort while the answer comes ends the call', needs: [], run: (trial) => everyMethod(trial, (capability) => leaves(trial, capability, stalls)) },
  ...errorChecks,
  {
    name: 'JSON of another shape is an answer, null or an AdapterError',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        for (const body of ['{}', '[]', 'null', '"text"', '{"data":null}']) {
          trial.wire.meets(answers(200, body));
          const outcome = await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann')));
          hold('answer' in outcome || isAdapterError(outcome.error), `${capability} survives the answer ${body}`, {
            expected: 'an answer (core checks it), null, or INVALID_RESPONSE', came: 'error' in outcome && `${show(outcome.error)} (no AdapterError)`, todo: 'Look before you reach into what the backend answered.',
          });
        }
      }),
  },
  {
    name: 'codes that nobody knows yet degrade',
    needs: [],
    run: (trial) =>
      everyMethod(trial, async (capability) => {
        trial.wire.meets(rewrites(withStrangeCodes));
        const outcome = await outcomeOf(trial.ask(capability, sample(trial, capability), trial.context('ann')));
        hold('answer' in outcome, `${capability} answers though a status, state, kind or reason is new`, { expected: 'an answer with `unknown`, `other` or the nearest code', came: 'error' in outcome && outcome.error, todo: 'Backends learn new codes: map those that you know, and give the rest a fallback.' });
        // A code that is handed on as it is reads as its fallback in core, so only what else is wrong counts.
        const faults = faultsOf(capability, outcome.answer).filter((fault) => !fault.includes('is no code of the contract'));
        hold(!faults.length, `${capability} answers what the contract says`, { expected: operationOf(capability).outputName, came: faults.join('; '), todo: 'Give codes that are not known a fallback.' });
      }, { writes: false }),
  },
]);
