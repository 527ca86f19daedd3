/** Short names for internal members are safe only where a name means nothing else. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { internalNames } from '../src/build/internal-names.ts';
import { packageById } from '../src/repo.ts';

const read = (dir: string, pattern: string, without = /node_modules/) =>
  globSync(pattern, { cwd: dir }).filter((file) => !without.test(file)).map((file) => readFileSync(join(dir, file), 'utf8')).join('\n');

const source = (id: string) => join(packageById(id).dir, 'src');

it.each([
  ['a field of the contract', () => read(source('contract'), '{schemas,protocol}/*.ts')],
  ['a string, or one in another language', () => read(source('elements'), '**/{*.strings,locales/*}.ts')],
  ['shared with other versions of the code', () => read(source('core'), '{shop,resource,storage}.ts')],
  ['a member of the tag that declares a shop', () => read(source('elements'), 'shop/shop.ts')],
])('none is %s', (_, text) => {
  expect(internalNames.filter((name) => new RegExp(`^ +(?:readonly |get |set )?${name}\\??[:(<]`, 'm').test(text()))).toEqual([]);
});

it('none is public API', () => {
  const api = JSON.parse(readFileSync(join(packageById('elements').dir, 'api.json'), 'utf8')) as unknown;
  expect(internalNames.filter((name) => JSON.stringify(api).includes(`"${name}"`))).toEqual([]);
});

it('each is a member of the base of all elements', () => {
  const base = read(join(source('elements'), 'base'), '{aftercart,drawn}-element.ts');
  expect(internalNames.filter((name) => !new RegExp(`^  [\\w ]*\\b${name}[?<(:; ]`, 'm').test(base))).toEqual([]);
});
