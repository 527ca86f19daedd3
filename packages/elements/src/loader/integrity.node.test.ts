import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const list = JSON.parse(readFileSync(new URL('integrity.json', cdn), 'utf8')) as Record<string, string>;

it('lists every script and style sheet for script tags', () => {
  const files = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file));
  expect(Object.keys(list).toSorted()).toEqual(files.toSorted());
});

it('has the digest of each', () => {
  const digests = Object.keys(list).map((file) => [file, `sha384-${createHash('sha384').update(readFileSync(new URL(file, cdn))).digest('base64')}`]);
  expect(Object.fromEntries(digests)).toEqual(list);
});
