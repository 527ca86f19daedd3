import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../report.ts';
import { HOSTILE } from '../../worlds/hostile.ts';
import { junitOf } from './junit.ts';
import { textOf } from './text.ts';
import { verdictOf } from './verdict.ts';

const result = (more: Partial<CheckResult>): CheckResult => ({ name: 'a rule', group: 'points', status: 'passed', milliseconds: 12, ...more });
const verdict = (results: CheckResult[], todos = {}, adapter = 'small-shop') => verdictOf({ adapter, capabilities: ['points.account'], results }, todos);

/** Elements with their attributes and their own text; throws when it is not well-formed. */
function read(xml: string) {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes } as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

describe('JUnit', () => {
  it('counts, and says what failed and why something was skipped', () => {
    const elements = read(junitOf(verdict([
      result({}), result({ name: 'second', status: 'failed', error: 'It broke\n  expected: 1\n  came: 2' }), result({ name: 'third', group: 'faq', status: 'skipped', reason: 'The adapter has no faq.' }),
    ])));
    expect(elements[0]).toMatchObject({ name: 'testsuites', attributes: { tests: '3', failures: '1', errors: '0', skipped: '1', time: '0.036' } });
    expect(elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes)).toMatchObject([
      { name: 'points', tests: '2', failures: '1', skipped: '0' }, { name: 'faq', tests: '1', failures: '0', skipped: '1' },
    ]);
    expect(elements.find(({ name }) => name === 'failure')).toMatchObject({ attributes: { message: 'It broke' }, text: 'It broke\n  expected: 1\n  came: 2' });
    expect(elements.find(({ name }) => name === 'skipped')!.attributes['message']).toBe('The adapter has no faq.');
  });

  it.each([...Object.entries(HOSTILE), ['markup', ']]></failure><x a="1">&bogus; \'"'], ['lines', 'a\nb\r\nc\td']])('keeps names and messages that are hostile: %s', (_, text) => {
    const elements = read(junitOf(verdict([result({ name: text, status: 'failed', error: `x\n${text}` }), result({ name: text, status: 'skipped', reason: text })], {}, text)));
    const cases = elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes['name']);
    expect(cases).toEqual([text, text]);
    expect(elements.find(({ name }) => name === 'failure')!.text).toBe(`x\n${text}`);
    expect(elements.find(({ name }) => name === 'skipped')!.attributes['message']).toBe(text);
  });

  it('replaces what XML can’t hold', () => {
    const [, , test] = read(junitOf(verdict([result({ name: 'a\u0000b\u001Bc\uFFFFd\uD800e' })])));
    expect(test!.attributes['name']).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  });
});

describe('the report for people', () => {
  const text = textOf(verdict(
    [
      result({}),
      result({ name: 'points.redeem takes the points', status: 'failed', error: 'the points are gone\n  expected: 700\n  came: 1200\n  what to do: book it' }),
      result({ name: 'one', status: 'skipped', reason: 'The adapter has no points.revoke.' }),
      result({ name: 'two', status: 'skipped', reason: 'The adapter has no points.revoke.' }),
      result({ name: 'three', group: 'faq', status: 'skipped', reason: 'Nobody votes.' }),
    ],
    { 'points.revoke': 'give it back' },
  ));

  it('is grouped, with what, why and what to do', () => {
    expect(text.split('\n')).toEqual([
      'small-shop: 1 capability',
      '',
      'points  1 passed, 1 failed, 2 skipped',
      '  ✗ points.redeem takes the points',
      '      the points are gone',
      '        expected: 700',
      '        came: 1200',
      '        what to do: book it',
      '  – 2 checks: The adapter has no points.revoke.',
      '',
      'faq  1 skipped',
      '  – three: Nobody votes.',
      '',
      'still to do',
      '  □ points.revoke: give it back',
      '',
      '1 passed, 1 failed, 3 skipped',
    ]);
  });

  it('says when there was no adapter', () => {
    expect(textOf(verdictOf({ adapter: '', capabilities: [], results: [] }, {}))).toMatch(/^An adapter that could not be made: 0 capabilities\n\n0 passed/);
  });
});
