/** What may be configured: a few flags, the rest by environment. A value that is wrong is refused in one line that says how to mend it. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { checkDemo } from './demo.ts';
import { readUpstream, type UpstreamConfig } from './upstream.ts';
import { checkWebhooks } from './webhooks.ts';

/** A comma-separated list. */
const list = z.string().transform((value) => value.split(',').map((item) => item.trim()).filter(Boolean));
const flag = z.enum(['true', 'false', '1', '0'], 'must be true or false').transform((value) => value === 'true' || value === '1');
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d{1,10}$/, error).transform(Number).refine((value) => value >= least && value <= most, error);
};
const secret = z.string().min(32, 'must have at least 32 characters: `openssl rand -base64 48` makes one');

/** Every variable that is read; docs/server.md has them in a table. */
export const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// (without it, SQLite in the data folder is used)').optional(),
  /** Secret that the shop signs shopper tokens with (HS256). */
  AFTERCART_TOKEN_SECRET: secret.optional(),
  /** Instead of the secret: where the public keys of the shop’s tokens are. */
  AFTERCART_JWKS_URL: z.url('must be an address such as https://shop.example/.well-known/jwks.json').optional(),
  AFTERCART_TOKEN_ISSUER: z.string().min(1).default('shop'),
  AFTERCART_TOKEN_AUDIENCE: z.string().min(1).default('aftercart'),
  /** Key of the merchant API. */
  AFTERCART_MERCHANT_KEY: secret.optional(),
  /** Mixed into the hashes of e-mails and postcodes. Changing it makes known ones unknown. */
  AFTERCART_PEPPER: secret.optional(),
  /** Origins whose pages may call, comma-separated. None means: only the same origin. */
  AFTERCART_ORIGINS: list.default([]),
  /** How many proxies in front are trusted to say who calls (X-Forwarded-For). */
  AFTERCART_TRUSTED_PROXIES: whole(0, 10).default(0),
  /** Requests a minute from one client. */
  AFTERCART_RATE_LIMIT: whole(1, 1_000_000_000).default(600),
  /** Secrets that carriers sign their webhooks with. */
  AFTERCART_EASYPOST_WEBHOOK_SECRET: z.string().min(1).optional(),
  AFTERCART_AFTERSHIP_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Where events are sent to, comma-separated, and the secret that they are signed with. */
  AFTERCART_WEBHOOK_URLS: list.default([]),
  AFTERCART_WEBHOOK_SECRET: z.string().optional(),
  /** Whether webhooks may go to loopback and private addresses. */
  AFTERCART_WEBHOOK_PRIVATE: flag.default(false),
  /** Secret keys of services that the server asks. None means: it asks nobody. */
  AFTERCART_AFTERSHIP_API_KEY: z.string().min(1).optional(),
  AFTERCART_AFTERSHIP_API_VERSION: z.string().regex(/^\d{4}-\d{2}$/, 'must be a version such as 2026-07').default('2026-07'),
  AFTERCART_EASYPOST_API_KEY: z.string().min(1).optional(),
  AFTERCART_WOOCOMMERCE_URL: z.string().optional(),
  AFTERCART_WOOCOMMERCE_KEY: z.string().min(1).optional(),
  AFTERCART_WOOCOMMERCE_SECRET: z.string().min(1).optional(),
  /** Orders that were placed before are history. */
  AFTERCART_WOOCOMMERCE_SINCE: z.iso.datetime({ offset: true, error: 'must be a time with its offset, such as 2026-11-22T09:30:00+02:00' }).optional(),
  /** How often services are asked, in how many requests at most, and after how long a silence about a parcel. */
  AFTERCART_UPSTREAM_EVERY: whole(10, 86_400).default(300),
  AFTERCART_UPSTREAM_BUDGET: whole(2, 1_000).default(100),
  AFTERCART_UPSTREAM_QUIET_HOURS: whole(1, 168).default(6),
  AFTERCART_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export interface Config {
  port: number;
  host: string;
  /** Folder for the database and for secrets that were not given. */
  dataDir: string;
  demo: boolean;
  databaseUrl: string | undefined;
  tokenSecret: string | undefined;
  jwksUrl: string | undefined;
  tokenIssuer: string;
  tokenAudience: string;
  merchantKey: string | undefined;
  pepper: string | undefined;
  origins: readonly string[];
  trustedProxies: number;
  rateLimit: number;
  easypostSecret: string | undefined;
  aftershipSecret: string | undefined;
  webhookUrls: readonly string[];
  webhookSecret: string | undefined;
  webhookPrivate: boolean;
  upstream: UpstreamConfig;
  logLevel: string;
}

