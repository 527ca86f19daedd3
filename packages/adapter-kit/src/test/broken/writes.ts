/** Adapters that do things twice, too early or not at all. */
import type { Capability } from '@aftercart/contract';
import { ACTS } from '../../checks/acts.ts';
import { answer, built, everyMethod, method, request, type BrokenAdapter } from './breaking.ts';

/** Acts that the shop itself would do twice, if nobody named them. */
const REPEATABLE: readonly Capability[] = ['points.redeem', 'faq.vote'];

/** Another id, code, number or yes each time. */
function differently(): (answered: any) => unknown {
  let times = 0;
  return (answered) => {
    times++;
    return {
      ...answered,
      ...(answered.id && { id: `${answered.id}-${times}` }),
      ...(answered.code && { code: `${answered.code}-${times}` }),
      ...(answered.balance !== undefined && { balance: times }),
      ...(answered.recorded && { recorded: times === 1 }),
      ...(answered.receipt && { receipt: { ...answered.receipt, id: `${answered.receipt.id}-${times}` } }),
    };
  };
}

export const writes: readonly BrokenAdapter[] = [
  ...REPEATABLE.map((act) => request('sends no key', `${act} sent again with the same key is one act with one answer`, (url, { headers: { 'idempotency-key': _, ...headers }, ...init }) => [url, { ...init, headers }])),
  ...(['points.revoke', 'reviews.submit'] as const).map((act) =>
    method('refuses what was done already', act, `${act} sent again with the same key is one act with one answer`, (good) => (input, context) => good(input, { ...context, idempotencyKey: crypto.randomUUID() }))),
  ...ACTS.flatMap(({ method: act }) => [
    answer('makes up something of each answer', act, `${act} sent again with the same key is one act with one answer`, differently()),
    answer('makes up something of each answer', act, `${act} sent several times at once with the same key is one act`, differently()),
    method('says “done” when it does not know', act, `${act} tried again after its answer was lost is one act`, (good) => (input, context) => good(input, context).catch(() => ({}))),
  ]),
  ...REPEATABLE.map((act) =>
    method('remembers a key when the act is done', act, `${act} sent several times at once with the same key is one act`, (good) => {
      const done = new Map<string, unknown>();
      return async (input, context) => {
        const key = context.idempotencyKey!;
        if (!done.has(key)) done.set(key, await good(input, { ...context, idempotencyKey: crypto.randomUUID() }));
        return done.get(key);
      };
    })),
  ...REPEATABLE.map((act) =>
    method('tries again under a new name', act, `${act} tried again after its answer was lost is one act`, (good) => {
      let times = 0;
      return (input, context) => good(input, { ...context, idempotencyKey: `${context.idempotencyKey}-${times++}` });
    })),
  method('names an act by its key and its input', 'points.redeem', 'the same key for another act has no second effect', (good) => (input, context) => good(input, { ...context, idempotencyKey: `${context.idempotencyKey}-${input.rewardId}` })),
  built('remembers keys for all shoppers', 'the same key from another shopper is another act', ({ points }) => {
    const good = points['redeem']!;
    const done = new Map<string, unknown>();
    points['redeem'] = async (input, context) => {
      const key = context.idempotencyKey!;
      if (!done.has(key)) done.set(key, await good(input, context));
      return done.get(key);
    };
  }),
  request('looks, then books', 'many redeems at once never overspend', (url, init) => [url, { ...init, headers: { ...init.headers, 'x-careless': 'yes' } }]),
  method('hands a code to whoever is late', 'points.redeem', 'the last code goes to one of many who ask at once', (good) => (input, context) =>
    good(input, context).catch(() => ({ id: 'late', rewardId: input.rewardId, pointsSpent: 100, fulfilment: 'issued', usage: 'unused', code: 'LAST-1', revocable: true, createdAt: '2026-11-22T09:00:00Z' }))),
  method('does what nobody waits for', 'points.redeem', 'an act that was aborted before it began is not done', (good) => (input, context) => good(input, { ...context, signal: new AbortController().signal })),
  everyMethod('keeps what it was answered', 'what changes in the backend shows in the next call', (good) => {
    const kept = new Map<string, unknown>();
    return async (input, context) => {
      const key = JSON.stringify([input, context.locale, await context.token()]);
      if (!kept.has(key)) kept.set(key, await good(input, context));
      return kept.get(key);
    };
  }),
];
