import { describe, expect, it } from 'vitest';
import { createFingerprints, normaliseEmail, normalisePostcode, sameFingerprint } from './fingerprint.ts';

describe('an e-mail', () => {
  it.each([
    ['Ann@Example.com', 'ann@example.com'],
    [' ann+shop@example.com ', 'ann@example.com'],
    ['a.n.n@gmail.com', 'ann@gmail.com'],
    ['a.n.n+x@googlemail.com', 'ann@gmail.com'],
    ['a.n.n@example.com', 'a.n.n@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
  ])('%s is compared as %s', (written, normal) => expect(normaliseEmail(written)).toBe(normal));
});

it('a postcode is compared without its spaces', () => {
  expect(normalisePostcode('sw1a 1aa')).toBe(normalisePostcode('SW1A-1AA'));
});

describe('a fingerprint', () => {
  const { of, email } = createFingerprints('one pepper');
  it('is the same for the same, and tells nothing of what it is of', () => {
    expect(email('Ann@example.com')).toBe(email('ann@example.com'));
    expect(email('ann@example.com')).not.toContain('ann');
  });
  it('differs by kind and by pepper', () => {
    expect(of('a', 'x')).not.toBe(of('b', 'x'));
    expect(of('a', 'x')).not.toBe(createFingerprints('another pepper').of('a', 'x'));
  });
  it('equals only itself; nothing equals nothing', () => {
    expect(sameFingerprint('abc', 'abc')).toBe(true);
    expect(sameFingerprint('abc', 'abd')).toBe(false);
    expect(sameFingerprint('abc', 'abcd')).toBe(false);
    expect(sameFingerprint('', '')).toBe(false);
    expect(sameFingerprint(null, undefined)).toBe(false);
  });
});
