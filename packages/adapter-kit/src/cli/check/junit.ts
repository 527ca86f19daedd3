/** A verdict as JUnit XML, as CI systems read it (the format of the Ant task, https://github.com/testmoapp/junitxml). */
import { byGroup, type Verdict } from './verdict.ts';

// XML 1.0 has no way to write these, not even escaped (https://www.w3.org/TR/xml/#charsets): half characters, and most that control something.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\p{Surrogate}\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** A text, for attributes and between tags alike. */
const escape = (text: string) => text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign]!);

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(3);
const sum = (results: readonly { milliseconds: number }[]) => seconds(results.reduce((total, { milliseconds }) => total + milliseconds, 0));

export function junitOf({ adapter, results, failed, skipped }: Verdict): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escape(`aftercart-adapter ${adapter}`)}" tests="${results.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${sum(results)}">`,
  ];
  for (const [group, ofGroup] of byGroup(results)) {
    const of = (status: string) => ofGroup.filter((result) => result.status === status).length;
    lines.push(`  <testsuite name="${escape(group)}" tests="${ofGroup.length}" failures="${of('failed')}" errors="0" skipped="${of('skipped')}" time="${sum(ofGroup)}">`);
    for (const { name, status, reason = '', error = '', milliseconds } of ofGroup) {
      const head = `<testcase classname="${escape(`${adapter}.${group}`)}" name="${escape(name)}" time="${seconds(milliseconds)}"`;
      if (status === 'failed') lines.push(`    ${head}><failure message="${escape(error.split('\n')[0]!)}">${escape(error)}</failure></testcase>`);
      else if (status === 'skipped') lines.push(`    ${head}><skipped message="${escape(reason)}"/></testcase>`);
      else lines.push(`    ${head}/>`);
    }
    lines.push('  </testsuite>');
  }
  return `${[...lines, '</testsuites>'].join('\n')}\n`;
}
