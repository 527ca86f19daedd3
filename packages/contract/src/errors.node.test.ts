import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { AdapterError, ERROR_CODES, isAdapterError } from './errors.ts';

describe('AdapterError', () => {
  it('carries a code, and words that default to it', () => {
    const cause = new TypeError('x');
    const error = new AdapterError('RATE_LIMITED', 'Slow down.', { retryAfter: 3, cause });
    expect(error).toMatchObject({ name: 'AdapterError', code: 'RATE_LIMITED', message: 'Slow down.', retryable: true, retryAfter: 3, cause });
    expect(error).toBeInstanceOf(Error);
    expect(new AdapterError('CONFLICT').message).toBe('CONFLICT');
  });

  it('knows which codes may help to try again, unless the adapter knows better', () => {
    expect(ERROR_CODES.filter((code) => new AdapterError(code).retryable)).toEqual(['OFFLINE', 'NETWORK', 'TIMEOUT', 'UNAVAILABLE', 'RATE_LIMITED']);
    expect(new AdapterError('CONFLICT', undefined, { retryable: true }).retryable).toBe(true);
    expect(new AdapterError('TIMEOUT', undefined, { retryable: false }).retryable).toBe(false);
  });

  it('is recognised across copies of the package', async () => {
    vi.resetModules();
    const other = (await import('./errors.ts')) as typeof import('./errors.ts');
    expect(other.AdapterError).not.toBe(AdapterError);
    expect(isAdapterError(new other.AdapterError('NETWORK'))).toBe(true);
    expect(other.isAdapterError(new AdapterError('NETWORK'))).toBe(true);
  });

  it.each([undefined, null, 'NETWORK', 7, {}, [], new Error('x'), { name: 'AdapterError', code: 'NETWORK' }])('is not %s', (value) => {
    expect(isAdapterError(value)).toBe(false);
  });

  it('hides its brand from logs and copies', () => {
    const error = new AdapterError('NETWORK');
    expect(Object.getOwnPropertySymbols({ ...error })).toEqual([]);
    expect(isAdapterError({ ...error })).toBe(false);
  });
});

describe('docs/errors.md', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  // What follows is about faults of the page, which no adapter gives.
  const [ofAdapters] = page.split('## In the page');
  const sections = ofAdapters!.split(/^### /m).slice(1);

  it('has each code once, in the order of the list, and no other', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual([...ERROR_CODES]);
  });

  it.each(ERROR_CODES)('says of %s who causes it, what is seen, what to do', (code) => {
    const section = sections.find((each) => each.startsWith(`${code}\n`))!.replace(/\s+/g, ' ');
    expect(section).toContain('**Comes from**');
    expect(section).toMatch(/\*\*The (shopper|friend) sees\*\*/);
    expect(section).toContain('**The developer**');
    expect(section).toContain(`Again later: ${new AdapterError(code).retryable ? 'yes' : 'no'}`);
  });
});
