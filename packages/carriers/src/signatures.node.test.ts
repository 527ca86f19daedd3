import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  verifyAftershipSignature, verifyEasypostSignature, verifyEasypostSignatureV2, verifySeventeentrackSignature, verifyShippoSignature, verifyShippoToken,
  verifyShopifySignature, type WebhookBody,
} from './index.ts';

const BODY = '{"msg":{"tag":"Delivered","city":"Αθήνα","weight":614.0}}\n';
const SECRET = 'sécret-κλειδί';
const sign = (text: string, secret: string, encoding: 'hex' | 'base64'): string => createHmac('sha256', secret).update(text).digest(encoding);
const bytes = (body: string): Uint8Array => new TextEncoder().encode(body);

type Verify = (body: WebhookBody, header: string | null | undefined, secret: string) => Promise<boolean>;
const SCHEMES: readonly (readonly [name: string, verify: Verify, header: string])[] = [
  ['AfterShip', verifyAftershipSignature, sign(BODY, SECRET, 'base64')],
  ['EasyPost', verifyEasypostSignature, `hmac-sha256-hex=${sign(BODY, SECRET.normalize('NFKD'), 'hex')}`],
  ['Shippo', verifyShippoSignature, `t=1763800000,v1=${sign(`1763800000.${BODY}`, SECRET, 'hex')}`],
  ['17TRACK', verifySeventeentrackSignature, createHash('sha256').update(`${BODY}/${SECRET}`).digest('hex')],
  ['Shopify', verifyShopifySignature, sign(BODY, SECRET, 'base64')],
  [
    'EasyPost, second version',
    (body, signature, secret) => verifyEasypostSignatureV2(body, { signature, timestamp: 'Sun, 22 Nov 2026 08:00:00 -0000', path: '/hook' }, secret),
    `hmac-sha256-hex=${sign(`Sun, 22 Nov 2026 08:00:00 -0000POST/hook${BODY}`, SECRET.normalize('NFKD'), 'hex')}`,
  ],
];

describe.each(SCHEMES)('%s', (_name, verify, header) => {
  test('takes its own signature, over text and over bytes', async () => {
    expect(await verify(BODY, header, SECRET)).toBe(true);
    expect(await verify(bytes(BODY), header, SECRET)).toBe(true);
    expect(await verify(bytes(BODY).slice().buffer as ArrayBuffer, header, SECRET)).toBe(true);
    expect(await verify(bytes(`xx${BODY}`).subarray(2), header, SECRET)).toBe(true);
  });

  test('refuses another body, another secret, and any other header', async () => {
    expect(await verify(BODY.trim(), header, SECRET)).toBe(false);
    expect(await verify(JSON.stringify(JSON.parse(BODY)), header, SECRET)).toBe(false);
    expect(await verify(BODY, header, `${SECRET}!`)).toBe(false);
    const start = /[0-9a-f]{64}$|[A-Za-z0-9+/]{43}=$/.exec(header)!.index;
    const forged = [0, 20, 41].map((i) => header.slice(0, start + i) + (header[start + i] === '4' ? '8' : '4') + header.slice(start + i + 1));
    for (const wrong of [...forged, header.slice(0, -1), `${header}0`, '', null, undefined, 'nope', '=', 'ü'.repeat(64), sign(BODY, 'other', 'hex')]) {
      expect(await verify(BODY, wrong, SECRET), String(wrong)).toBe(false);
    }
  });

  test('an empty secret is a mistake, not a way in', async () => {
    await expect(verify(BODY, header, '')).rejects.toThrow(/is empty: set it/);
  });
});

test('EasyPost: the vector of its client libraries’ tests', async () => {
  // https://github.com/EasyPost/easypost-node, test/services/webhook.test.js; the secret is not in its normal form.
  const body =
    '{"result":{"id":"batch_123...","object":"Batch","mode":"test","state":"created","num_shipments":0,"reference":null,"created_at":"2022-07-26T17:22:32Z",' +
    '"updated_at":"2022-07-26T17:22:32Z","scan_form":null,"shipments":[],"status":{"created":0,"queued_for_purchase":0,"creation_failed":0,' +
    '"postage_purchased":0,"postage_purchase_failed":0},"pickup":null,"label_url":null},"description":"batch.created","mode":"test",' +
    '"previous_attributes":null,"completed_urls":null,"user_id":"user_123...","status":"pending","object":"Event","id":"evt_123..."}';
  const header = 'hmac-sha256-hex=e93977c8ccb20363d51a62b3fe1fc402b7829be1152da9e88cf9e8d07115a46b';
  expect(await verifyEasypostSignature(body, header, 's\u00e9cret')).toBe(true);
  expect(await verifyEasypostSignature(body, header, 'se\u0301cret')).toBe(true);
  expect(await verifyEasypostSignature(body, header.replace(/a46b$/, 'aaaa'), 's\u00e9cret')).toBe(false);
});

describe('old signatures', () => {
  const at = Date.UTC(2026, 10, 22, 8);
  const late = { toleranceSeconds: 300, now: () => at + 301_000 };
  const soon = { toleranceSeconds: 300, now: () => at + 299_000 };

  test('Shippo', async () => {
    const header = `t=${at / 1_000},v1=${sign(`${at / 1_000}.${BODY}`, SECRET, 'hex')}`;
    expect(await verifyShippoSignature(BODY, header, SECRET, soon)).toBe(true);
    expect(await verifyShippoSignature(BODY, header, SECRET, late)).toBe(false);
    expect(await verifyShippoSignature(BODY, header.replace(/t=\d+/, `t=${at / 1_000 + 9}`), SECRET, soon)).toBe(false);
  });

  test('EasyPost', async () => {
    const signed = (timestamp: string) => ({ signature: `hmac-sha256-hex=${sign(`${timestamp}PUT/hook${BODY}`, SECRET.normalize('NFKD'), 'hex')}`,
      timestamp, path: '/hook', method: 'put' });
    expect(await verifyEasypostSignatureV2(BODY, signed('Sun, 22 Nov 2026 08:00:00 -0000'), SECRET, soon)).toBe(true);
    expect(await verifyEasypostSignatureV2(BODY, signed('Sun, 22 Nov 2026 08:00:00 -0000'), SECRET, late)).toBe(false);
    expect(await verifyEasypostSignatureV2(BODY, signed('Sun, 22 Nov 2026 08:00:00'), SECRET, soon)).toBe(false);
    expect(await verifyEasypostSignatureV2(BODY, { ...signed('Sun, 22 Nov 2026 08:00:00 -0000'), path: '/other' }, SECRET)).toBe(false);
    expect(await verifyEasypostSignatureV2(BODY, { ...signed('Sun, 22 Nov 2026 08:00:00 -0000'), timestamp: null }, SECRET)).toBe(false);
  });
});

test('Shippo’s token', async () => {
  expect(await verifyShippoToken('123abc', '123abc')).toBe(true);
  for (const wrong of ['123abd', '123ab', '', null, undefined]) expect(await verifyShippoToken(wrong, '123abc')).toBe(false);
  await expect(verifyShippoToken('', '')).rejects.toThrow(/is empty: set it/);
});
