import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Environment, USAGE } from './config.ts';

const page = readFileSync(new URL('../../../../docs/server.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([^`]+)` \| *(?:`([^`]*)`|[^|]*?) *\|/gm)].map(([, name = '', value]) => [name, value] as const);

it('docs/server.md has every variable, and no other', () => {
  expect(rows.map(([name]) => name).filter((name) => /^[A-Z_]+$/.test(name)).sort()).toEqual(Object.keys(Environment.shape).sort());
});

it('docs/server.md says what is taken when a variable is left out', () => {
  const said = Object.fromEntries(rows.filter(([name, value]) => /^[A-Z_]+$/.test(name) && value !== undefined));
  const taken = Object.entries(Environment.parse({})).filter(([, value]) => !Array.isArray(value));
  expect(said).toEqual(Object.fromEntries(taken.map(([name, value]) => [name, String(value)])));
});

it('docs/server.md has every option, and no other', () => {
  const options = [...USAGE.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option).filter((option) => option !== '--help');
  expect(rows.map(([name]) => name).filter((name) => name.startsWith('--')).sort()).toEqual(options.sort());
});
