import { describe, expect, it, vi } from 'vitest';
import { deferred, pass, settle, underControl } from '../test/helpers.ts';
import { createTokenSource, type GetToken } from './token.ts';

underControl();
const setUp = (getToken?: GetToken) => createTokenSource(getToken, Date.now);
let count = 0;
const numbered = () => vi.fn(async () => `token-${++count}`);

describe('a token source', () => {
  it('asks for nothing until somebody wants a token', async () => {
    const getToken = numbered();
    setUp(getToken);
    await pass(600_000);
    expect(getToken).not.toHaveBeenCalled();
  });

  it('asks once for all who want it, at once or later', async () => {
    const answer = deferred<string>();
    const getToken = vi.fn(() => answer.promise);
    const token = setUp(getToken);
    const many = [token(), token(), token()];
    answer.resolve('t');
    expect(await Promise.all(many)).toEqual(['t', 't', 't']);
    expect(await token()).toBe('t');
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('asks again after four minutes', async () => {
    const getToken = numbered();
    const token = setUp(getToken);
    const first = await token();
    await pass(4 * 60_000 - 1);
    expect(await token()).toBe(first);
    await pass(1);
    expect(await token()).not.toBe(first);
  });

  it('asks again when one is refused, once however many calls had it', async () => {
    const getToken = numbered();
    const token = setUp(getToken);
    const old = (await token())!;
    const [a, b] = await Promise.all([token(old), token(old)]);
    expect(a).toBe(b);
    expect(a).not.toBe(old);
    // A call that hears of the refusal when the new one is there already.
    expect(await token(old)).toBe(a);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it.each([null, undefined, ''])('takes %j for a guest, who is asked for again next time', async (nobody) => {
    const getToken = vi.fn(() => nobody as string | null);
    const token = setUp(getToken);
    expect(await Promise.all([token(), token()])).toEqual([null, null]);
    expect(getToken).toHaveBeenCalledTimes(1);
    getToken.mockReturnValue('signed in');
    expect(await token()).toBe('signed in');
  });

  it('has a guest where there is no getToken', async () => {
    expect(await setUp()()).toBeNull();
  });

  it.each<[string, GetToken]>([
    ['throws', () => { throw new Error('x'); }],
    ['rejects', async () => Promise.reject(new Error('x'))],
    ['rejects with undefined', async () => Promise.reject(undefined)],
    ['rejects with a string', async () => Promise.reject('x')],
    ['gives an object', (() => ({ token: 'x' })) as never],
    ['gives a number', (async () => 42) as never],
    ['is no function', 'x' as never],
  ])('rejects with an AdapterError when getToken %s, and asks again next time', async (_, bad) => {
    let getToken: GetToken = bad;
    const token = createTokenSource(typeof bad === 'function' ? () => getToken() : bad, Date.now);
    await expect(token()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('getToken') });
    if (typeof bad !== 'function') return;
    getToken = () => 'good';
    expect(await token()).toBe('good');
  });

  it('keeps what was asked later when an earlier one comes late', async () => {
    const slow = deferred<string>();
    const getToken = vi.fn<GetToken>(() => 'new').mockReturnValueOnce(slow.promise);
    const token = setUp(getToken);
    const first = token();
    await pass(4 * 60_000);
    expect(await token()).toBe('new');
    slow.resolve('old');
    expect(await first).toBe('old');
    expect(await token()).toBe('new');
    await settle();
    expect(getToken).toHaveBeenCalledTimes(2);
  });
});
