import { describe, expect, it } from 'vitest';
import { capabilities, CONTRACT_VERSION, defineAdapter, METHODS, type Adapter } from './adapter.ts';

const answer = async () => null as never;
const tracking = { shipments: answer };
/** An adapter as plain JavaScript may hand it in. */
const anything = (value: unknown) => value as Adapter;

describe('defineAdapter', () => {
  it('keeps what it was given and stamps the version of the contract', () => {
    const adapter = defineAdapter({ id: 'x', tracking, extra: 1 });
    expect(adapter).toEqual({ id: 'x', tracking, extra: 1, contract: CONTRACT_VERSION });
    expect(adapter.tracking).toBe(tracking);
  });

  it('takes an adapter without any service', () => {
    expect(capabilities(defineAdapter({ id: 'empty' }))).toEqual([]);
  });

  it('takes a service that is left out as undefined', () => {
    expect(defineAdapter(anything({ id: 'x', points: undefined })).id).toBe('x');
  });

  it.each<[string, unknown, RegExp]>([
    ['no id', { tracking }, /needs an `id`/],
    ['an empty id', { id: '' }, /needs an `id`/],
    ['a missing method', { id: 'x', points: { account: answer } }, /“x”: `points\.program` must be a function/],
    ['a method that is none', { id: 'x', tracking: { shipments: answer, subscribe: true } }, /`tracking\.subscribe` must be a function/],
    ['a method that is null', { id: 'x', tracking: { shipments: null } }, /`tracking\.shipments` must be a function/],
    ['a service that is null', { id: 'x', tracking: null }, /`tracking\.shipments` must be a function/],
    ['a service that is a string', { id: 'x', reviews: 'yes' }, /`reviews\.requests` must be a function/],
    ['answers without a source', { id: 'x', faq: { vote: answer } }, /`faq` needs `entries` or `search`/],
    ['answers that are null', { id: 'x', faq: null }, /`faq` needs `entries` or `search`/],
  ])('refuses %s', (_, adapter, message) => {
    expect(() => defineAdapter(anything(adapter))).toThrow(TypeError);
    expect(() => defineAdapter(anything(adapter))).toThrow(message);
  });

  it('takes answers with either source', () => {
    expect(capabilities(defineAdapter({ id: 'a', faq: { entries: answer } }))).toEqual(['faq.entries']);
    expect(capabilities(defineAdapter({ id: 'b', faq: { search: answer, vote: answer } }))).toEqual(['faq.search', 'faq.vote']);
  });
});

describe('capabilities', () => {
  it('lists what is there in the order of the contract', () => {
    const full = Object.fromEntries(
      Object.entries(METHODS).map(([service, methods]) => [service, Object.fromEntries(Object.keys(methods).reverse().map((method) => [method, answer]))]),
    );
    const all = Object.entries(METHODS).flatMap(([service, methods]) => Object.keys(methods).map((method) => `${service}.${method}`));
    expect(capabilities(anything({ id: 'full', ...full }))).toEqual(all);
  });

  it('sees through composition, and finds methods of a class', () => {
    class Carrier {
      async shipments() {
        return null;
      }
    }
    const base = defineAdapter({ id: 'shop', faq: { entries: answer } });
    expect(capabilities({ ...base, tracking: new Carrier() })).toEqual(['faq.entries', 'tracking.shipments']);
  });

  it('survives nonsense', () => {
    expect(capabilities(anything({ id: 'x', points: null, faq: 7, tracking: { shipments: 'soon' } }))).toEqual([]);
  });
});
