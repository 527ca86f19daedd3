/** The ledger in a real Vendure, through its Shop API. */
import { RequestContext } from '@vendure/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AftercartPoolCode } from './entities/pool-code.ts';
import type { AftercartPluginOptions } from './index.ts';
import type { Client } from './test/client.ts';
import { ENGINES } from './test/databases.ts';
import { openShop, type Item, type Shop } from './test/shop.ts';

const DAY = 86_400_000;
let now = Date.now();
const options: AftercartPluginOptions = {
  points: {
    name: { en: 'Northpine Club', el: 'Λέσχη Βορρά' },
    terminology: { one: 'mile', other: 'miles' },
    purchase: { title: 'Shop', points: 1, per: { amount: 100, currency: 'EUR' }, pendingDays: 30 },
    signUp: { title: 'Join', points: 50 },
    rewards: [
      { id: 'five-off', title: '€5 off', points: 500, coupon: { type: 'amount_off', amount: 500 }, validDays: 90 },
      { id: 'tenth-off', title: '10 % off', points: 100, coupon: { type: 'percent_off', percent: 10 }, mostPerCustomer: 1 },
      { id: 'mug', title: 'A mug', points: 10, pool: 'mugs', kind: 'free_product' },
    ],
  },
  now: () => new Date(now),
};

const ACCOUNT = '{ account: aftercartPointsAccount { state balance pending lifetime spent pendingBatches { points availableAt reason description } } }';
const HISTORY = 'query ($cursor: String, $limit: Int) { page: aftercartPointsHistory(cursor: $cursor, limit: $limit) { items { id delta status kind description redemption { id code usage revocable fulfilment } } nextCursor } }';
const REDEEM = 'mutation ($reward: String!, $key: String!) { redemption: aftercartRedeem(rewardId: $reward, idempotencyKey: $key) { id code usage fulfilment pointsSpent revocable expiresAt } }';
const REVOKE = 'mutation ($id: ID!, $key: String!) { redemption: aftercartRevoke(redemptionId: $id, idempotencyKey: $key) { id fulfilment revocable } }';

