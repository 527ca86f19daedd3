import { describe, expect, it, vi } from 'vitest';
import { underControl } from '../test/helpers.ts';
import { createStorage } from './storage.ts';

underControl();

function fakeStorage() {
  const kept = new Map<string, string>();
  const storage = {
    kept,
    getItem: vi.fn((key: string) => kept.get(key) ?? null),
    setItem: vi.fn((key: string, value: string) => void kept.set(key, value)),
    removeItem: vi.fn((key: string) => void kept.delete(key)),
  };
  return storage;
}
function page() {
  const [local, session] = [fakeStorage(), fakeStorage()];
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
  return { local, session };
}

describe('storage', () => {
  it('keeps and gives back under the name of the shop', async () => {
    const { local } = page();
    const storage = createStorage('eu', () => true);
    expect(await storage.set('drafts', 'a', 'text')).toBe(true);
    expect(await storage.get('drafts', 'a')).toBe('text');
    expect([...local.kept.keys()]).toEqual(['aftercart:eu:a']);
    expect(await createStorage('us', () => true).get('drafts', 'a')).toBeNull();
  });

  it('keeps what is for safety in the tab only', async () => {
    const { local, session } = page();
    await createStorage('eu', () => true).set('safety', 'a', 'key');
    expect([local.kept.size, session.kept.size]).toEqual([0, 1]);
  });

  it.each<[string, (() => boolean | Promise<boolean>) | undefined]>([
    ['there is no hook', undefined],
    ['it says no', () => false],
    ['it says no later', async () => false],
    ['it throws', () => { throw new Error('x'); }],
    ['it rejects', async () => Promise.reject(undefined)],
  ])('neither reads nor writes when %s', async (_, consent) => {
    const { local } = page();
    const storage = createStorage('eu', consent);
    expect(await storage.set('drafts', 'a', 'text')).toBe(false);
    expect(await storage.get('drafts', 'a')).toBeNull();
    expect(local.getItem).not.toHaveBeenCalled();
    expect(local.setItem).not.toHaveBeenCalled();
  });

  it('asks each time, by purpose; taking away needs no consent', async () => {
    const { local } = page();
    let allowed = true;
    const consent = vi.fn(() => allowed);
    const storage = createStorage('eu', consent);
    await storage.set('attribution', 'code', 'x');
    allowed = false;
    expect(await storage.get('attribution', 'code')).toBeNull();
    expect(consent.mock.calls).toEqual([['attribution'], ['attribution']]);
    expect(await storage.set('attribution', 'code', null)).toBe(true);
    expect(local.kept.size).toBe(0);
  });

  it('survives storage that throws, and none at all', async () => {
    const { local } = page();
    local.setItem.mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
    local.getItem.mockImplementation(() => { throw new DOMException('blocked', 'SecurityError'); });
    const storage = createStorage('eu', () => true);
    expect(await storage.set('drafts', 'a', 'text')).toBe(false);
    expect(await storage.get('drafts', 'a')).toBeNull();
    vi.stubGlobal('localStorage', undefined);
    expect(await storage.set('drafts', 'a', null)).toBe(false);
  });
});
