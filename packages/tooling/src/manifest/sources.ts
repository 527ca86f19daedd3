import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../repo.ts';
import type { Api, ElementApi } from './api.ts';

/** States that every element has, besides its own. */
const commonStates = ['loading', 'ready', 'empty', 'guest', 'stale', 'error', 'unsupported'];

/** Compares what the sources of each element use with what its JSDoc documents, both ways. */
export function sourceProblems(pkg: Package, api: Api): string[] {
  const src = join(pkg.dir, 'src');
  const folders = Object.keys(api).map((tag) => tag.replace('aftercart-', ''));
  const shared = sourceText(src, [...folders, 'test']);
  return Object.entries(api).flatMap(([tag, documented]) => {
    const own = sourceText(join(src, tag.replace('aftercart-', '')));
    return [...compare(tag, documented, own, shared), ...states(tag, documented, own + shared)];
  });
}

function compare(tag: string, documented: ElementApi, own: string, shared: string): string[] {
  const property = new RegExp(`--${tag}-[\\w-]+`, 'g');
  const properties: string[] = own.match(property) ?? [];
  const used = {
    parts: { own: partNames(own), all: partNames(own + shared), doc: '@csspart' },
    events: { own: eventNames(own), all: eventNames(own + shared), doc: '@fires' },
    properties: { own: properties, all: properties, doc: '@cssproperty' },
  };
  return (['parts', 'events', 'properties'] as const).flatMap((kind) => {
    const { own: inSource, all, doc } = used[kind];
    const missing = [...new Set(inSource)].filter((name) => !documented[kind].includes(name));
    const idle = documented[kind].filter((name) => !all.includes(name));
    return [
      ...missing.map((name) => `<${tag}> uses ${name}, which no ${doc} documents.`),
      ...idle.map((name) => `<${tag}> documents ${doc} ${name}, which its sources don't use.`),
    ];
  });
}

function states(tag: string, documented: ElementApi, source: string): string[] {
  const missing = tag === 'aftercart-shop' ? [] : commonStates.filter((state) => !documented.states.includes(state));
  const idle = documented.states.filter((state) => !source.includes(`'${state}'`));
  return [
    ...missing.map((state) => `<${tag}> has no @cssstate ${state}.`),
    ...idle.map((state) => `<${tag}> documents @cssstate ${state}, which its sources don't use.`),
  ];
}

/** The words of every `part="…"`, those in strings of its expressions included. */
function partNames(source: string): string[] {
  return [...source.matchAll(/\bpart="((?:\$\{[^}]*\}|[^"$])*)"/g)].flatMap(([, value = '']) => {
    const computed = [...value.matchAll(/'([^']*)'|`([^`$]*)`/g)].map(([, a, b]) => a ?? b ?? '');
    return [value.replace(/\$\{[^}]*\}/g, ' '), ...computed].join(' ').split(/\s+/).filter(Boolean);
  });
}

/** The strings that begin with `aftercart-` in event classes (`static readonly type = '…'`) and calls of constructors. */
function eventNames(source: string): string[] {
  const named = /(?:static readonly type = |super\(|new \w*Event\(\s*)'(aftercart-[\w-]+)'/g;
  return [...source.matchAll(named)].map(([, name = '']) => name);
}

function sourceText(dir: string, without: readonly string[] = []): string {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .filter((entry) => !without.some((folder) => `${entry.parentPath}/`.startsWith(`${join(dir, folder)}/`)))
    .map((entry) => withoutComments(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
    .join('\n');
}

function withoutComments(source: string): string {
  return source.replace(/\/\*\*[\s\S]*?\*\//g, '');
}
