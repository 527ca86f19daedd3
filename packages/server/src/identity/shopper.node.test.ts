/** Which tokens are believed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommandLine } from '../config/config.ts';
import { signShopperToken } from '../token/index.ts';
import { createVerifier } from './shopper.ts';

const secret = 'a secret of the shop that is long enough';
const key = new TextEncoder().encode(secret);
const seconds = Math.floor(Date.now() / 1000);
const configOf = (env: Record<string, string> = {}) => readCommandLine([], env).config;
const verify = createVerifier(configOf(), secret);

const claims = { sub: 'ann', iss: 'shop', aud: 'aftercart', exp: seconds + 300 };
const sign = (payload: JWTPayload, alg = 'HS256', by = key) => new SignJWT(payload).setProtectedHeader({ alg }).sign(by);
const without = (name: keyof typeof claims) => Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));

describe('a token', () => {
  it('that the shop signed says who the shopper is', async () => {
    expect(await verify(await signShopperToken({ shopper: 'ann', secret, claims: { email: 'ann@example.com' } }))).toMatchObject({
      id: 'ann', claims: { email: 'ann@example.com' },
    });
  });

  it('may have expired by as much as clocks differ', async () => {
    await expect(verify(await sign({ ...claims, exp: seconds - 10 }))).resolves.toMatchObject({ id: 'ann' });
    await expect(verify(await sign({ ...claims, exp: seconds - 60 }))).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['of another audience', () => sign({ ...claims, aud: 'another' })],
    ['of another issuer', () => sign({ ...claims, iss: 'another' })],
    ['without an audience', () => sign(without('aud'))],
    ['without an issuer', () => sign(without('iss'))],
    ['without a shopper', () => sign(without('sub'))],
    ['with an empty shopper', () => sign({ ...claims, sub: '' })],
    ['with a shopper of excessive length', () => sign({ ...claims, sub: 'x'.repeat(201) })],
    ['with a shopper that can’t be kept', () => sign({ ...claims, sub: 'ann\0' })],
    ['that never expires', () => sign(without('exp'))],
    ['that is not valid yet', () => sign({ ...claims, nbf: seconds + 600 })],
    ['signed with another key', () => sign(claims, 'HS256', new TextEncoder().encode('another secret that is long enough too'))],
    ['signed with another algorithm', () => sign(claims, 'HS512', new TextEncoder().encode(secret.repeat(2)))],
    ['that is not signed (alg: none)', () => new UnsecuredJWT(claims).encode()],
    ['whose content was changed', async () => {
      const [header, , signature] = (await sign(claims)).split('.');
      return [header, Buffer.from(JSON.stringify({ ...claims, sub: 'bob' })).toString('base64url'), signature].join('.');
    }],
    ['that is none', () => 'hello'],
    ['that is empty', () => ''],
  ])('%s is refused', async (_, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('keys at an address', () => {
  let server: Server;
  let url: string;
  let privateKey: CryptoKey;
  let publicKey: CryptoKey;
  beforeAll(async () => {
    ({ privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true }));
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256' }] });
    server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  });
  afterAll(() => server.close());

  it('verify what the shop signed with its private key', async () => {
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: '1' }).sign(privateKey);
    expect(await createVerifier(configOf({ AFTERCART_JWKS_URL: url }), secret)(token)).toMatchObject({ id: 'ann' });
  });

  it('are never taken for a shared secret', async () => {
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', publicKey));
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: '1' }).sign(spki);
    await expect(createVerifier(configOf({ AFTERCART_JWKS_URL: url }), secret)(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('that can’t be had are no fault of the token', async () => {
    const gone = createVerifier(configOf({ AFTERCART_JWKS_URL: 'http://127.0.0.1:1/jwks.json' }), secret);
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: '1' }).sign(privateKey);
    await expect(gone(token)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });
});

describe('signing', () => {
  it('refuses what can’t be safe', async () => {
    await expect(signShopperToken({ shopper: '', secret })).rejects.toThrow('signed in');
    await expect(signShopperToken({ shopper: 'ann', secret: 'short' })).rejects.toThrow('32 characters');
  });
});
