import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

/** Whether JSON in a column holds a text, perhaps as part of a longer one and in another letter case. */
export function holdsText(column: Expression<string | null>, text: string): RawBuilder<SqlBool> {
  const pattern = `%${JSON.stringify(text).slice(1, -1).replace(/[\\%_]/g, '\\$&')}%`;
  // SQLite knows the letter case of English only, so the text is looked for as it is too.
  return sql<SqlBool>`(${column} like ${pattern} escape '\\' or lower(${column}) like ${pattern.toLowerCase()} escape '\\')`;
}