export const USAGE = `aftercart-server [command] [options]

Commands:
  serve (when left out)   serve the open HTTP protocol
  check-ledger            prove that every balance is the sum of its ledger
  import <kind> <file>    import orders, shoppers, points, coupon-codes, faq or synonyms from .csv, .tsv or .json
  erase <shopper>         erase all that is known of a shopper
  export <shopper>        print all that is known of a shopper

Options:
  --port <number>   8787 unless told; 0 takes a free one
  --host <address>  127.0.0.1 unless told: loopback only
  --data <folder>   ./aftercart-data unless told
  --demo            fill in a demo shop and sign anybody in; must not face the internet
  --dry-run         with import: try it, write nothing
  --history         with import orders: what happened to them earns nothing any more
  -h, --help

The environment configures the rest; see docs/server.md.`;

const flags = {
  port: { type: 'string', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: './aftercart-data' },
  demo: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  history: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface CommandLine {
  command: string;
  /** What comes after the command. */
  operands: string[];
  /** Of `import`. */
  dryRun: boolean;
  history: boolean;
  help: boolean;
  config: Config;
}

/** @throws ConfigError naming what is wrong. */
export function readCommandLine(args: readonly string[], env: Readonly<Record<string, string | undefined>>): CommandLine {
  const { values, positionals } = parse(args);
  const [command = 'serve', ...operands] = positionals;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = Environment.safeParse(set);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ConfigError(`${issue!.path.join('.')} ${issue!.message.replace(/^Invalid input: /, '')}.`);
  }
  const e = read.data;
  if (e.AFTERCART_TOKEN_SECRET && e.AFTERCART_JWKS_URL) throw new ConfigError('AFTERCART_TOKEN_SECRET and AFTERCART_JWKS_URL exclude each other: set one.');
  if (values.demo) checkDemo(values.host, e.AFTERCART_JWKS_URL);
  for (const origin of e.AFTERCART_ORIGINS) {
    // Browsers send origins in this form and no other.
    if (URL.parse(origin)?.origin !== origin) throw new ConfigError(`AFTERCART_ORIGINS holds ${origin}, which is no origin: write it as https://shop.example, without a path or a slash at the end.`);
  }
  checkWebhooks(e.AFTERCART_WEBHOOK_URLS, e.AFTERCART_WEBHOOK_SECRET, e.AFTERCART_WEBHOOK_PRIVATE);
  const config: Config = {
    port,
    host: values.host,
    dataDir: values.data,
    demo: values.demo,
    databaseUrl: e.DATABASE_URL,
    tokenSecret: e.AFTERCART_TOKEN_SECRET,
    jwksUrl: e.AFTERCART_JWKS_URL,
    tokenIssuer: e.AFTERCART_TOKEN_ISSUER,
    tokenAudience: e.AFTERCART_TOKEN_AUDIENCE,
    merchantKey: e.AFTERCART_MERCHANT_KEY,
    pepper: e.AFTERCART_PEPPER,
    origins: e.AFTERCART_ORIGINS,
    trustedProxies: e.AFTERCART_TRUSTED_PROXIES,
    rateLimit: e.AFTERCART_RATE_LIMIT,
    easypostSecret: e.AFTERCART_EASYPOST_WEBHOOK_SECRET,
    aftershipSecret: e.AFTERCART_AFTERSHIP_WEBHOOK_SECRET,
    webhookUrls: e.AFTERCART_WEBHOOK_URLS,
    webhookSecret: e.AFTERCART_WEBHOOK_SECRET,
    webhookPrivate: e.AFTERCART_WEBHOOK_PRIVATE,
    upstream: readUpstream(e),
    logLevel: e.AFTERCART_LOG_LEVEL,
  };
  return { command, operands, dryRun: values['dry-run'], history: values.history, help: values.help, config };
}

function parse(args: readonly string[]) {
  try {
    // `pnpm start -- --port 0` hands the dashes on.
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options: flags, allowPositionals: true });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split('. ')[0]}. See --help.`);
  }
}
