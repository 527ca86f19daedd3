import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inWords, readme, SERVICES } from '../scripts/readme.ts';
import { aftershipStatus, easypostStatus, seventeentrackStatus, shippoStatus, shopifyStatus } from './index.ts';
import { STAGE_ORDER } from './timeline/meaning.ts';

describe.each(SERVICES)('%s', (_name, { rows }, read) => {
  test.each(rows)('%s %s → %s', (status, detail, meaning) => {
    expect(inWords(read(status, detail ?? undefined))).toBe(meaning);
  });

  test('has each code once', () => {
    const keys = rows.map(([status, detail]) => `${status}/${detail}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('reads an unknown detail as its status', () => {
    for (const [status, detail, meaning] of rows) {
      if (detail === null) expect(inWords(read(status, 'never_heard_of'))).toBe(meaning);
    }
  });

  test('reads anything at all as a stage', () => {
    const anything = fc.oneof(fc.anything(), fc.constantFrom('constructor', '__proto__', 'toString', '', '_', null, undefined));
    fc.assert(fc.property(anything, anything, (status, detail) => {
      expect(STAGE_ORDER).toContain(read(status, detail).status);
    }));
    expect(inWords(read('constructor', '__proto__'))).toBe('unknown');
    expect(inWords(read(undefined))).toBe('unknown');
  });
});

test('an unknown code is as good as its beginning, then as its parent', () => {
  expect(inWords(aftershipStatus('Exception', 'Exception_999'))).toBe('exception');
  expect(inWords(aftershipStatus(undefined, 'InTransit_Whatever'))).toBe('in_transit');
  expect(inWords(aftershipStatus('Delivered', 'Teleported_001'))).toBe('delivered');
  expect(inWords(aftershipStatus('Teleported', 'Teleported_001'))).toBe('unknown');
  expect(inWords(seventeentrackStatus(null, 'InTransit_Whatever'))).toBe('in_transit');
  expect(inWords(seventeentrackStatus('Departure', 'Teleported'))).toBe('in_transit');
  expect(inWords(easypostStatus('teleported', 'weather_delay'))).toBe('in_transit late');
  expect(inWords(easypostStatus('teleported', 'label_created'))).toBe('info_received');
  expect(inWords(shippoStatus('TELEPORTED', 'out_for_delivery'))).toBe('out_for_delivery');
  expect(inWords(shopifyStatus('in_transit'))).toBe('in_transit');
});

test('a detail does not undo a delivery or a return', () => {
  expect(inWords(easypostStatus('delivered', 'held'))).toBe('delivered');
  expect(inWords(easypostStatus('return_to_sender', 'delayed'))).toBe('returning');
  expect(inWords(shippoStatus('DELIVERED', 'delayed'))).toBe('delivered');
  expect(inWords(shippoStatus('RETURNED', 'delivery_attempted'))).toBe('returning');
});

test('what Shippo marks as in need of action stays so', () => {
  expect(inWords(shippoStatus('TRANSIT', 'brand_new', true))).toBe('in_transit other');
  expect(inWords(shippoStatus('TRANSIT', 'address_issue', true))).toBe('exception fix_address');
});

test('the tables of the README are what the code says', () => {
  const { is, shouldBe } = readme();
  expect(is, 'node packages/carriers/scripts/readme.ts writes them').toBe(shouldBe);
});
