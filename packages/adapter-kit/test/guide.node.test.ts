/** The adapter of docs/adapters/guide.md, as it stands there, held against the kit by the test that stands there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from './documented.ts';
import { openFolder, type Folder, type Ran } from './newcomer.ts';

const files = filesIn('adapters/guide.md');
const folder: Folder = openFolder();
afterAll(() => folder.remove());

describe('the guide', () => {
  let ran: Ran;
  beforeAll(async () => {
    for (const [name, content] of files) folder.write(name, content);
    folder.install();
    ran = await folder.node(['--test', '--test-reporter=tap']);
  });

  it('has four files', () => expect([...files.keys()]).toEqual(['package.json', 'adapter.test.js', 'adapter.js', 'conformance.config.js']));

  it('goes green against the mock backend', () => {
    const failed = ran.stdout.split('\n').filter((line) => /^ {4,}not ok/.test(line));
    expect(failed).toEqual([]);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toMatch(/^# fail 0$/m);
    // Not because there was nothing to check.
    expect(Number(/^# pass (\d+)$/m.exec(ran.stdout)?.[1])).toBeGreaterThan(60);
  });

  it('skips only what it leaves out on purpose', () => {
    const reasons = new Set([...ran.stdout.matchAll(/# SKIP (.*)$/gm)].map(([, reason]) => reason));
    for (const reason of reasons) {
      expect(reason).toMatch(/^The adapter has no (points\.(estimate|subscribe)|tracking\.subscribe|referrals\.list|reviews\.(edit|withdraw)|returns\.(deadline|withdraw)|faq\.search)\.$|no method that changes a review/);
    }
  });
});
