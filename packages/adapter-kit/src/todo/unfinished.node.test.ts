import { capabilities, type Adapter } from '@aftercart/contract';
import { expect, it } from 'vitest';
import { unfinished } from './unfinished.ts';

const done = async () => null as never;
const todo = (what: string) => Object.assign(async () => Promise.reject(new Error(what)), { todo: what });
const adapter = (services: object) => ({ id: 'x', contract: 1, ...services }) as Adapter;

it('leaves a finished adapter as it is', () => {
  const finished = adapter({ points: { account: done, program: done }, faq: { search: done } });
  expect(unfinished(finished)).toEqual({ adapter: finished, todos: {}, skip: {} });
});

it('takes out optional methods that are to do', () => {
  const { adapter: rest, todos, skip } = unfinished(adapter({ points: { account: done, program: done, redeem: todo('take a reward') } }));
  expect(capabilities(rest)).toEqual(['points.account', 'points.program']);
  expect(todos).toEqual({ 'points.redeem': 'take a reward' });
  expect(skip).toEqual({ 'points.redeem': 'points.redeem is still to do.' });
});

it('takes out a whole service that can’t be checked yet, and says so of what is written', () => {
  const { adapter: rest, todos } = unfinished(adapter({ points: { account: done, program: todo('the rewards'), redeem: done }, tracking: { shipments: done } }));
  expect(capabilities(rest)).toEqual(['tracking.shipments']);
  expect(todos).toEqual({
    'points.account': 'Written; it is checked when points.program is.', 'points.program': 'the rewards', 'points.redeem': 'Written; it is checked when points.program is.',
  });
});

it('knows that answers have two sources', () => {
  expect(capabilities(unfinished(adapter({ faq: { entries: todo('all'), search: done } })).adapter)).toEqual(['faq.search']);
  expect(capabilities(unfinished(adapter({ faq: { entries: todo('all'), vote: done } })).adapter)).toEqual([]);
});
