import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../repo.ts';
import { apiKinds, type Api } from './api.ts';

const file = (pkg: Package): string => join(pkg.dir, 'api.json');

function read(pkg: Package): Api {
  return existsSync(file(pkg)) ? (JSON.parse(readFileSync(file(pkg), 'utf8')) as Api) : {};
}

/** Compares the API with the committed record `api.json`. */
export function recordProblems(pkg: Package, api: Api): string[] {
  const record = read(pkg);
  const lost = differences(record, api).map((name) => `${name} is in api.json but gone: a breaking change. Take it out of api.json by hand if it is meant.`);
  const fresh = differences(api, record).map((name) => `${name} is new and not in api.json: run \`pnpm check --write\`.`);
  return [...lost, ...fresh];
}

/** Adds what is new. What is gone stays, so that nobody removes a public name without noticing. */
export function addToRecord(pkg: Package, api: Api): void {
  const record = read(pkg);
  for (const [tag, element] of Object.entries(api)) {
    const known = record[tag];
    if (!known) record[tag] = element;
    else for (const kind of apiKinds) known[kind] = [...new Set([...(known[kind] ?? []), ...element[kind]])].sort();
  }
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(file(pkg), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** What the first has and the second has not. */
function differences(first: Api, second: Api): string[] {
  return Object.entries(first).flatMap(([tag, element]) => {
    const other = second[tag];
    if (!other) return [`<${tag}>`];
    return apiKinds.flatMap((kind) =>
      (element[kind] ?? []).filter((name) => !other[kind]?.includes(name)).map((name) => `<${tag}> ${kind}: ${name || '(default)'}`),
    );
  });
}
