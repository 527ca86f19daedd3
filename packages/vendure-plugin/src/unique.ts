/** Somebody else has written the same row. SQLSTATE 23505 in PostgreSQL, error 1062 in MySQL and MariaDB, words in SQLite. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, errno, message } = error as { code?: unknown; errno?: unknown; message?: string };
  return code === '23505' || errno === 1062 || /UNIQUE constraint failed/.test(message ?? '');
}
