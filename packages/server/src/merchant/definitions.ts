/** JSON Schemas (2020-12) whose named parts stand in one place, `#/components/schemas`. */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

/**
 * Collects named types as schemas are written. One that is read differently than it is written, for its defaults, gets a second name
 * for what is read.
 */
export function createDefinitions() {
  const schemas: Record<string, JsonSchema> = {};

  return {
    schemas,
    /** The schema of what is sent to the server (`input`) or answered (`output`). */
    write(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
      const { $defs = {}, $schema: _, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
      const names = new Map(Object.keys($defs).map((name) => [name, name]));
      const renamed = (json: JsonSchema): JsonSchema =>
        JSON.parse(JSON.stringify(json), (key, value: unknown) =>
          key === '$ref' && typeof value === 'string' ? COMPONENTS + names.get(value.slice(DEFS.length)) : value,
        ) as JsonSchema;
      const clashes = (name: string): boolean => {
        const known = schemas[names.get(name)!];
        return known !== undefined && JSON.stringify(known) !== JSON.stringify(renamed($defs[name]!));
      };
      // A new name changes those that refer to it, which may then need one too.
      for (let clash = true; clash; ) {
        clash = false;
        for (const name of names.keys()) {
          if (names.get(name) !== name || !clashes(name)) continue;
          names.set(name, `${name}${io === 'input' ? 'Sent' : 'Answered'}`);
          clash = true;
        }
      }
      for (const [name, definition] of Object.entries($defs)) schemas[names.get(name)!] = renamed(definition);
      return renamed(root);
    },
  };
}
