import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, Refused, type TestServer } from '../../test/server.ts';
import { ENGINES } from '../../test/stores.ts';
import { AT_ONCE, refuse } from '../test/host.ts';
import { KEY, oneMug, openWooShop, SECRET, type ShopOrder, type WooShop } from '../test/woocommerce.ts';
import { takeTurn } from '../turn.ts';
import { woocommerceSource } from './source.ts';

const PROGRAM = { earningRules: [{ id: 'buy', title: 'Buy', kind: 'purchase', rates: [{ points: 1, per: { amount: 100, currency: 'EUR' } }] }] };

describe.each(ENGINES)('orders of WooCommerce on %s', (engine) => {
  let server: TestServer;
  let shop: WooShop;
  let log = '';
  /** What the source says; what was asked of the server is not of interest. */
  const write = (line: string): void => {
    if ('source' in (JSON.parse(line) as object)) log += line;
  };
  const open = async (env: Record<string, string> = {}) => {
    server = await openTestServer(engine, { env: { AFTERCART_LOG_LEVEL: 'info', ...env }, log: { write } });
    server.setNow('2026-11-22T09:00:00Z');
    shop.now = () => server.now();
  };
  beforeEach(async () => {
    log = '';
    shop = await openWooShop();
    await open();
  });
  afterEach(async () => {
    await shop.close();
    await server.close();
  });

  const turn = async (since?: string) => {
    await takeTurn(server.runtime, woocommerceSource({ url: shop.url, key: KEY, secret: SECRET, since }), AT_ONCE);
    server.advance({ seconds: 3_600 });
  };
  const read = (number: string) => server.merchant('GET', `/orders/${number}`);
  const exists = (number: string) => read(number).then(() => true, (error: unknown) => (error instanceof Refused ? false : Promise.reject(error)));
  const queries = () => shop.asked.map(({ url }) => Object.fromEntries(url.searchParams));
  const many = (count: number, modified = '2026-11-22T09:00:30'): ShopOrder[] => Array.from({ length: count }, (_, i) => ({ id: i + 1, modified }));
  const known = async () => (await server.runtime.store.db.selectFrom('orders').select('number').execute()).map(({ number }) => Number(number.slice(2))).sort((a, b) => a - b);
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const points = async () => (await server.call('points.account', {}, { as: '7' })) as { balance: number; pending: number };

  it('an order is taken in with what it means here', async () => {
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00' }];
    await turn();
    expect(await read('W-5')).toEqual({
      number: 'W-5', shopper: '7', known: { email: true, postcode: true, address: true }, country: 'GR', currency: 'EUR', total: 2_480, refunded: 0, couponCodes: ['TEN'],
      placedAt: '2026-11-22T09:00:00.000Z', paidAt: '2026-11-22T09:01:00.000Z', deliveredAt: null, cancelledAt: null, refunds: [],
      lines: [{ id: '11', productId: '93', variantId: '94', name: 'Enamel mug - Blue', variant: 'Blue', quantity: 2, refundedQuantity: 0, unitPrice: 1_240, imageUrl: 'https://shop.example/mug.jpg', url: null }],
    });
    expect(queries()).toEqual([{ modified_after: '2026-11-22T08:59:00', dates_are_gmt: 'true', orderby: 'id', order: 'asc', per_page: '50', offset: '0' }]);
    expect(shop.asked[0]!.url.href).not.toMatch(/ck_|cs_/);
  });

  it('what is known changes nothing, what changed is taken in, and what was before is not asked for again', async () => {
    shop.orders = [{ id: 5, modified: '2026-11-22T09:00:10', fields: { date_paid_gmt: null, status: 'pending' } }, { id: 6, modified: '2026-11-22T09:00:20' }];
    await turn();
    expect([(await read('W-5')).paidAt, JSON.parse(log.trim()).imported]).toEqual([null, 2]);
    log = '';
    await turn();
    expect(log).toBe('');
    expect(queries().at(-1)!['modified_after']).toBe('2026-11-22T08:59:00');
    shop.orders[0] = { id: 5, modified: '2026-11-22T10:30:00' };
    await turn();
    expect([(await read('W-5')).paidAt, JSON.parse(log.trim()).imported]).toEqual(['2026-11-22T09:01:00.000Z', 1]);
    await turn();
    expect(queries().map(({ modified_after: after }) => after)).toEqual(['2026-11-22T08:59:00', '2026-11-22T08:59:00', '2026-11-22T09:59:00', '2026-11-22T10:59:00']);
  });

  it('it earns as any other, once, and gives back what is refunded', async () => {
    await server.merchant('PUT', '/points/program', { body: PROGRAM });
    await server.call('points.enrol', {}, { as: '7' });
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00' }];
    await turn();
    const before = await points();
    expect(before.balance + before.pending).toBe(24);
    shop.orders = [{ id: 5, modified: '2026-11-22T10:30:00', refunds: [oneMug(50)] }];
    await turn();
    await turn();
    expect(await read('W-5')).toMatchObject({ refunded: 1_240, refunds: [{ id: '50', amount: 1_240, lines: [{ id: '11', quantity: 1 }] }], lines: [{ refundedQuantity: 1 }] });
    const after = await points();
    expect(after.balance + after.pending).toBe(12);
  });

  it('an order that was placed before the beginning is history: it is known, and earns nothing', async () => {
    await server.merchant('PUT', '/points/program', { body: PROGRAM });
    await server.call('points.enrol', {}, { as: '7' });
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00', fields: { date_created_gmt: '2024-01-01T09:00:00' } }];
    await turn();
    expect((await read('W-5')).paidAt).toBe('2026-11-22T09:01:00.000Z');
    const account = await points();
    expect(account.balance + account.pending).toBe(0);
  });

  it('the beginning may be set, and set anew', async () => {
    shop.orders = [{ id: 5, modified: '2026-11-01T09:01:00' }, { id: 6, modified: '2026-10-01T09:01:00' }];
    await turn();
    expect([await exists('W-5'), await exists('W-6')]).toEqual([false, false]);
    await turn('2026-11-01T02:00:00+02:00');
    expect([await exists('W-5'), await exists('W-6')]).toEqual([true, false]);
    await turn('2026-09-01T00:00:00Z');
    expect(await exists('W-6')).toBe(true);
    const asked = shop.asked.length;
    await turn('2026-09-01T00:00:00Z');
    expect(queries().slice(asked)).toMatchObject([{ modified_after: '2026-11-22T10:59:00' }]);
  });

  describe('many orders', () => {
    it('are read page by page, each page beginning with the last order of the one before it', async () => {
      shop.orders = many(120);
      await turn();
      expect(await known()).toEqual(upTo(120));
      expect(queries().map(({ offset }) => offset)).toEqual(['0', '49', '98']);
    });

    it('that fill their pages exactly are all read', async () => {
      shop.orders = many(99);
      await turn();
      expect(await known()).toEqual(upTo(99));
    });

    it('for which the budget is too small are gone on with in the next turn', async () => {
      await server.close();
      await open({ AFTERCART_UPSTREAM_BUDGET: '2' });
      shop.orders = many(120);
      await turn();
      expect(await known()).toEqual(upTo(99));
      await turn();
      expect(await known()).toEqual(upTo(120));
      expect(queries().map(({ offset }) => offset)).toEqual(['0', '49', '98']);
      await turn();
      expect(queries()[3]).toMatchObject({ offset: '0', modified_after: '2026-11-22T08:59:00' });
    });

    it('with refunds for which it is too small are gone on with at the first that was not read', async () => {
      await server.close();
      await open({ AFTERCART_UPSTREAM_BUDGET: '3' });
      shop.orders = many(5).map((order) => ({ ...order, refunds: [oneMug(order.id + 100)] }));
      for (const count of [2, 4, 5]) {
        await turn();
        expect(await known()).toEqual(upTo(count));
      }
    });

    it('are gone on with after a failure', async () => {
      shop.orders = many(120);
      const { answer } = shop;
      shop.answer = (asked, response) => (asked.url.searchParams.get('offset') === '49' ? refuse(502, '<html>')(asked, response) : answer(asked, response));
      await turn();
      expect(await known()).toEqual(upTo(50));
      expect(log).toContain('"status":502');
      shop.answer = answer;
      await turn();
      expect(await known()).toEqual(upTo(120));
      expect(queries().map(({ offset }) => offset)).toEqual(['0', '49', '49', '98']);
    });

    it('of which some are deleted meanwhile are all read: what moved up is not skipped', async () => {
      shop.orders = many(160);
      shop.before = ({ url }) => {
        if (url.searchParams.get('offset') === '98') shop.orders = shop.orders.filter(({ id }) => id > 10);
      };
      await turn();
      expect(await known()).toEqual(upTo(160));
    });

    it('of which some are modified meanwhile are read again later', async () => {
      shop.orders = many(120);
      shop.before = ({ url }) => {
        if (url.searchParams.get('offset') !== '49') return;
        shop.orders.push({ id: 121, modified: '2026-11-22T09:00:40' });
        shop.orders[0] = { id: 1, modified: '2026-11-22T09:00:40', fields: { currency: 'USD' } };
        shop.before = () => {};
      };
      await turn();
      expect(await known()).toEqual(upTo(121));
      await turn();
      expect((await read('W-1')).currency).toBe('USD');
    });
  });

  it.each([
    ['a guest', { customer_id: 0 }, { shopper: null }],
    ['who has no address', { shipping: {}, billing: { email: 'ann@example.com' } }, { known: { email: true, postcode: false, address: false }, country: null }],
    ['whose e-mail is none', { billing: { email: 'at the counter' } }, { known: { email: false } }],
    ['that is shipped nowhere, so that the billing address counts', { shipping: { address_1: '' }, billing: { address_1: 'Main St 1', postcode: '1', country: 'DE', email: '' } }, { country: 'DE', known: { postcode: true, address: true } }],
    ['that was called off', { status: 'cancelled', date_paid_gmt: null }, { cancelledAt: '2026-11-22T09:01:00.000Z', paidAt: null }],
    ['that failed', { status: 'failed' }, { cancelledAt: '2026-11-22T09:01:00.000Z' }],
    ['that is complete, which is not to have arrived', { status: 'completed', date_completed_gmt: '2026-11-22T09:02:00' }, { deliveredAt: null }],
    ['in yen', { currency: 'JPY', line_items: [{ id: 1, name: 'Mug', product_id: 1, quantity: 1, total: '1500', total_tax: '150' }] }, { total: 1_650 }],
  ])('an order of %s', async (_, fields, expected) => {
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00', fields }];
    await turn();
    expect(await read('W-5')).toMatchObject(expected);
  });

  it.each([['checkout-draft', {}], ['trash', {}], ['processing', { line_items: [] }]])('what is %s %j is no order', async (status, fields) => {
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00', fields: { status, ...fields } }];
    await turn();
    expect([await exists('W-5'), log]).toEqual([false, '']);
  });

  it('a refund of money alone is of goods, one of delivery alone is not', async () => {
    const amountOnly = { id: 61, amount: '5.00', line_items: [], shipping_lines: [] };
    const delivery = { id: 62, amount: '4.90', line_items: [], shipping_lines: [{ id: 12, total: '-4.90' }] };
    const price = { id: 63, amount: '1.24', line_items: [{ id: 9, quantity: 0, total: '-1.00', total_tax: '-0.24', meta_data: [{ key: '_refunded_item_id', value: '11' }] }], shipping_lines: [] };
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00', refunds: [amountOnly, delivery, price] }];
    await turn();
    expect(await read('W-5')).toMatchObject({ refunded: 624, refunds: [{ id: '61', amount: 500 }, { id: '62', amount: 0 }, { id: '63', amount: 124, lines: [] }] });
  });

  it('an order that can’t be taken in is left out and counted, and nothing of it stays; the others go on', async () => {
    await server.merchant('PUT', '/orders/W-3', { shopper: 'somebody', currency: 'EUR', total: 1, placedAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'a', name: 'A', quantity: 1, unitPrice: 1 }] });
    shop.orders = [
      { id: 1, modified: '2026-11-22T09:01:00', fields: { currency: 'XXZ' } },
      { id: 2, modified: '2026-11-22T09:01:00', fields: { line_items: [{ id: 1, name: 'Cloth', product_id: 1, quantity: 1.5, total: '1' }] } },
      { id: 3, modified: '2026-11-22T09:01:00' },
      { id: 4, modified: '2026-11-22T09:01:00', refunds: [{ ...oneMug(70), line_items: [{ quantity: -9, total: '-1', meta_data: [{ key: '_refunded_item_id', value: '11' }] }] }] },
      { id: 5, modified: '2026-11-22T09:01:00' },
    ];
    await turn();
    expect(await known()).toEqual([3, 5]);
    expect((await read('W-3')).shopper).toBe('somebody');
    const lines = log.trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ imported: 1 }, { leftOut: 4, field: 'currency' }]);
    expect(log).not.toMatch(/W-\d/);
  });

  it.each([['an object', '{}'], ['an order without an id', '[{"number":"W-1"}]'], ['nothing', 'null'], ['a page', '<!doctype html>']])('%s in place of orders is a failure, and nothing is passed over', async (_, body) => {
    const { answer } = shop;
    shop.answer = refuse(200, body);
    shop.orders = [{ id: 5, modified: '2026-11-22T09:01:00' }];
    await turn();
    expect(log).toContain('INVALID_RESPONSE');
    shop.answer = answer;
    await turn();
    expect(await exists('W-5')).toBe(true);
  });
});
