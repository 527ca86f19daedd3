/** Writes worlds of the conformance kit into a running Medusa, and looks into it past the adapter. */
import { createHash } from 'node:crypto';
import type { Inspection, Seeded, ShopperFact, World } from '@aftercart/adapter-kit';
import { openDatabase, type Database } from './database.ts';
import { placeOrder } from './orders.ts';
import { openCatalogue, openShop, type Shop } from './shop.ts';

export interface Stage {
  shop: Shop;
  database: Database;
  /** Empties the shop and writes a world into it; one that was written before is put back. */
  seed(world: World): Promise<Seeded>;
  close(): Promise<void>;
}

/** Of the store credit that stands for points. */
export const CURRENCY = 'EUR';
/** Of every shopper. */
export const PASSWORD = 'secret of a shopper';

export async function openStage({ url, databaseUrl }: { url: string; databaseUrl: string }, admin: { email: string; password: string }): Promise<Stage> {
  const shop = await openShop(url, admin);
  const database = await openDatabase(databaseUrl);
  await database.keep('empty');
  const written = new Map<string, Seeded>();
  return {
    shop, database,
    async seed(world) {
      const name = createHash('sha256').update(JSON.stringify(world)).digest('hex').slice(0, 40);
      const known = written.get(name);
      await database.restore(known ? name : 'empty');
      if (known) return known;
      const seeded = await write(shop, database, world);
      await database.keep(name);
      written.set(name, seeded);
      return seeded;
    },
    close: () => database.close(),
  };
}

async function write(shop: Shop, database: Database, world: World): Promise<Seeded> {
  const tokens: Record<string, string> = {};
  for (const shopper of world.shoppers) tokens[shopper.name] = await signUp(shop, database, shopper, world.now);
  const catalogue = openCatalogue(shop);
  const orders: Record<string, string> = {};
  for (const order of world.orders) orders[order.name] = await placeOrder(shop, catalogue, database, order, order.shopper === null ? undefined : tokens[order.shopper]);
  // Store credit is money: its decimals are those of the currency, whatever the world has.
  return { tokens, orders, world: { ...(world.points && { points: { ...world.points, decimals: 2, rewards: [] } }) } };
}

async function signUp({ api }: Shop, database: Database, { name, email, member, balance, smallEntries = 0 }: ShopperFact, now: string): Promise<string> {
  const account = { email, password: PASSWORD };
  const { token: registered } = await api.auth('/customer/emailpass/register', account);
  const { customer } = await api.store('POST', '/customers', { email, first_name: name }, registered);
  const { token } = await api.auth('/customer/emailpass', account);
  if (!member) return token;
  const { store_credit_account: credit } = await api.admin('POST', '/store-credit-accounts', { customer_id: customer.id, currency_code: CURRENCY.toLowerCase() });
  const give = (amount: number, note: string) => api.admin('POST', `/store-credit-accounts/${credit.id}/credit`, { amount: amount / 100, note });
  for (let i = 0; i < smallEntries; i++) await give(1, 'A small thing');
  if (balance) await give(balance, 'A start');
  // One after the other, until now.
  await database.run(
    `UPDATE store_credit_account_transaction t SET created_at = $2::timestamptz - (n || ' minutes')::interval
     FROM (SELECT id, row_number() OVER (ORDER BY created_at DESC) AS n FROM store_credit_account_transaction WHERE account_id = $1) numbered WHERE t.id = numbered.id`,
    [credit.id, now],
  );
  return token;
}

/** Answers from the database itself. */
export function inspection(open: () => Promise<Database>): Required<Pick<Inspection, 'ledger' | 'balance' | 'enrolled' | 'reviews' | 'parcels'>> {
  const run: Database['run'] = async (sql, values) => (await open()).run(sql, values);
  const ledger = (shopper: string) =>
    run<{ id: string; delta: number }>(
      `SELECT t.id, round((CASE WHEN t.type = 'debit' THEN -t.amount ELSE t.amount END) * 100)::int AS delta
       FROM store_credit_account_transaction t JOIN store_credit_account a ON a.id = t.account_id JOIN customer c ON c.id = a.customer_id
       WHERE c.first_name = $1 AND a.currency_code = $2`,
      [shopper, CURRENCY.toLowerCase()],
    );
  return {
    ledger,
    balance: async (shopper) => (await ledger(shopper)).reduce((sum, { delta }) => sum + delta, 0),
    enrolled: async (shopper) =>
      (await run('SELECT 1 FROM store_credit_account a JOIN customer c ON c.id = a.customer_id WHERE c.first_name = $1', [shopper])).length > 0,
    reviews: async (shopper) =>
      (await run(
        `SELECT r.id, r.rating, r.content, r.status FROM product_review r JOIN "order" o ON o.id = r.order_id JOIN customer c ON c.id = o.customer_id
         WHERE c.first_name = $1 AND r.deleted_at IS NULL ORDER BY r.id`,
        [shopper],
        // The headline is the first paragraph.
      )).map(({ id, rating, content, status }) => ({ id, rating: Number(rating), body: content.split('\n\n').slice(1).join('\n\n') || content, status })),
    parcels: (orderNumber) =>
      run<{ trackingNumber: string; events: number }>(
        `SELECT l.tracking_number AS "trackingNumber", coalesce(jsonb_array_length(f.metadata -> 'aftercart' -> l.tracking_number -> 'events'), 0) AS events
         FROM "order" o JOIN order_fulfillment link ON link.order_id = o.id JOIN fulfillment f ON f.id = link.fulfillment_id JOIN fulfillment_label l ON l.fulfillment_id = f.id
         WHERE o.display_id::text = $1`,
        [orderNumber],
      ),
  };
}
