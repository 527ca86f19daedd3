import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportNode, Rule } from './rule.ts';

interface House {
  /** What every file of the package may import. */
  may: readonly string[];
  /** What every file may import the types of. */
  mayTypes?: readonly string[];
  /** Whether it runs in Node alone and may use its modules. */
  node?: boolean;
  /** What only the files below a folder of its `src` may import besides. */
  below?: Readonly<Record<string, readonly string[]>>;
}

const contract = '@aftercart/contract';
const adapter: House = { may: [contract, `${contract}/fetch`, '@aftercart/carriers', '@aftercart/faq-index'] };

/** Who may import whom. A package that is not here is a script or an example and may import what it likes. */
const houses: Readonly<Record<string, House>> = {
  contract: { may: [], mayTypes: ['zod'], below: { schemas: ['zod'], protocol: ['zod'] } },
  core: { may: [contract, 'nanostores'] },
  elements: {
    may: [contract, '@aftercart/core', '@aftercart/faq-index'],
    below: {
      'referral-panel': ['uqr'],
      loader: ['@aftercart/adapter-memory', '@aftercart/adapter-static', '@aftercart/adapter-http'],
    },
  },
  'faq-index': {
    may: [contract],
    // The command reads files; a page gets none of it.
    below: {
      cli: [
        `${contract}/schemas`, 'csv-parse/sync', 'marked', 'parse5', 'yaml',
        ...['crypto', 'fs', 'path', 'util', 'zlib'].map((name) => `node:${name}`),
      ],
    },
  },
  carriers: { may: [contract] },
  // Runs in Vendure, and on its libraries.
  'vendure-plugin': { node: true, may: [contract, '@nestjs/common', '@nestjs/graphql', '@vendure/core', 'graphql', 'typeorm', 'zod'] },
  // Its libraries are its own affair; of ours it uses what both sides share, and the demo shop for --demo.
  server: {
    node: true,
    may: [
      contract, `${contract}/fetch`, `${contract}/schemas`, `${contract}/protocol`, '@aftercart/carriers', '@aftercart/faq-index',
      '@hono/node-server', '@streamparser/json', 'csv-parse', 'hono', 'ipaddr.js', 'jose', 'kysely', 'pg', 'pino', 'prom-client', 'rate-limiter-flexible', 'uuid', 'zod',
    ],
    below: { demo: ['@aftercart/adapter-memory', '@aftercart/adapter-memory/demo'] },
  },
};

// As opposed to the shared folders of `elements`, that of one element registers something; `base` has only the means to.
const source = join(import.meta.dirname, '../../../elements/src');
const elementFolders = globSync('*/define.ts', { cwd: source, exclude: ['base'] }).map((file) => dirname(file));

/** Keeps the layers apart: see "Who may import whom" in the contributors' guide. */
export const imports: Rule = {
  create(context) {
    const place = /packages\/([^/]+)\/src\/(.+)$/.exec(context.filename.replaceAll('\\', '/'));
    if (!place) return {};
    const [, pkg = '', path = ''] = place;
    if (path.endsWith('.test.ts') || /(^|\/)test\//.test(path)) return {};
    const house = houses[pkg] ?? (pkg.startsWith('adapter-') && pkg !== 'adapter-kit' ? adapter : undefined);
    if (!house) return {};
    const check = (node: ImportNode): void => {
      const to = node.source?.value;
      if (typeof to !== 'string') return;
      const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type';
      const message = to.startsWith('.') ? insideProblem(pkg, path, to, typeOnly) : outsideProblem(pkg, path, to, typeOnly, house);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

function insideProblem(pkg: string, from: string, to: string, typeOnly: boolean): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const step of to.split('/')) {
    if (step === '..') {
      if (parts.pop() === undefined) return `${to} leaves the package: import the other package by its name.`;
    } else if (step !== '.') parts.push(step);
  }
  const withZod = ['schemas', 'protocol'];
  if (pkg === 'contract' && !typeOnly && withZod.includes(parts[0] ?? '') && !withZod.includes(from.split('/')[0] ?? '')) {
    return `Only ${withZod.join('/ and ')}/ may import ${parts[0]}: they bring zod, which must not get into a page.`;
  }
  const [own = ''] = from.split('/');
  const [other = ''] = parts;
  if (pkg === 'elements' && elementFolders.includes(own) && elementFolders.includes(other) && own !== other) {
    return `${own} may not import its sibling ${other}: what both need belongs in a shared folder.`;
  }
  return undefined;
}

function outsideProblem(pkg: string, from: string, to: string, typeOnly: boolean, house: House): string | undefined {
  const name = to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/');
  const [folder = ''] = from.split('/');
  const allowed = [...house.may, ...((typeOnly && house.mayTypes) || []), ...(house.below?.[folder] ?? [])];
  // A subpath that a house may use is named whole.
  if (allowed.includes(to) || (house.node && to.startsWith('node:'))) return undefined;
  if (!allowed.includes(name)) return `${pkg}/src/${from.includes('/') ? `${folder}/` : ''} may not import ${name}.`;
  if (name.startsWith('@aftercart/') && to !== name) return `${to} is a deep import: use ${name}.`;
  return undefined;
}
