/** Turns JSON Schema into the source of guards, written in the words of `src/guards/guard.ts`. */
import type { JsonSchema } from '../src/protocol/definitions.ts';

const PURE = '/* @__PURE__ */';
const json = (value: unknown) => JSON.stringify(value);
const call = (name: string, ...args: (string | number | undefined)[]) => {
  while (args.at(-1) === undefined) args.pop();
  return `${PURE} ${name}(${args.map((arg) => arg ?? 'undefined').join(', ')})`;
};

const fields = (schema: JsonSchema, leaves: Leaves, skip?: string) =>
  `{ ${Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== skip)
    .map(([key, field]) => `${key}: ${expression(field, leaves)}`)
    .join(', ')} }`;

/** The field that is a different constant in each branch. */
const tagOf = (branches: JsonSchema[]) =>
  Object.keys(branches[0]?.properties ?? {}).find((key) => branches.every((branch) => branch.properties?.[key]?.const !== undefined));

function union(branches: JsonSchema[], leaves: Leaves): string {
  const tag = tagOf(branches);
  if (!tag) throw new Error(`A union without a tag: ${json(branches)}`);
  const shapes = branches.map((branch) => `${json(branch.properties![tag]!.const)}: ${fields(branch, leaves, tag)}`);
  return call('union', json(tag), `{ ${shapes.join(', ')} }`);
}

function expression(schema: JsonSchema, leaves: Leaves): string {
  const { 'x-fallback': fallback } = schema;
  if (schema.enum) return call('code', json(schema.enum.join(' ')), fallback === undefined ? undefined : json(fallback));
  if (fallback !== undefined) {
    const { 'x-fallback': _, ...rest } = schema;
    return call('or', expression(rest, leaves), json(fallback));
  }
  if (schema.$ref) return `guard${schema.$ref.split('/').at(-1)}`;
  if (schema.anyOf) {
    const [inner, ...others] = schema.anyOf.filter((branch) => branch.type !== 'null');
    if (!inner || others.length) throw new Error(`Only “or null” is understood in anyOf: ${json(schema)}`);
    return call('opt', expression(inner, leaves));
  }
  if (schema.oneOf) return union(schema.oneOf, leaves);
  switch (schema.type) {
    case 'string':
      return leaves.use(call('str', schema.maxLength ?? 300, schema.minLength ?? (schema.pattern ? 0 : undefined), schema.pattern && `/${schema.pattern.replaceAll('/', '\\/')}/`));
    case 'integer':
      return leaves.use(call('int', schema.minimum ?? 'Number.MIN_SAFE_INTEGER', schema.maximum ?? 'Number.MAX_SAFE_INTEGER'));
    case 'number':
      return leaves.use(call('num', schema.minimum ?? '-Infinity', schema.maximum ?? 'Infinity'));
    case 'boolean':
      return 'bool';
    case 'array':
      if (schema.prefixItems) return call('tuple', ...schema.prefixItems.map((item) => expression(item, leaves)));
      return call('list', expression(schema.items || {}, leaves), schema.maxItems ?? 200, schema.minItems);
    case 'object':
      return call('obj', fields(schema, leaves));
    default:
      throw new Error(`No guard for ${json(schema)}`);
  }
}

/** Each definition after those that it refers to. */
function sorted(definitions: Record<string, JsonSchema>): string[] {
  const order = new Set<string>();
  const visit = (id: string) => {
    if (order.has(id)) return;
    for (const [, ref] of json(definitions[id]).matchAll(/"#\/\$defs\/(\w+)"/g)) if (ref !== id) visit(ref!);
    order.add(id);
  };
  Object.keys(definitions).toSorted().forEach(visit);
  return [...order];
}

/**
 * Leaf guards by their source, so that one with a pattern that is written often is made once and has a name. Others are made
 * where they are used: after gzip a name costs more, in the files that give it and in those that import it.
 */
class Leaves {
  readonly #uses = new Map<string, number>();

  /** Stands in for the leaf until `place`. */
  use(source: string): string {
    this.#uses.set(source, (this.#uses.get(source) ?? 0) + 1);
    return `«${[...this.#uses.keys()].indexOf(source)}»`;
  }

  /** The module that declares the leaves with a name. */
  get module(): string {
    return this.#named.map(({ name, source }) => `export const ${name} = ${source};`).join('\n');
  }

  /** Puts every leaf in its place; a named one by its name. */
  place(body: string): string {
    const sources = [...this.#uses.keys()];
    return body.replaceAll(/«(\d+)»/g, (_, i: string) => (this.#isNamed(sources[+i]!) ? `leaf${i}` : sources[+i]!));
  }

  get #named(): { name: string; source: string }[] {
    return [...this.#uses.keys()].flatMap((source, i) => (this.#isNamed(source) ? [{ name: `leaf${i}`, source }] : []));
  }

  #isNamed(source: string): boolean {
    return this.#uses.get(source)! > 1 && source.includes('/^');
  }
}

const WORDS = ['bool', 'code', 'int', 'list', 'num', 'obj', 'opt', 'or', 'str', 'tuple', 'union'];
const NOTE = '// Generated from the zod schemas by scripts/generate.ts. Do not edit.';

/** A sorted import of those names that the body uses. */
function importOf(names: readonly string[], from: string, body: string, type = ''): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b(?!:)`).test(body.replaceAll(/"[^"]*"/g, '')));
  return used.length + type.length ? `import { ${[...used, type].filter(Boolean).join(', ')} } from '${from}';\n` : '';
}

/** `PointsAccount` → `points-account`. */
const fileOf = (id: string) => id.replaceAll(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * The modules of guards by file name: one for each type, so that a page gets those that it needs and no others, one for the
 * leaves that they share, and `guards.ts` with all of them.
 */
export function guardModules(definitions: Record<string, JsonSchema>): Map<string, string> {
  const leaves = new Leaves();
  const bodies = sorted(definitions).map((id) => {
    const { description, ...schema } = definitions[id]!;
    return { id, description: description ?? id, body: expression(schema, leaves) };
  });
  const modules = new Map<string, string>();
  for (const { id, description, body } of bodies) {
    const placed = leaves.place(body);
    const leafNames = [...new Set(placed.match(/\bleaf\d+\b/g))];
    const others = bodies.filter((other) => new RegExp(`\\bguard${other.id}\\b`).test(placed));
    modules.set(
      `${fileOf(id)}.ts`,
      [
        `${NOTE}\nimport type { z } from 'zod';\nimport type { ${id} } from '../schemas/index.ts';\n`,
        importOf(WORDS, '../guards/guard.ts', placed, 'type Guard'),
        importOf(leafNames, './leaves.ts', placed),
        ...others.map((other) => `import { guard${other.id} } from './${fileOf(other.id)}.ts';\n`),
        `\n/** ${description} */\nexport const guard${id} = ${placed} as Guard<z.infer<typeof ${id}>>;\n`,
      ].join(''),
    );
  }
  modules.set('leaves.ts', `${NOTE}\n${importOf(WORDS, '../guards/guard.ts', leaves.module)}\n${leaves.module}\n`);
  modules.set('guards.ts', `${NOTE}\n${bodies.map(({ id }) => `export { guard${id} } from './${fileOf(id)}.ts';\n`).join('')}`);
  return modules;
}
