/** The JSON Schema (2020-12) of every type of the contract, by name. */
import { z } from 'zod';
import * as schemas from '../schemas/index.ts';

export interface JsonSchema {
  type?: string;
  $ref?: string;
  const?: unknown;
  enum?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  description?: string;
  'x-fallback'?: unknown;
}

/**
 * @param prefix What references begin with.
 * @param others Types that are wanted besides those of the contract.
 */
export function definitions(prefix = '#/$defs/', others: readonly z.ZodType[] = []): Record<string, JsonSchema> {
  // Not zod’s own registry, in which others may have named types of theirs.
  const named = z.registry<{ id?: string }>();
  for (const schema of [...Object.values(schemas), ...others]) {
    const id = schema instanceof z.ZodType && schema.meta()?.id;
    if (id) named.add(schema, { id });
  }
  const { schemas: all } = z.toJSONSchema(named, { uri: (id) => prefix + id });
  const found: Record<string, JsonSchema> = {};
  for (const [id, schema] of Object.entries(all)) {
    const { $schema: _, $id: __, ...definition } = schema as JsonSchema & { $schema?: string; $id?: string };
    // Fields that a later version adds are ignored, not refused.
    found[id] = JSON.parse(JSON.stringify(definition, (key, value: unknown) => (key === 'additionalProperties' ? undefined : value))) as JsonSchema;
  }
  return found;
}
