/** Something outside the program is wrong: configuration, port, database. The message says what and how to mend it, in one line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
