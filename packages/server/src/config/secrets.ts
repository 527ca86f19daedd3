/** Secrets that were not given are made once and kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import type { Config } from './config.ts';

const Secrets = z.object({ tokenSecret: z.string().min(32), merchantKey: z.string().min(32), pepper: z.string().min(32) });
export type Secrets = z.infer<typeof Secrets>;

const make = (prefix = '') => prefix + randomBytes(36).toString('base64url');

/**
 * The configured secrets, completed from `secrets.json` in the data folder.
 *
 * @throws ConfigError when the folder can’t be written, or the file can’t be read.
 */
export function loadSecrets(config: Config): Secrets {
  const given = { tokenSecret: config.tokenSecret, merchantKey: config.merchantKey, pepper: config.pepper };
  if (given.tokenSecret && given.merchantKey && given.pepper) return given as Secrets;
  const file = join(config.dataDir, 'secrets.json');
  const kept = read(file) ?? keep(config.dataDir, file);
  return {
    tokenSecret: given.tokenSecret ?? kept.tokenSecret,
    merchantKey: given.merchantKey ?? kept.merchantKey,
    pepper: given.pepper ?? kept.pepper,
  };
}

function read(file: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ConfigError(`${file} can’t be read (${(error as Error).message}): give this user the right to read it.`);
  }
  try {
    return Secrets.parse(JSON.parse(text));
  } catch {
    throw new ConfigError(`${file} is damaged: restore it, or delete it to make new secrets (tokens and e-mail hashes made with the old ones become void).`);
  }
}

function keep(dir: string, file: string): Secrets {
  const secrets: Secrets = { tokenSecret: make(), merchantKey: make('aftercart_merchant_'), pepper: make() };
  try {
    mkdirSync(dir, { recursive: true });
    // Two processes that start at once must not end with two sets.
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return read(file)!;
    throw new ConfigError(`${file} can’t be written (${(error as Error).message}): choose another folder with --data.`);
  }
}
