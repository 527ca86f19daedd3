/** The JSON Schema (2020-12) of every type of the contract, by name. */
import { z } from 'zod';
import '../src/schemas/index.ts';
import type { JsonSchema } from './guards-source.ts';

export function definitions(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/$defs/${id}` });
  const found: Record<string, JsonSchema> = {};
  for (const [id, schema] of Object.entries(schemas)) {
    const { $schema: _, $id: __, ...definition } = schema as JsonSchema & { $schema?: string; $id?: string };
    // Fields that a later version adds are ignored, not refused.
    found[id] = JSON.parse(JSON.stringify(definition, (key, value) => (key === 'additionalProperties' ? undefined : value)));
  }
  return found;
}
