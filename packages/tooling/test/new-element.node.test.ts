import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../src/repo.ts';
import { run, type RunResult } from '../src/run.ts';

const NAME = 'gift-note';
const SOURCE = `packages/elements/src/${NAME}`;
let copy: string;

const node = (...args: string[]): Promise<RunResult> => run('node', args, { cwd: copy });
const newElement = (...args: string[]): Promise<RunResult> => node('packages/tooling/src/new-element.ts', ...args);
const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

/** The repository without what is built and installed; the latter is linked to. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'aftercart-new-element-'));
  const wanted = (path: string): boolean => !['node_modules', 'dist', '.git'].includes(basename(path));
  for (const entry of readdirSync(root).filter(wanted)) cpSync(join(root, entry), join(copy, entry), { recursive: true, filter: wanted });
  const folders = ['.', ...readdirSync(join(root, 'packages')).map((id) => join('packages', id))];
  for (const folder of folders) {
    const installed = join(root, folder, 'node_modules');
    if (existsSync(installed)) symlinkSync(installed, join(copy, folder, 'node_modules'), 'junction');
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('pnpm new:element', { timeout: 180_000 }, () => {
  it.each([
    ['', 'give the tag without its prefix'],
    ['GiftNote', 'lower-case words'],
    ['gift_note', 'lower-case words'],
    ['../gift', 'lower-case words'],
    ['2-gifts', 'lower-case words'],
    ['aftercart-gift', 'leave the prefix out'],
    ['points-badge', 'exists already'],
    ['base', 'exists already'],
  ])('refuses “%s” in one line and writes nothing', async (name, reason) => {
    const before = readdirSync(join(copy, 'packages/elements/src'));
    const { code, output } = await newElement(name);
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(reason);
    expect(readdirSync(join(copy, 'packages/elements/src'))).toEqual(before);
  });

  describe('with a good name', () => {
    beforeAll(async () => {
      const { code, output } = await newElement(NAME);
      expect(output).toContain(`<aftercart-${NAME}>`);
      expect(code).toBe(0);
    }, 120_000);

    it('writes the folder, the page with its tables, and the single file', () => {
      const files = readdirSync(join(copy, SOURCE), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll(sep, '/'));
      const own = ['.events', '.strings', '.styles', '.test', ''].map((part) => `${NAME}${part}.ts`);
      const locales = ['ar', 'de', 'el', 'es', 'fr', 'ru', 'zh'].map((language) => `locales/${language}.ts`);
      expect(files.sort()).toEqual(['define.ts', 'locales', ...own, ...locales].sort());
      expect(files.map((file) => (file === 'locales' ? '' : read(`${SOURCE}/${file}`))).join('')).not.toMatch(/__\w+?__/);
      expect(read(`docs/elements/aftercart-${NAME}.md`)).toContain(`| \`aftercart-${NAME}-open\` |`);
      expect(read(`packages/elements/src/loader/single/${NAME}.ts`)).toContain('GiftNoteElement');
    });

    it('registers it', () => {
      const { exports } = JSON.parse(read('packages/elements/package.json')) as { exports: Record<string, unknown> };
      expect(Object.keys(exports)).toEqual(expect.arrayContaining([`./${NAME}`, `./${NAME}/define`]));
      expect(read('packages/elements/api.json')).toContain(`"aftercart-${NAME}"`);
      for (const file of ['index.ts', 'define.ts', 'loader/loader.ts', 'locales/el.ts', 'locales/zh.ts']) {
        expect(read(`packages/elements/src/${file}`)).toContain(`/${NAME}/`);
      }
    });

    it('gives an element that passes types and lint', async () => {
      const types = await run(join(root, 'node_modules/.bin/tsc'), ['--project', 'packages/elements'], { cwd: copy });
      expect(types.output.split('\n').filter((line) => /gift-note|loader|locales/.test(line))).toEqual([]);
      const lint = await run(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', SOURCE, 'packages/elements/src/loader'], { cwd: copy });
      expect(lint.output).toContain('0 errors');
    });

    it('gives an element that passes its own test', async () => {
      const { code, output } = await node('packages/tooling/src/test.ts', '--only', 'web', '--browser', 'chromium', '--files', `${SOURCE}/*.test.ts`);
      expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
      expect(code).toBe(0);
    });
  });
});
