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
 * Leaf guards by their source, so that one with a pattern that is written often is made once and has a name: in a module of
 * their own where several types have it, otherwise beside the type. Others are made where they are used: after gzip a name
 * costs more, in the files that give it and in those that import it.
 */
class Leaves {
  readonly #uses = new Map<string, number>();
  /** The types that have a leaf, by its number. */
  readonly #types = new Map<string, Set<string>>();

  /** Stands in for the leaf until `place`. */
  use(source: string): string {
    this.#uses.set(source, (this.#uses.get(source) ?? 0) + 1);
    return `«${[...this.#uses.keys()].indexOf(source)}»`;
  }

  /** Notes which type has which leaves; to be called for all of them before `place`. */
  note(type: string, body: string): void {
    for (const [, number = ''] of body.matchAll(PLACE)) this.#types.set(number, (this.#types.get(number) ?? new Set()).add(type));
  }

  /** The module that declares the leaves with a name that several types share. */
  get module(): string {
    return [...this.#types.keys()].filter((number) => this.#isShared(number)).toSorted((a, b) => +a - +b).map((number) => `export ${this.#declared(number)}`).join('\n');
  }

  /** Puts every leaf in its place; a named one by its name. */
  place(body: string): { body: string; imports: string[]; declarations: string[] } {
    const named = [...new Set([...body.matchAll(PLACE)].map(([, number = '']) => number))].filter((number) => this.#isNamed(number));
    return {
      body: body.replaceAll(PLACE, (_, number: string) => (this.#isNamed(number) ? `leaf${number}` : this.#source(number))),
      imports: named.filter((number) => this.#isShared(number)).map((number) => `leaf${number}`),
      declarations: named.filter((number) => !this.#isShared(number)).map((number) => this.#declared(number)),
    };
  }

  #declared(number: string): string {
    return `const leaf${number} = ${this.#source(number)};`;
  }

  #source(number: string): string {
    return [...this.#uses.keys()][+number]!;
  }

  #isNamed(number: string): boolean {
    const source = this.#source(number);
    return this.#uses.get(source)! > 1 && source.includes('/^');
  }

  #isShared(number: string): boolean {
    return this.#isNamed(number) && this.#types.get(number)!.size > 1;
  }
}

const PLACE = /«(\d+)»/g;

/** The words by their modules. One that hardly any type needs is by itself, so that the first element of a page does not bring it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '../guards/guard.ts': ['bool', 'code', 'int', 'list', 'num', 'obj', 'opt', 'or', 'str', 'union'],
  '../guards/tuple.ts': ['tuple'],
};
const NOTE = '// Generated from the zod schemas by scripts/generate.ts. Do not edit.';

/** A sorted import of those names that the body uses. */
function importOf(names: readonly string[], from: string, body: string, type = ''): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b(?!:)`).test(body.replaceAll(/"[^"]*"/g, '')));
  return used.length + type.length ? `import { ${[...used, type].filter(Boolean).join(', ')} } from '${from}';\n` : '';
}

/** Imports of those words that the body uses; the type, where one is wanted, comes with those of the first module. */
const importsOfWords = (body: string, type = ''): string =>
  Object.entries(WORDS).map(([from, names], index) => importOf(names, from, body, index ? '' : type)).join('');

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
  for (const { id, body } of bodies) leaves.note(id, body);
  const modules = new Map<string, string>();
  for (const { id, description, body } of bodies) {
    const { body: placed, imports, declarations } = leaves.place(body);
    const others = bodies.filter((other) => new RegExp(`\\bguard${other.id}\\b`).test(placed));
    modules.set(
      `${fileOf(id)}.ts`,
      [
        `${NOTE}\nimport type { z } from 'zod';\nimport type { ${id} } from '../schemas/index.ts';\n`,
        importsOfWords(placed + declarations.join(''), 'type Guard'),
        importOf(imports, './leaves.ts', placed),
        ...others.map((other) => `import { guard${other.id} } from './${fileOf(other.id)}.ts';\n`),
        ...declarations.map((declaration) => `\n${declaration}\n`),
        `\n/** ${description} */\nexport const guard${id} = ${placed} as Guard<z.infer<typeof ${id}>>;\n`,
      ].join(''),
    );
  }
  modules.set('leaves.ts', `${NOTE}\n${importsOfWords(leaves.module)}\n${leaves.module}\n`);
  modules.set('guards.ts', `${NOTE}\n${bodies.map(({ id }) => `export { guard${id} } from './${fileOf(id)}.ts';\n`).join('')}`);
  return modules;
}
