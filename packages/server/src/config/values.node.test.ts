import { expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { readCommandLine } from './config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const WOO = { AFTERCART_WOOCOMMERCE_URL: 'https://shop.example', AFTERCART_WOOCOMMERCE_KEY: 'ck', AFTERCART_WOOCOMMERCE_SECRET: 'cs' };

it.each([
  [['--port', '70000'], {}, '--port 70000 is not a port: give a number from 0 to 65535.'],
  [['--port'], {}, /^Option '--port/],
  [[], { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must begin with postgres:// (without it, SQLite in the data folder is used).'],
  [[], { AFTERCART_TOKEN_SECRET: 'short' }, 'AFTERCART_TOKEN_SECRET must have at least 32 characters: `openssl rand -base64 48` makes one.'],
  [[], { AFTERCART_TOKEN_SECRET: 'x'.repeat(32), AFTERCART_JWKS_URL: 'https://a.example/jwks' }, 'AFTERCART_TOKEN_SECRET and AFTERCART_JWKS_URL exclude each other: set one.'],
  [[], { AFTERCART_JWKS_URL: 'a.example' }, 'AFTERCART_JWKS_URL must be an address such as https://shop.example/.well-known/jwks.json.'],
  [[], { AFTERCART_MERCHANT_KEY: 'short' }, /^AFTERCART_MERCHANT_KEY must have at least 32 characters/],
  [[], { AFTERCART_PEPPER: 'short' }, /^AFTERCART_PEPPER must have at least 32 characters/],
  [[], { AFTERCART_TRUSTED_PROXIES: 'all' }, /^AFTERCART_TRUSTED_PROXIES .*a whole number from 0 to 10/],
  [[], { AFTERCART_RATE_LIMIT: '0' }, /^AFTERCART_RATE_LIMIT .*a whole number from 1/],
  [[], { AFTERCART_LOG_LEVEL: 'loud' }, /^AFTERCART_LOG_LEVEL must be one of .*, silent\.$/],
  [[], { AFTERCART_ORIGINS: 'https://shop.example/' }, /^AFTERCART_ORIGINS holds https:\/\/shop\.example\/, .*https:\/\/shop\.example\b/],
  [[], { AFTERCART_ORIGINS: '*' }, /^AFTERCART_ORIGINS holds \*, /],
  [[], { AFTERCART_WEBHOOK_PRIVATE: 'yes' }, /^AFTERCART_WEBHOOK_PRIVATE must be true or false\.$/],
  [[], { AFTERCART_WEBHOOK_URLS: 'https://shop.example/hook' }, 'AFTERCART_WEBHOOK_URLS needs AFTERCART_WEBHOOK_SECRET to sign with: `openssl rand -base64 32` makes one.'],
  [[], { AFTERCART_WEBHOOK_URLS: 'shop.example', AFTERCART_WEBHOOK_SECRET: KEY }, 'AFTERCART_WEBHOOK_URLS holds shop.example, which is no address such as https://shop.example/aftercart.'],
  [[], { AFTERCART_WEBHOOK_URLS: 'http://shop.example', AFTERCART_WEBHOOK_SECRET: KEY }, /^AFTERCART_WEBHOOK_URLS holds http:\/\/shop\.example: use https/],
  [[], { AFTERCART_WEBHOOK_URLS: 'https://10.0.0.1', AFTERCART_WEBHOOK_SECRET: KEY }, /^AFTERCART_WEBHOOK_URLS holds https:\/\/10\.0\.0\.1, a private address/],
  [[], { AFTERCART_WEBHOOK_URLS: 'https://me:secret@shop.example', AFTERCART_WEBHOOK_SECRET: KEY }, /^AFTERCART_WEBHOOK_URLS holds a name or a password for shop\.example/],
  [[], { AFTERCART_AFTERSHIP_API_VERSION: 'v4' }, 'AFTERCART_AFTERSHIP_API_VERSION must be a version such as 2026-07.'],
  [[], { AFTERCART_WOOCOMMERCE_URL: 'https://shop.example', AFTERCART_WOOCOMMERCE_KEY: 'ck' }, 'AFTERCART_WOOCOMMERCE_SECRET is missing: WooCommerce needs its address, the key and the secret of its REST API.'],
  [[], { AFTERCART_WOOCOMMERCE_SINCE: '2026-01-01T00:00:00Z' }, /^AFTERCART_WOOCOMMERCE_URL is missing: /],
  [[], { ...WOO, AFTERCART_WOOCOMMERCE_SINCE: '2026-01-01' }, 'AFTERCART_WOOCOMMERCE_SINCE must be a time with its offset, such as 2026-11-22T09:30:00+02:00.'],
  [[], { ...WOO, AFTERCART_WOOCOMMERCE_URL: 'shop.example' }, 'AFTERCART_WOOCOMMERCE_URL holds shop.example, which is no address such as https://shop.example.'],
  [[], { ...WOO, AFTERCART_WOOCOMMERCE_URL: 'http://shop.example' }, /^AFTERCART_WOOCOMMERCE_URL holds http:\/\/shop\.example: use https/],
  [[], { ...WOO, AFTERCART_WOOCOMMERCE_URL: 'https://me:secret@shop.example' }, /^AFTERCART_WOOCOMMERCE_URL holds a name or a password for shop\.example/],
  [[], { ...WOO, AFTERCART_WOOCOMMERCE_URL: 'https://shop.example/?consumer_key=x' }, /^AFTERCART_WOOCOMMERCE_URL must end with the path of the shop/],
  [[], { AFTERCART_UPSTREAM_EVERY: '1' }, /^AFTERCART_UPSTREAM_EVERY .*a whole number from 10/],
  [[], { AFTERCART_UPSTREAM_BUDGET: '1' }, /^AFTERCART_UPSTREAM_BUDGET .*a whole number from 2/],
  [[], { AFTERCART_UPSTREAM_QUIET_HOURS: '0' }, /^AFTERCART_UPSTREAM_QUIET_HOURS .*a whole number from 1/],
  [[], { AFTERCART_WEBHOOK_SECRET: 'not base64 but long enough, is it not?' }, /^AFTERCART_WEBHOOK_SECRET must be base64 of 24 to 64 bytes/],
] as [string[], Record<string, string>, string | RegExp][])('refuses %j %j in one line', (args, env, expected) => {
  let refused: unknown;
  try {
    readCommandLine(args, env);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(ConfigError);
  const { message } = refused as ConfigError;
  if (typeof expected === 'string') expect(message).toBe(expected);
  else expect(message).toMatch(expected);
  expect(message).not.toMatch(/\n|me:secret/);
});

it('takes what is right', () => {
  const env = {
    DATABASE_URL: 'postgresql://shop@db/aftercart', AFTERCART_ORIGINS: 'https://shop.example, http://localhost:3000', AFTERCART_TRUSTED_PROXIES: '2', AFTERCART_DEMO: 'x',
    AFTERCART_WEBHOOK_URLS: 'https://shop.example/a,https://shop.example/b', AFTERCART_WEBHOOK_SECRET: `whsec_${KEY}`, AFTERCART_LOG_LEVEL: '',
  };
  expect(readCommandLine(['import', 'orders', 'a.csv', '--', '--dry-run', '--port', '0'], env)).toMatchObject({
    command: 'import', operands: ['orders', 'a.csv'], dryRun: true, history: false,
    config: { port: 0, origins: ['https://shop.example', 'http://localhost:3000'], trustedProxies: 2, webhookUrls: ['https://shop.example/a', 'https://shop.example/b'], logLevel: 'info' },
  });
  expect(readCommandLine([], { AFTERCART_WEBHOOK_URLS: 'http://127.0.0.1:3000/a', AFTERCART_WEBHOOK_SECRET: KEY, AFTERCART_WEBHOOK_PRIVATE: '1' }).config).toMatchObject({ webhookPrivate: true });
});

it('asks nobody unless it was given keys', () => {
  expect(readCommandLine([], {}).config.upstream).toEqual({ every: 300, budget: 100, quietHours: 6, aftership: undefined, easypost: undefined, woocommerce: undefined });
  const env = { ...WOO, AFTERCART_WOOCOMMERCE_URL: 'http://127.0.0.1:8080/shop/', AFTERCART_AFTERSHIP_API_KEY: 'as', AFTERCART_EASYPOST_API_KEY: 'ep' };
  expect(readCommandLine([], env).config.upstream).toMatchObject({
    aftership: { key: 'as', version: '2026-07' }, easypost: { key: 'ep' }, woocommerce: { url: 'http://127.0.0.1:8080/shop', key: 'ck', secret: 'cs', since: undefined },
  });
});

it('takes the largest value that it names', () => {
  expect(readCommandLine([], { AFTERCART_RATE_LIMIT: '1000000000' }).config.rateLimit).toBe(1_000_000_000);
});