const boots: Item = { name: 'Boots', quantity: 1, price: 20_000 };
describe.each(ENGINES)('on %s', (engine) => {
  let shop: Shop;
  let people = 0;
  let keys = 0;

  interface Person {
    email: string;
    token: string;
    ask: Client;
    id: string;
  }
  const nextKey = () => `key-${keys++}`;

  /** Somebody new; a member with so many points when they are given. */
  async function person(points?: number): Promise<Person> {
    const email = `shopper-${people++}@example.com`;
    const token = await shop.signUp(email);
    const who: Person = { email, token, ask: shop.visitor(token), id: await shop.customerId(email) };
    if (points !== undefined) {
      await who.ask(`mutation { aftercartEnrol(idempotencyKey: "join") { state } }`);
      await shop.admin(`mutation ($id: ID!, $points: Int!, $source: String!) { adjustAftercartPoints(customerId: $id, points: $points, source: $source) { balance } }`, {
        id: who.id, points: points - 50, source: `gift-${email}`,
      });
    }
    return who;
  }
  const account = async ({ ask }: Person) => (await ask(ACCOUNT)).account;
  const redeem = async ({ ask }: Person, reward: string, key = nextKey()) => (await ask(REDEEM, { reward, key })).redemption;
  const revoke = async ({ ask }: Person, id: string, key = nextKey()) => (await ask(REVOKE, { id, key })).redemption;
  const history = async ({ ask }: Person): Promise<any[]> => (await ask(HISTORY, { limit: 200 })).page.items;
  const buy = ({ token, email }: Person, items: Item[] = [boots], coupon?: string) => shop.buy({ token, email, items, ...(coupon && { coupon }) });

  /** The sums beside the ledger are those of the ledger. */
  async function proves(who: Person): Promise<void> {
    const { balance, pending } = await account(who);
    const rows = await shop.vendure.runtime.connection.rawConnection.query(`select sum(delta) as balance, sum("pendingDelta") as pending from aftercart_points_entry where "customerId" = ${who.id}`);
    expect({ balance: Number(rows[0].balance), pending: Number(rows[0].pending) }).toEqual({ balance, pending });
  }

  beforeAll(async () => {
    shop = await openShop({ options, engine });
  }, 120_000);
  afterAll(() => shop.stop());
  beforeEach(() => {
    now = Date.now();
  });

  describe('membership', () => {
    it('begins when the shopper joins, once', async () => {
      const guest = shop.visitor();
      expect((await guest(ACCOUNT)).account).toMatchObject({ state: 'guest', balance: 0 });
      const ann = await person();
      expect(await account(ann)).toMatchObject({ state: 'candidate', balance: 0 });
      for (const key of ['join', 'join', 'join-again']) await ann.ask(`mutation { aftercartEnrol(idempotencyKey: "${key}") { state } }`);
      expect(await account(ann)).toMatchObject({ state: 'member', balance: 50, lifetime: 50, spent: 0 });
      expect(await history(ann)).toMatchObject([{ delta: 50, kind: 'sign_up', status: 'approved' }]);
      await expect(guest(`mutation { aftercartEnrol(idempotencyKey: "x") { state } }`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(guest(HISTORY)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('is needed to redeem', async () => {
      const ann = await person();
      await expect(redeem(ann, 'five-off')).rejects.toMatchObject({ code: 'CUSTOMER_NOT_ENROLLED' });
    });
  });

  describe('an order', () => {
    it('earns points that wait for delivery, then for the end of the return window', async () => {
      const ann = await person(50);
      const order = await buy(ann);
      expect(await account(ann)).toMatchObject({ balance: 50, pending: 200, pendingBatches: [{ points: 200, availableAt: null, reason: 'delivery', description: order.code }] });
      const parcel = await shop.ship(order, { method: 'DHL', code: 'JD1' });
      await shop.move(parcel, 'Delivered');
      const availableAt = new Date(now + 30 * DAY).toISOString();
      expect((await account(ann)).pendingBatches).toMatchObject([{ points: 200, availableAt, reason: 'return_window' }]);
      expect((await history(ann))[0]).toMatchObject({ delta: 200, status: 'pending', kind: 'purchase' });
      now += 30 * DAY - 1;
      expect(await account(ann)).toMatchObject({ balance: 50, pending: 200 });
      now += 1;
      expect(await account(ann)).toMatchObject({ balance: 250, pending: 0, lifetime: 250, pendingBatches: [] });
      expect((await history(ann))[0]).toMatchObject({ delta: 200, status: 'approved', kind: 'purchase' });
      await proves(ann);
    });

    it('of a candidate or a guest earns nothing', async () => {
      const ann = await person();
      await buy(ann);
      await shop.buy({ email: 'nobody@example.com', items: [boots] });
      expect(await account(ann)).toMatchObject({ state: 'candidate', pending: 0 });
    });

    it('that is cancelled leaves nothing', async () => {
      const ann = await person(50);
      await shop.cancel(await buy(ann));
      expect(await account(ann)).toMatchObject({ balance: 50, pending: 0, pendingBatches: [] });
      expect((await history(ann))[0]).toMatchObject({ status: 'void', kind: 'purchase' });
      await proves(ann);
    });

    it('that is paid back in part gives back that part of its points, spent or not', async () => {
      const ann = await person(50);
      const order = await buy(ann);
      await shop.refund(order, order.total / 2);
      expect(await account(ann)).toMatchObject({ pending: 100 });
      await shop.move(await shop.ship(order, { method: 'DHL', code: 'JD2' }), 'Delivered');
      now += 31 * DAY;
      expect(await account(ann)).toMatchObject({ balance: 150, pending: 0 });
      await redeem(ann, 'tenth-off');
      await shop.refund(order, order.total / 2);
      expect(await account(ann)).toMatchObject({ balance: -50, spent: 100, lifetime: 50 });
      await proves(ann);
    });
  });

  describe('redeeming', () => {
    it('makes a code that Vendure’s checkout takes once', async () => {
      const ann = await person(1200);
      const first = await redeem(ann, 'five-off');
      expect(first).toMatchObject({ usage: 'unused', fulfilment: 'issued', pointsSpent: 500, revocable: true, expiresAt: new Date(now + 90 * DAY).toISOString() });
      expect(first.code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
      expect((await buy(ann, [boots], first.code)).total).toBe(20_000 + 500 - 500);
      expect((await history(ann)).find(({ redemption }) => redemption?.id === first.id).redemption).toMatchObject({ usage: 'used', revocable: false });
      await expect(buy(ann, [boots], first.code)).rejects.toMatchObject({ code: 'COUPON_CODE_LIMIT_ERROR' });
      await expect(revoke(ann, first.id)).rejects.toMatchObject({ code: 'REWARD_ALREADY_USED' });
      await proves(ann);
    });

    it('says why not', async () => {
      const ann = await person(120);
      await expect(redeem(ann, 'five-off')).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' });
      await expect(redeem(ann, 'nothing')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      await expect(redeem(ann, 'mug')).rejects.toMatchObject({ code: 'REWARD_OUT_OF_STOCK' });
      await redeem(ann, 'tenth-off');
      await expect(redeem(ann, 'tenth-off')).rejects.toMatchObject({ code: 'REWARD_LIMIT_REACHED' });
      expect(await account(ann)).toMatchObject({ balance: 20, spent: 100 });
    });

    it('can be taken back while the code is unused, once', async () => {
      const ann = await person(500);
      const { id, code } = await redeem(ann, 'five-off');
      const ben = await person(500);
      await expect(revoke(ben, id)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      expect(await revoke(ann, id)).toMatchObject({ fulfilment: 'cancelled', revocable: false });
      expect(await account(ann)).toMatchObject({ balance: 500, spent: 0 });
      await expect(revoke(ann, id)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(buy(ann, [boots], code)).rejects.toMatchObject({ code: 'COUPON_CODE_INVALID_ERROR' });
      await proves(ann);
    });

    it('is not taken back while the code is in a cart', async () => {
      const ann = await person(500);
      const { id, code } = await redeem(ann, 'five-off');
      const cart = shop.visitor(ann.token);
      const { products } = await cart(`{ products { items { variants { id } } } }`);
      await cart(`mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { __typename } }`, { id: products.items[0].variants[0].id });
      await cart(`mutation ($code: String!) { applyCouponCode(couponCode: $code) { __typename } }`, { code });
      await expect(revoke(ann, id)).rejects.toMatchObject({ code: 'CONFLICT' });
      await cart(`mutation ($code: String!) { removeCouponCode(couponCode: $code) { __typename } }`, { code });
      expect(await revoke(ann, id)).toMatchObject({ fulfilment: 'cancelled' });
    });

    it('hands each code of a pool out once', async () => {
      const add = (codes: string[]) => shop.admin(`mutation ($codes: [String!]!) { added: addAftercartCodes(pool: "mugs", codes: $codes) }`, { codes });
      expect(await add(['M1', 'M2', 'M2'])).toEqual({ added: 2 });
      expect(await add(['M2', 'M3'])).toEqual({ added: 1 });
      const people = await Promise.all([person(10), person(10), person(10), person(10)]);
      const taken = await Promise.allSettled(people.map((who) => redeem(who, 'mug')));
      const codes = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value.code] : []));
      expect(codes.sort()).toEqual(['M1', 'M2', 'M3']);
      const refused = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect(refused).toEqual(['REWARD_OUT_OF_STOCK']);
    });
  });

  describe('the same key', () => {
    it('is the same act', async () => {
      const ann = await person(1000);
      const first = await redeem(ann, 'five-off', 'once');
      expect(await redeem(ann, 'five-off', 'once')).toEqual(first);
      expect(await account(ann)).toMatchObject({ balance: 500 });
      await expect(redeem(ann, 'tenth-off', 'once')).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(redeem(ann, 'five-off', '')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      // Another’s key is another’s.
      const ben = await person(500);
      expect((await redeem(ben, 'five-off', 'once')).id).not.toBe(first.id);
    });

    it('after a refusal may succeed', async () => {
      const ann = await person(499);
      await expect(redeem(ann, 'five-off', 'later')).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' });
      await shop.admin(`mutation ($id: ID!) { adjustAftercartPoints(customerId: $id, points: 1, source: "one-more") { balance } }`, { id: ann.id });
      expect(await redeem(ann, 'five-off', 'later')).toMatchObject({ pointsSpent: 500 });
    });

    it('in a race is one act, and all get its answer', async () => {
      const ann = await person(5000);
      const answers = await Promise.all(Array.from({ length: 30 }, () => redeem(ann, 'five-off', 'race')));
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await account(ann)).toMatchObject({ balance: 4500 });
      await proves(ann);
    });
  });

  describe('racing', () => {
    it('120 redeems spend no more than there is', async () => {
      const ann = await person(2600);
      const all = await Promise.allSettled(Array.from({ length: 120 }, () => redeem(ann, 'five-off')));
      const codes = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.code] : []));
      const refusals = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect(new Set(codes).size).toBe(5);
      expect(codes).toHaveLength(5);
      expect(new Set(refusals)).toEqual(new Set(['INSUFFICIENT_POINTS']));
      expect(await account(ann)).toMatchObject({ balance: 100, spent: 2500 });
      await proves(ann);
    }, 60_000);

    it('what fails takes nothing with it that was done at the same time', async () => {
      const { runtime } = shop.vendure;
      const ctx = RequestContext.empty();
      const add = (code: string, end: () => void) =>
        runtime.change(ctx, async (within) => {
          await runtime.table(within, AftercartPoolCode).insert({ pool: 'race', code, takenAt: null });
          for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
          end();
        });
      const fail = () => {
        throw new Error('no');
      };
      const outcomes = await Promise.allSettled([add('R1', fail), add('R2', () => {}), add('R3', fail), add('R4', () => {})]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
      const kept = await runtime.table(ctx, AftercartPoolCode).findBy({ pool: 'race' });
      expect(kept.map(({ code }) => code).sort()).toEqual(['R2', 'R4']);
    });

    it('redeems, orders and revokes leave a ledger that adds up', async () => {
      const ann = await person(2000);
      const made = await Promise.all(Array.from({ length: 4 }, () => redeem(ann, 'five-off')));
      await Promise.all([buy(ann), ...made.map(({ id }) => revoke(ann, id)), ...Array.from({ length: 10 }, () => redeem(ann, 'five-off').catch(() => null))]);
      await proves(ann);
      const positions = await shop.vendure.runtime.connection.rawConnection.query(`select position from aftercart_points_entry where "customerId" = ${ann.id} order by position`);
      expect(positions.map(({ position }: { position: number }) => position)).toEqual(positions.map((_: unknown, index: number) => index + 1));
    }, 60_000);
  });

  describe('the program', () => {
    const PROGRAM = '{ program: aftercartPointsProgram { name terminology { one other } earningRules { kind points } rewards { id kind cost { type points } eligibility { status missingPoints } } } }';

    it('tells each shopper what they may take', async () => {
      const ann = await person(120);
      const { program } = await ann.ask(PROGRAM);
      expect(program).toMatchObject({ name: 'Northpine Club', terminology: { one: 'mile', other: 'miles' }, earningRules: [{ kind: 'purchase', points: 1 }, { kind: 'sign_up', points: 50 }] });
      const statuses = () => program.rewards.map(({ id, eligibility }: any) => [id, eligibility.status, eligibility.missingPoints]);
      expect(statuses().slice(0, 2)).toEqual([['five-off', 'insufficient_points', 380], ['tenth-off', 'redeemable', null]]);
      expect((await shop.visitor()(PROGRAM)).program.rewards[0].eligibility.status).toBe('member_only');
    });

    it('estimates what lines would earn', async () => {
      const ask = (lines: object[]) => shop.visitor()(`query ($lines: [AftercartEstimateLine!]!) { estimate: aftercartPointsEstimate(lines: $lines) { points } }`, { lines });
      expect(await ask([{ quantity: 3, price: { amount: 1250, currency: 'EUR' } }])).toEqual({ estimate: { points: 37 } });
      expect(await ask([{ quantity: 1, price: { amount: 1250, currency: 'USD' } }])).toEqual({ estimate: null });
      expect(await ask([{ quantity: 1 }])).toEqual({ estimate: null });
    });

    it('history goes on page by page', async () => {
      const ann = await person(50);
      for (const n of [1, 2, 3]) await shop.admin(`mutation ($id: ID!, $source: String!) { adjustAftercartPoints(customerId: $id, points: ${n}, source: $source) { balance } }`, { id: ann.id, source: `page-${n}-${ann.email}` });
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const { page } = (await ann.ask(HISTORY, { cursor, limit: 2 })) as { page: { items: { delta: number }[]; nextCursor: string | null } };
        seen.push(...page.items.map(({ delta }) => delta));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual([3, 2, 1, 0, 50]);
      await expect(ann.ask(HISTORY, { limit: 0 })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
      await expect(ann.ask(HISTORY, { cursor: 'mine' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    });
  });
});
