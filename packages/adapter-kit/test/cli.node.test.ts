/** `aftercart-adapter`, as it is typed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from './documented.ts';
import { openFolder } from './newcomer.ts';

const folder = openFolder();
afterAll(() => folder.remove());

const config = (body: string) => `import { startMockBackend } from '@aftercart/adapter-kit/mock';
export default async () => {
  const mock = await startMockBackend();
  return { ...mock, ${body} };
};`;

beforeAll(() => {
  for (const [name, content] of filesIn('adapters/guide.md')) folder.write(name, content);
  folder.install();
});

describe('check', () => {
  it('is green for the adapter of the guide, and writes its report as JSON and JUnit', async () => {
    const { code, stdout, stderr } = await folder.cli('check', './adapter.js', '--json', 'out/report.json', '--junit', 'out/report.xml');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [, passed, skipped] = /^(\d+) passed, 0 failed, (\d+) skipped$/.exec(stdout.trim().split('\n').at(-1)!)!;
    const report = JSON.parse(readFileSync(join(folder.path, 'out/report.json'), 'utf8'));
    expect(report).toMatchObject({ adapter: 'small-shop', passed: Number(passed), failed: 0, skipped: Number(skipped), todos: {} });
    expect(report.results).toHaveLength(Number(passed) + Number(skipped));
    expect(report.passed).toBeGreaterThan(100);
    expect(readFileSync(join(folder.path, 'out/report.xml'), 'utf8')).toContain(`tests="${report.results.length}"`);
  });

  it('is as green for two adapters that are composed', async () => {
    folder.write('composed.config.js', config(`create: async ({ fetch, module }) => {
      const { compose } = await import('@aftercart/contract');
      const adapter = module.smallShopAdapter({ url: mock.url, fetch });
      return compose({ ...adapter, points: undefined }, { id: 'ledger', points: adapter.points });
    }`));
    const { code, stdout } = await folder.cli('check', './adapter.js', '--config', './composed.config.js');
    expect(stdout).not.toContain('✗');
    expect(stdout).toContain('small-shop+ledger: ');
    expect(code).toBe(0);
  });

  it('says what is wrong with a bad one, why, and what to do', async () => {
    folder.write('rich.config.js', config(`create: ({ fetch, module }) => {
      const adapter = module.smallShopAdapter({ url: mock.url, fetch });
      const account = async (input, context) => ({ ...await adapter.points.account(input, context), balance: 1_000_000 });
      return { ...adapter, points: { ...adapter.points, account } };
    }`));
    const { code, stdout } = await folder.cli('check', './adapter.js', '--config', './rich.config.js', '--only', 'points.account');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ points.account tells the balance that the backend has');
    expect(stdout).toMatch(/expected: 1200\n +came: 1000000\n +what to do: /);
    expect(stdout).not.toContain('points.redeem takes the points');
  });

  const say = 'console.log("imported");';
  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['no adapter is named', {}, [], /^Say which adapter to check: /],
    ['its file is missing', {}, ['./none.js'], /^\.\/none\.js: there is no such file\.$/],
    ['the config is missing', {}, ['./adapter.js', '--config', './none.config.js'], /^\.\/none\.config\.js: there is no such file\.$/],
    ['it throws at import', { 'throws.js': `${say} throw new TypeError('no settings\\nand more');` }, ['./throws.js'], /^\.\/throws\.js throws when it is imported: TypeError: no settings$/],
    ['it can’t be parsed', { 'syntax.js': 'export const = 1;' }, ['./syntax.js'], /^\.\/syntax\.js throws when it is imported: SyntaxError: /],
    ['it imports what is not there', { 'import.js': "import 'no-such-package';" }, ['./import.js'], /^\.\/import\.js throws when it is imported: Error: Cannot find package 'no-such-package'/],
    ['it was written for another contract', { 'old.config.js': config('create: () => ({ id: "old", contract: 99 })') }, ['./adapter.js', '--config', 'old.config.js'], /^“old” speaks contract 99, this kit 1\. Install versions that belong together\.$/],
    ['its shape is wrong', { 'hole.config.js': config('create: async () => (await import("@aftercart/contract")).defineAdapter({ id: "x", points: {} })') }, ['./adapter.js', '--config', 'hole.config.js'], /^hole\.config\.js: `create` throws: TypeError: Adapter “x”: `points\.account` must be a function\.$/],
    ['there is none', { 'none.config.js': config('create: () => undefined') }, ['./adapter.js', '--config', 'none.config.js'], /^none\.config\.js: `create` gives undefined, not an adapter\.$/],
    ['the config has no create', { 'a.config.js': 'export default { seed: async () => ({}) };' }, ['./adapter.js', '--config', 'a.config.js'], /^a\.config\.js lacks `create`: \(\{ fetch, module \}\) => /],
    ['the config has no seed', { 'b.config.js': 'export default { create: () => ({}) };' }, ['./adapter.js', '--config', 'b.config.js'], /^b\.config\.js lacks `seed`: /],
    ['the config has no default export', { 'c.config.js': 'export const seed = 1;' }, ['./adapter.js', '--config', 'c.config.js'], /^c\.config\.js has no config: export default/],
    ['the config’s function throws', { 'd.config.js': 'export default () => { throw new Error("no docker"); };' }, ['./adapter.js', '--config', 'd.config.js'], /^d\.config\.js: its function throws: Error: no docker$/],
    ['--only names nothing', {}, ['./adapter.js', '--only', 'points.fly'], /^--only “points\.fly” names no group, no capability and no check\.$/],
    ['an option is unknown', {}, ['./adapter.js', '--fast'], /^Unknown option '--fast'\. See aftercart-adapter --help\.$/],
    ['a report can’t be written', {}, ['./adapter.js', '--only', 'shape', '--json', '/dev/null/report.json'], /^\/dev\/null\/report\.json can’t be written: /],
  ])('says in one line that %s', async (_, files, args, message) => {
    for (const [name, content] of Object.entries(files)) folder.write(name, content);
    const { code, stderr } = await folder.cli('check', ...args);
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

describe('mock', () => {
  it('prints its address, answers, and ends when it is told to', async () => {
    const { first, stop } = folder.run('mock', '--port', '0');
    const line = await first;
    const url = /at (http:\/\/127\.0\.0\.1:\d+)\. /.exec(line)![1]!;
    expect((await fetch(`${url}/faq`)).status).toBe(200);
    expect(await stop()).toBe(0);
  });
});

describe('new', () => {
  it('lays out a package whose test runs the kit and tells what is still to do', async () => {
    const made = await folder.cli('new', 'my-platform');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('npm test');
    for (const file of ['package.json', 'README.md', '.gitignore', 'conformance.config.js', 'src/adapter.js', 'fixtures/backend.js', 'test/adapter.test.js']) {
      const path = join(folder.path, 'my-platform', file);
      expect(existsSync(path), file).toBe(true);
      expect(readFileSync(path, 'utf8')).not.toMatch(/__\w+__/);
    }
    const { name, scripts } = JSON.parse(readFileSync(join(folder.path, 'my-platform/package.json'), 'utf8'));
    expect([name, scripts]).toEqual(['aftercart-adapter-my-platform', { test: 'node --test', check: 'aftercart-adapter check src/adapter.js' }]);
    folder.install('my-platform');

    const { code, stdout } = await folder.node(['--test', '--test-reporter=tap'], 'my-platform');
    expect(stdout.split('\n').filter((line) => line.includes('not ok') && !line.includes('# TODO'))).toEqual([]);
    expect(code).toBe(0);
    expect(Number(/^# pass (\d+)$/m.exec(stdout)![1])).toBeGreaterThan(30);
    expect(Number(/^# todo (\d+)$/m.exec(stdout)![1])).toBe(20);
    expect(stdout).toContain('points.redeem: take a reward; the same idempotency key is the same act');
    expect(stdout).toContain('points.redeem is still to do.');
  });

  it('tells the same as a report', async () => {
    const { code, stdout, stderr } = await folder.cli('check', 'my-platform/src/adapter.js', '--config', 'my-platform/conformance.config.js');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('still to do\n  □ points.account: ');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed, \d+ skipped$/);
  });

  it('has types that hold', async () => {
    const { stdout, code } = await folder.types('my-platform', ['src/adapter.js', 'src/todo.js', 'fixtures/backend.js', 'test/adapter.test.js', 'conformance.config.js']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
  });
});
