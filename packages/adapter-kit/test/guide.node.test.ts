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

  // The sandbox sells in euros, where a wrong count of decimals does not show.
  it.each([
    ['HUF', '5', 500], ['IQD', '1.5', 1_500], ['JPY', '12', 12], ['EUR', '12.90', 1_290],
  ])('has money of %s in its minor unit', async (currency, value, amount) => {
    const answer = JSON.stringify({ ways: [{ per: { value, currency } }], levels: [], rewards: [] });
    folder.write('money.js', `import { smallShopAdapter } from './adapter.js';
      const fetch = async () => new Response(${JSON.stringify(answer)}, { headers: { 'content-type': 'application/json' } });
      const { points } = smallShopAdapter({ url: 'https://shop.example', fetch });
      const { earningRules } = await points.program({}, { signal: AbortSignal.timeout(5_000), locale: 'en', token: async () => null });
      console.log(JSON.stringify(earningRules[0].per));`);
    const { stdout, stderr } = await folder.node(['money.js']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ amount, currency });
  });

  it('skips only what it leaves out on purpose', () => {
    const reasons = new Set([...ran.stdout.matchAll(/# SKIP (.*)$/gm)].map(([, reason]) => reason));
    for (const reason of reasons) {
      expect(reason).toMatch(/^The adapter has no (points\.(estimate|subscribe)|tracking\.subscribe|referrals\.list|reviews\.(edit|withdraw)|returns\.(deadline|withdraw)|faq\.search)\.$|no method that changes a review/);
    }
  });
});
