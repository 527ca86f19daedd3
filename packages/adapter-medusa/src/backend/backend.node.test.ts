/** The routes by themselves, over rows as Medusa’s `query.graph` gives them; `pnpm prove:medusa` runs them in Medusa. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countGuess } from './guesses.ts';
import { getReviews, middlewares, postOrders, postReview, type MedusaRequest } from './index.ts';
import { proves } from './proof.ts';

type Row = Record<string, any>;

const fulfilment = (line: string, deliveredAt: Date | null): Row => ({
  id: `ful_${line}`, provider_id: 'manual_manual', shipping_option: null, packed_at: new Date('2026-11-10T10:00:00Z'), shipped_at: null, delivered_at: deliveredAt, canceled_at: null,
  updated_at: new Date('2026-11-10T10:00:00Z'), metadata: { aftercart: { __proto__: { T1: 'inherited' } }, cost: 3 },
  items: [{ title: 'One', quantity: 1, line_item_id: line }], labels: [{ tracking_number: 'T1', tracking_url: 'https://post.example/T1' }],
});
const item = (id: string, delivered: number, returned = 0): Row => ({ id, title: id, quantity: 1, unit_price: 12.5, detail: { delivered_quantity: delivered, return_received_quantity: returned } });
const order = (more: Row = {}): Row => ({
  id: 'order_1', display_id: 7, custom_display_id: null, email: 'Ann@shop.example', customer_id: 'cus_ann', created_at: '2026-11-09T10:00:00.000Z', canceled_at: null,
  shipping_address: { address_1: '1 Long Road', postal_code: '117 42', city: 'Athens', country_code: 'gr' },
  items: [item('a', 1), item('b', 0)], fulfillments: [fulfilment('a', new Date('2026-11-12T10:00:00Z')), null], ...more,
});

let rows: Record<string, Row[]>;
let graph: ReturnType<typeof vi.fn>;
let created: Row[];
let ip = 0;
beforeEach(() => {
  rows = { order: [order()], product_review: [] };
  created = [];
  // Whatever it is asked for: filters are Medusa’s work, and are looked at.
  graph = vi.fn(async ({ entity }: { entity: string }) => ({ data: rows[entity] }));
  ip += 1;
});

async function ask(route: (request: MedusaRequest, response: any) => Promise<void>, body: unknown, shopper?: string) {
  const sent: { status: number; body?: any; headers: Row } = { status: 200, headers: {} };
  const response = {
    status: (code: number) => ((sent.status = code), response),
    setHeader: (name: string, value: string) => (sent.headers[name] = value),
    json: (value: unknown) => (sent.body = value),
  };
  const services: Row = {
    query: { graph },
    locking: { execute: (_: string, job: () => unknown) => job() },
    workflows: {
      run: async (id: string, { input }: Row) => {
        created.push({ id, ...input.reviews[0] });
        rows['product_review'] = [{ id: 'prev_1', status: 'pending', name: 'Ann Ash', created_at: '2026-11-22T10:00:00.000Z', ...input.reviews[0] }];
      },
    },
    product_review: { updateProductReviews: async (row: Row) => created.push(row) },
  };
  await route({ body, ip: `10.0.0.${ip}`, ...(shopper && { auth_context: { actor_id: shopper } }), scope: { resolve: (name) => services[name] } }, response);
  return sent;
}

const filtersOf = (call: number): Row => graph.mock.calls[call]![0].filters;

describe('POST /store/aftercart/orders', () => {
  it('asks for the orders of the token’s shopper alone', async () => {
    const { body } = await ask(postOrders, {}, 'cus_ann');
    expect(filtersOf(0)).toEqual({ customer_id: 'cus_ann', is_draft_order: false });
    expect(body.orders).toMatchObject([{ id: 'order_1', number: '7', fulfillments: [{ id: 'ful_a', carrier: 'manual_manual' }] }]);
    expect(JSON.stringify(body)).not.toMatch(/Long Road|117 42|Ann@|12\.5|cost|inherited/);
  });

  it.each([['#7', { display_id: 7 }], [' 7 ', { display_id: 7 }], ['７', { display_id: 7 }], ['NP-7', { custom_display_id: 'NP-7' }], ['99999999999', { custom_display_id: '99999999999' }]])('takes %s as a number', async (number, filter) => {
    await ask(postOrders, { order_number: number }, 'cus_ann');
    expect(filtersOf(0)).toMatchObject(filter);
  });

  it('has come when its last item has', async () => {
    expect((await ask(postOrders, {}, 'cus_ann')).body.orders[0].delivered_at).toBeNull();
    rows['order'] = [order({ items: [item('a', 1), item('b', 1)], fulfillments: [fulfilment('a', new Date('2026-11-12T10:00:00Z')), fulfilment('b', new Date('2026-11-14T10:00:00Z'))] })];
    expect((await ask(postOrders, {}, 'cus_ann')).body.orders[0].delivered_at).toBe('2026-11-14T10:00:00.000Z');
    rows['order'] = [order({ items: [] })];
    expect((await ask(postOrders, {}, 'cus_ann')).body.orders[0].delivered_at).toBeNull();
  });

  it('refuses who is nobody, and what is no text', async () => {
    await expect(ask(postOrders, {})).rejects.toMatchObject({ type: 'unauthorized' });
    await expect(ask(postOrders, { order_number: '7', email: ' ' })).rejects.toMatchObject({ type: 'unauthorized' });
    await expect(ask(postOrders, { order_number: { $ne: 1 } }, 'cus_ann')).rejects.toMatchObject({ type: 'invalid_data' });
    await expect(ask(postOrders, { email: 'a'.repeat(400) }, 'cus_ann')).rejects.toMatchObject({ type: 'invalid_data' });
  });

  it('shows a guest what is proven, and tells wrong and unknown alike', async () => {
    expect((await ask(postOrders, { order_number: '7', email: 'ann@SHOP.example', postcode: '11742' })).body.orders).toHaveLength(1);
    const wrong = await ask(postOrders, { order_number: '7', email: 'ann@shop.example', postcode: '11743' });
    rows['order'] = [];
    expect(await ask(postOrders, { order_number: '7', email: 'ann@shop.example' })).toEqual(wrong);
    expect(wrong.body).toEqual({ orders: null });
  });

  it('lets nobody try for long', async () => {
    ip = 200;
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push((await ask(postOrders, { order_number: 'NP-9', postcode: String(i) })).status);
    expect(answers).toEqual([...Array<number>(10).fill(200), 429, 429]);
    const { headers, body } = await ask(postOrders, { order_number: 'NP-9', postcode: '11742' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(3_000);
    expect(body).toEqual({ message: 'Too many tries: wait, or sign in.' });
  });
});

describe('guesses', () => {
  it('are counted by address too, are forgotten after their time, and a right one counts for nothing', () => {
    const now = Date.now();
    for (let i = 0; i < 20; i++) expect(countGuess('a', `order ${i}`, now).wait).toBe(0);
    expect(countGuess('a', 'another', now).wait).toBe(600);
    expect(countGuess('a', 'another', now + 600_000).wait).toBe(0);
    for (let i = 0; i < 50; i++) {
      const guess = countGuess('b', 'mine', now);
      expect(guess.wait).toBe(0);
      guess.right();
    }
  });
});

describe('a proof', () => {
  const known = { email: 'ann@shop.example', postcode: 'AB1 2CD' };
  it.each([
    [{ email: ' Ann@Shop.example' }, known, true], [{ postcode: 'ab12cd' }, known, true], [{ postcode: 'AB1-2CD', email: 'ann@shop.example' }, known, true],
    [{ postcode: 'AB1 2CD', email: 'ben@shop.example' }, known, false], [{ email: 'ann@shop.exampl' }, known, false], [{ email: 'ann@shop.example' }, undefined, false],
    [{ postcode: 'AB1 2CD' }, { email: null, postcode: null }, false], [{ email: '' }, { email: null }, false],
  ])('%o of %o: %s', async (proof, of, isRight) => {
    expect(await proves(proof, of)).toBe(isRight);
  });
});

describe('/store/aftercart/reviews', () => {
  const said = { order_id: 'order_1', item_id: 'a', rating: 4, content: 'Dry.', name: 'A.' };

  it('asks for what came and was not sent back', async () => {
    rows['order'] = [order({ items: [item('a', 1), item('b', 0), item('c', 1, 1)] })];
    expect((await ask(getReviews, undefined, 'cus_ann')).body.items).toMatchObject([{ id: 'a', delivered_at: '2026-11-12T10:00:00.000Z', order: { number: '7' }, review: null }]);
    expect(filtersOf(0)).toMatchObject({ customer_id: 'cus_ann' });
  });

  it('keeps a review once, under the name that was given', async () => {
    const { body } = await ask(postReview, said, 'cus_ann');
    expect(filtersOf(0)).toMatchObject({ id: 'order_1', customer_id: 'cus_ann' });
    expect(body.review).toEqual({ id: 'prev_1', status: 'pending', name: 'A.', rating: 4, content: 'Dry.', created_at: '2026-11-22T10:00:00.000Z' });
    expect(created).toEqual([
      { id: 'upsert-product-reviews-workflow', order_id: 'order_1', order_line_item_id: 'a', rating: 4, content: 'Dry.', images: [] }, { id: 'prev_1', name: 'A.' },
    ]);
    await ask(postReview, said, 'cus_ann');
    await expect(ask(postReview, { ...said, rating: 1 }, 'cus_ann')).rejects.toMatchObject({ type: 'duplicate_error' });
    expect(created).toHaveLength(2);
  });

  it.each([
    ['what has not come', { item_id: 'b' }], ['what there is not', { item_id: 'z' }], ['no star', { rating: 0 }], ['half a star', { rating: 2.5 }], ['a word', { rating: '5' }],
    ['no order', { order_id: '' }], ['a list', { content: ['Dry.'] }], ['a novel for a name', { name: 'a'.repeat(101) }],
  ])('refuses %s', async (_, wrong) => {
    await expect(ask(postReview, { ...said, ...wrong }, 'cus_ann')).rejects.toMatchObject({ type: 'invalid_data' });
    expect(created).toEqual([]);
  });

  it('refuses who is nobody, and whose order it is not', async () => {
    await expect(ask(postReview, said)).rejects.toMatchObject({ type: 'unauthorized' });
    rows['order'] = [];
    await expect(ask(postReview, said, 'cus_ben')).rejects.toMatchObject({ type: 'invalid_data' });
  });
});

it('every route knows who asks, by bearer alone', () => {
  const authenticate = vi.fn((...given: unknown[]) => given);
  expect(middlewares(authenticate)).toEqual([
    { matcher: '/store/aftercart/orders', middlewares: [['customer', ['bearer'], { allowUnauthenticated: true }]] },
    { matcher: '/store/aftercart/reviews', middlewares: [['customer', ['bearer']]] },
  ]);
});
