/** The server under load at two sizes of shop, side by side. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sample } from '../stats.ts';
import { fixed, printSections, ratio, type Line } from '../table.ts';
import { openPostgres, sqlitePlace, type Engine, type Place } from './engines.ts';
import { ENTRIES, loadHistory, POINTS, POOL, REDEEMABLE, REWARD, shopperName } from './load.ts';
import { asMerchant, asShopper, checkLedger, startServer, type ServerProcess } from './process.ts';
import { percentile, sendAll, type Ask, type Round } from './requests.ts';
import { memoryOfStreams } from './streams.ts';

/** The small shop beside the large one. */
const SMALL = 0.01;
export const ROUNDS = 5;
const QUESTIONS = 1_000;
const WORDS = ['delivery', 'refund', 'size', 'warranty', 'invoice', 'address', 'coupon', 'parcel', 'exchange', 'payment', 'account', 'password', 'gift', 'stock', 'colour'];

interface Shop {
  shoppers: number;
  dataDir: string;
  place: Place;
  server: ServerProcess;
}

type Work = readonly [name: string, requests: number, ask: (shop: Shop, index: number) => Ask];

const anyone = ({ shoppers }: Shop): string => shopperName(Math.floor(Math.random() * shoppers));
const wordAt = (index: number): string => WORDS[index % WORDS.length]!;

const REDEEM = 'redeem';
const WORK: readonly Work[] = [
  ['balance', 2_000, (shop) => ({ verb: 'GET', path: '/v1/points/account', headers: asShopper(anyone(shop)) })],
  [REDEEM, 600, (shop, index) => ({
    verb: 'POST', path: '/v1/points/redeem', headers: { ...asShopper(shopperName((index * 7_919) % shop.shoppers)), 'idempotency-key': randomUUID() }, body: JSON.stringify({ rewardId: REWARD }),
  })],
  ['FAQ search', 1_500, (_, index) => ({ verb: 'POST', path: '/v1/faq/search', headers: {}, body: JSON.stringify({ query: `${wordAt(index)} ${wordAt(index * 7 + 3).slice(0, 4)}` }) })],
];

export interface ServerOptions {
  engines: readonly Engine[];
  /** Of the large shop; each has 50 ledger entries. */
  shoppers: number;
}

/** Prints the tables of an engine, requests with their ratios and memory; then what the ledger’s checker says of both shops. */
export async function measure(engine: Engine, shoppersOfLarge: number): Promise<void> {
  const sizes = [Math.round(shoppersOfLarge * SMALL), shoppersOfLarge];
  const postgres = engine === 'postgresql' ? await openPostgres() : undefined;
  const shops: Shop[] = [];
  const dirs: string[] = [];
  try {
    for (const [index, shoppers] of sizes.entries()) {
      const dataDir = mkdtempSync(join(tmpdir(), 'aftercart-bench-server-'));
      dirs.push(dataDir);
      shops.push(await openShop(shoppers, dataDir, postgres ? await postgres.place(`bench_${index}`) : sqlitePlace(dataDir)));
    }
    const [small, large] = shops as [Shop, Shop];
    const lines: Line[] = [];
    for (const work of WORK) lines.push(await compare(work, small, large));
    const memory = await memoryOfStreams(large.server.url, large.shoppers);
    const each = ((memory.during - memory.before) / memory.streams) * 1000;
    printSections([
      [[`Server on ${engine}`, ...shops.map((shop) => `${count(shop.shoppers)}, 1/s`), 'ratio', ...shops.map((shop) => `${count(shop.shoppers)}, p99 ms`), 'ratio'], ...lines],
      [['Memory of the server, MB', 'before', `${memory.streams} streams`, 'kB each'], [engine, fixed(memory.before, 0), fixed(memory.during, 0), fixed(each, 1)]],
    ]);
    // Of what was loaded, and of what was redeemed since.
    for (const { server, dataDir, place } of shops) {
      await server.stop();
      console.log(`check-ledger: ${await checkLedger(dataDir, place.env)}`);
    }
  } finally {
    for (const { server } of shops) await server.stop();
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
    await postgres?.stop();
  }
}

const count = (number: number): string => number.toLocaleString('en');

async function openShop(shoppers: number, dataDir: string, place: Place): Promise<Shop> {
  // Its first start makes the tables.
  await (await startServer(dataDir, place.env)).stop();
  const started = performance.now();
  await loadHistory(place, shoppers);
  const loaded = (performance.now() - started) / 1000;
  console.log(`${count(shoppers)} shoppers with ${count(shoppers * ENTRIES)} ledger entries were loaded in ${fixed(loaded, 0)} s.`);
  const server = await startServer(dataDir, place.env);
  await asMerchant(server.url, 'PUT', '/points/program', {
    body: {
      earningRules: [],
      rewards: [{ id: REWARD, kind: 'amount_off', title: 'Five off', cost: { type: 'fixed', points: POINTS }, pool: POOL, limit: { times: REDEEMABLE * 2, days: 30 } }],
      tiers: { unit: 'points', period: { type: 'calendar_year' }, levels: [{ id: 'blue', name: 'Blue', threshold: 0 }, { id: 'gold', name: 'Gold', threshold: 1_000_000 }] },
      expiry: { months: 12 },
    },
  });
  await asMerchant(server.url, 'PUT', '/faq/locales/en/entries', {
    entries: Array.from({ length: QUESTIONS }, (_, i) => ({
      id: `q-${i}`, question: `How does ${wordAt(i)} work with ${wordAt(i * 3 + 1)} number ${i}?`, answer: `Your ${wordAt(i * 5 + 2)} is handled together with ${wordAt(i * 11 + 4)} within ${i % 30} days.`,
    })),
  });
  return { shoppers, dataDir, place, server };
}

/**
 * Both shops in turns, and each first in every other round, so that whatever else the machine does meets both alike. The first round warms up
 * and does not count.
 */
async function compare([name, most, ask]: Work, small: Shop, large: Shop): Promise<Line> {
  // Nobody redeems more often than the points of a shopper allow.
  const requests = name === REDEEM ? Math.min(most, Math.floor((small.shoppers * REDEEMABLE) / (ROUNDS + 1))) : most;
  const rounds: [Round[], Round[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const both = [[0, small], [1, large]] as const;
    for (const [index, shop] of round % 2 ? both.toReversed() : both) {
      const asks = Array.from({ length: requests }, (_, i) => ask(shop, round * requests + i));
      const done = await sendAll(shop.server.url, asks);
      if (round > 0) rounds[index]!.push(done);
    }
  }
  const rates = rounds.map((all) => sample(all.map(({ rate }) => rate)).median);
  const p99 = rounds.map((all) => sample(all.map(({ times }) => percentile(times, 0.99))).median);
  return [name, fixed(rates[0]!, 0), fixed(rates[1]!, 0), ratio(rates[0]!, rates[1]), fixed(p99[0]!, 1), fixed(p99[1]!, 1), ratio(p99[1]!, p99[0])];
}
