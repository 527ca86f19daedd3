/** Power cuts: the server is killed at random moments while it writes, again and again, and nothing that it acknowledged is lost. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../src/database/database.ts';
import { runProcess, startProcess, type RunningProcess } from '../src/test/process.ts';
import { makePlace } from '../src/test/stores.ts';
import { signShopperToken } from '../src/token/index.ts';

const secret = 'the token secret of a shop under test';
const merchantKey = 'the merchant key of a shop under test';
const env = { AFTERCART_TOKEN_SECRET: secret, AFTERCART_MERCHANT_KEY: merchantKey, AFTERCART_PEPPER: 'the pepper of a shop that is under test', AFTERCART_RATE_LIMIT: '1000000' };
const WRITERS = 8;
const COST = 3;

/** One write: under which key, and what came of it. */
interface Act {
  kind: 'adjust' | 'redeem';
  shopper: string;
  key: string;
  /** The code of a redemption, once it was acknowledged. */
  code?: string;
}

const program = {
  earningRules: [],
  rewards: [{ id: 'small', kind: 'amount_off', title: 'Small', cost: { type: 'fixed', points: COST }, pool: 'small' }],
};

class Shop {
  url = '';
  readonly acknowledged: Act[] = [];
  /** Neither acknowledged nor refused: it may have happened or not. */
  open: Act[] = [];

  async post(path: string, body: unknown, headers: Record<string, string>): Promise<any> {
    const response = await fetch(this.url + path, { method: path.includes('program') ? 'PUT' : 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    const answer = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  merchant = (path: string, body: unknown) => this.post(`/merchant/v1${path}`, body, { authorization: `Bearer ${merchantKey}` });

  async shopper(shopper: string, path: string, body: unknown, key = randomUUID() as string) {
    return this.post(`/v1${path}`, body, { authorization: `Bearer ${await signShopperToken({ shopper, secret })}`, 'idempotency-key': key });
  }

  async perform(act: Act): Promise<void> {
    if (act.kind === 'adjust') await this.merchant('/points/adjustments', { shopperId: act.shopper, points: 5, reason: 'A gift', reference: act.key });
    else act.code = (await this.shopper(act.shopper, '/points/redeem', { rewardId: 'small' }, act.key)).code;
    this.acknowledged.push(act);
  }

  /** Writes until the server is gone. */
  async write(shopper: string): Promise<void> {
    for (let i = 0; ; i++) {
      const act: Act = { kind: i % 2 ? 'redeem' : 'adjust', shopper, key: randomUUID() };
      try {
        await this.perform(act);
      } catch (error) {
        // The connection broke: nobody knows whether it went through.
        if (!(error instanceof TypeError)) throw error;
        this.open.push(act);
        return;
      }
    }
  }
}

async function killOften(engine: Engine, times: number): Promise<void> {
  const place = await makePlace(engine);
  const options = { ...place, env };
  const shop = new Shop();
  const shoppers = Array.from({ length: WRITERS }, (_, i) => `shopper-${i}`);
  let server: RunningProcess = await startProcess(options);
  try {
    shop.url = server.url;
    await shop.merchant('/points/program', { body: program });
    for (let i = 0; i < 5; i++) await shop.merchant('/points/coupon-codes', { pool: 'small', codes: Array.from({ length: 10_000 }, () => randomUUID()) });
    for (const shopper of shoppers) await shop.shopper(shopper, '/points/enrol', {});

    for (let round = 0; round < times; round++) {
      const writing = shoppers.map((shopper) => shop.write(shopper));
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 120));
      await server.kill('SIGKILL');
      await Promise.all(writing);
      server = await startProcess(options);
      shop.url = server.url;
      // The page tries again with the key that it has: whatever had happened, it happens once.
      const again = shop.open;
      shop.open = [];
      for (const act of again) await shop.perform(act);
    }

    for (const shopper of shoppers) {
      const mine = shop.acknowledged.filter((act) => act.shopper === shopper);
      const gifts = mine.filter(({ kind }) => kind === 'adjust').length;
      const redemptions = mine.filter(({ kind }) => kind === 'redeem');
      const account = await (await fetch(`${shop.url}/v1/points/account`, { headers: { authorization: `Bearer ${await signShopperToken({ shopper, secret })}` } })).json() as { balance: number; spent: number };
      expect(account).toMatchObject({ balance: gifts * 5 - redemptions.length * COST, spent: redemptions.length * COST });
    }
    const codes = shop.acknowledged.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
  } finally {
    await server.kill('SIGTERM');
  }
  const check = await runProcess({ ...options, args: ['check-ledger'] });
  expect(check.stdout).toContain('the ledger is right');
  expect(check.code).toBe(0);
  await place.remove();
}

describe('killed under load', { timeout: 300_000 }, () => {
  it('50 times on SQLite: every acknowledged write is there, once', async () => {
    // Two at a time, each with a database of its own.
    await Promise.all([killOften('sqlite', 25), killOften('sqlite', 25)]);
  });
  it('20 times on PostgreSQL: every acknowledged write is there, once', () => killOften('postgresql', 20));
});
