import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Package as Manifest } from 'custom-elements-manifest';
import { root } from '../repo.ts';
import { declarations, type Declaration } from './analyze.ts';

const begin = '<!-- generated:api -->';
const end = '<!-- /generated:api -->';

/** Compares the tables of `docs/elements/*.md` with the manifest, or writes them. */
export function elementDocs(manifest: Manifest, options: { write: boolean }): string[] {
  return declarations(manifest).flatMap((declaration) => {
    const name = declaration.tagName;
    const file = join(root, 'docs/elements', `${name}.md`);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : `# \`<${declaration.tagName}>\`\n\n${begin}\n${end}\n`;
    const from = before.indexOf(begin);
    const to = before.indexOf(end);
    if (from < 0 || to < from) return [`docs/elements/${name}.md has no ${begin} … ${end}.`];
    const after = `${before.slice(0, from + begin.length)}\n\n${tables(declaration)}\n${before.slice(to)}`;
    if (options.write) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, after);
      return [];
    }
    const same = existsSync(file) && after === before;
    return same ? [] : [`docs/elements/${name}.md is out of date: run \`pnpm check --write\`.`];
  });
}

function tables(declaration: Declaration): string {
  const sections: [string, string[], string[][]][] = [
    ['Attributes', ['Attribute', 'Type', 'Default', 'Meaning'], (declaration.attributes ?? []).map((a) => [code(a.name), code(a.type?.text), code(a.default), text(a.description)])],
    ['Methods', ['Method', 'Meaning'], (declaration.members ?? []).filter((m) => m.kind === 'method').map((m) => [code(`${m.name}()`), text(m.description)])],
    ['Events', ['Event', 'Type', 'When'], (declaration.events ?? []).map((e) => [code(e.name), code(e.type.text), text(e.description)])],
    ['Slots', ['Slot', 'Content'], (declaration.slots ?? []).map((s) => [s.name ? code(s.name) : '(default)', text(s.description)])],
    ['Parts', ['`::part()`', 'Box'], (declaration.cssParts ?? []).map((p) => [code(p.name), text(p.description)])],
    ['States', ['`:state()`', 'When'], (declaration.cssStates ?? []).map((s) => [code(s.name), text(s.description)])],
    ['Custom properties', ['Property', 'Default', 'Look'], (declaration.cssProperties ?? []).map((p) => [code(p.name), code(p.default), text(p.description)])],
  ];
  return sections
    .filter(([, , rows]) => rows.length > 0)
    .map(([title, head, rows]) => `## ${title}\n\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)
    .join('\n');
}

function code(value: string | undefined): string {
  return value ? `\`${value.replaceAll('|', '\\|')}\`` : '';
}

function text(value: string | undefined): string {
  return (value ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
