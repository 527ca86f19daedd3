import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@aftercart/contract';
import { describe, expect, it } from 'vitest';
import { explain, PAGE_CODES } from './explain.ts';

const report = (code: string, message: string) => ({ level: 'error' as const, code, where: 'here', message });

describe('explain', () => {
  it('puts the exact place into the words of the code', () => {
    const words = explain(report('UNKNOWN_SHOP', 'eu'));
    expect(words).toContain('no shop “eu” is on this page');
    expect(words).toContain('name="eu"');
  });

  it('keeps a message with the signs of a replacement as it is', () => {
    expect(explain(report('BAD_ATTRIBUTE', "price=\"$& $' {}\""))).toContain("price=\"$& $' {}\" is not understood");
  });

  it('says what to look at when an adapter could not be loaded', () => {
    const words = explain({ ...report('UNAVAILABLE', 'SyntaxError: Unexpected token'), where: 'adapter' });
    expect(words).toMatch(/^it could not be loaded: SyntaxError: Unexpected token\. Look at/);
    expect(explain(report('UNAVAILABLE', 'closed'))).toBe('closed');
  });

  it('says a code that it does not know as it is', () => {
    expect(explain(report('SOMETHING_NEW', 'what happened'))).toBe('what happened');
  });

  it('has a paragraph in the documentation for each code of the page', () => {
    const documentation = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
    for (const code of PAGE_CODES) expect(documentation).toContain(`### ${code}\n`);
    expect(PAGE_CODES.filter((code) => (ERROR_CODES as readonly string[]).includes(code))).toEqual([]);
  });
});
