/** What a developer reads in the console when a shop has no adapter that works: one line, whatever is asked of it, that says which and why. */
import { compose, defineAdapter, guardFaqEntries, guardPointsAccount, type Adapter } from '@aftercart/contract';
import { describe, expect, it, vi } from 'vitest';
import { pass, passUntil, underControl } from '../test/helpers.ts';
import { defineShop, removeShop } from './index.ts';

underControl();

const answer = async () => null as never;
/** A module of this code. */
const importing = (code: string) => () => import(/* @vite-ignore */ `data:text/javascript,${code}`) as Promise<never>;

/** Everything that a shop tells of this adapter. */
async function linesOf(adapter: unknown): Promise<string[]> {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const shop = defineShop({ adapter: adapter as Adapter });
  const asked = [shop.read('points.account', {}, guardPointsAccount), shop.read('faq.entries', {}, guardFaqEntries)];
  for (const each of asked) each.catch(() => {});
  await passUntil(() => error.mock.calls.length);
  await pass(30_000);
  await Promise.allSettled(asked);
  removeShop(shop);
  return error.mock.calls.map(([line]) => String(line));
}

describe('one line says which adapter is meant and why it can’t be used', () => {
  it.each<[string, unknown, RegExp]>([
    ['missing', undefined, /^\[aftercart\] adapter: The adapter is undefined\. An adapter must be what its factory gives/],
    ['a factory that gives nothing', () => undefined, /^\[aftercart\] adapter: The adapter is undefined\./],
    ['an async factory that throws', async () => { throw new Error('no token.\nAnd more.'); }, /^\[aftercart\] adapter: it could not be loaded: Error: no token\. Look at the address of its file/],
    ['a module that throws at import', importing('throw new TypeError("no settings")'), /^\[aftercart\] adapter: it could not be loaded: TypeError: no settings\. Look/],
    ['a module that is not there', importing('import "no-such-package"'), /^\[aftercart\] adapter: it could not be loaded: TypeError.*no-such-package.*[^.]\. Look at/],
    ['without a method that it must have', async () => defineAdapter({ id: 'x', points: { account: answer } } as unknown as Adapter), /could not be loaded: TypeError: Adapter “x”: `points\.program` must be a function\. Look/],
    ['of another contract', { id: 'old', contract: 99 }, /^\[aftercart\] adapter: “old” has contract 99\. .* \(ADAPTER_FAULT\)$/],
    [
      'composed of two that bring the same', async () => compose({ id: 'a', faq: { entries: answer } }, { id: 'b', faq: { search: answer } }),
      /could not be loaded: TypeError: compose: “a” and “b” both have `faq`\./,
    ],
  ])('%s', async (_, adapter, line) => {
    const lines = await linesOf(adapter);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines[0]).not.toContain('\n');
  });

  it('a promise that fails', async () => {
    expect(await linesOf(Promise.reject(new Error('no network')))).toEqual([expect.stringMatching(/^\[aftercart\] adapter: it could not be loaded: Error: no network\./)]);
  });
});
