import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES } from '../test/stores.ts';
import { openShop, type Shop } from './test/shop.ts';
import { settleDueAccounts } from './sweep.ts';

interface Event {
  id: string;
  balance: number;
  state: string;
}

describe.each(ENGINES)('the live account on %s', (engine) => {
  let shop: Shop;
  const open: AbortController[] = [];
  beforeEach(async () => {
    shop = await openShop(engine);
    await shop.program();
  });
  afterEach(async () => {
    for (const connection of open) connection.abort();
    await shop.close();
  });

  /** A connection that gives its events one after the other. */
  async function listen(shopper: string, last?: string): Promise<{ next(): Promise<Event>; close(): void }> {
    const connection = new AbortController();
    open.push(connection);
    const headers = { authorization: `Bearer ${await shop.server.token(shopper)}`, ...(last && { 'last-event-id': last }) };
    const response = await shop.server.app.request('/v1/points/subscribe', { headers, signal: connection.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const next = async (): Promise<Event> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          const data = /^data: ?(.*)$/m.exec(event)?.[1];
          if (data) {
            const { balance, state } = JSON.parse(data);
            return { id: /^id: ?(.*)$/m.exec(event)![1]!, balance, state };
          }
          continue;
        }
        text += (await reader.read()).value ?? '';
      }
    };
    return { next, close: () => void reader.cancel() };
  }

  it('tells the account at first, then after each change, with a rising id', async () => {
    const stream = await listen('ann');
    expect(await stream.next()).toMatchObject({ balance: 0, state: 'candidate' });
    await shop.enrol('ann');
    const joined = await stream.next();
    expect(joined).toMatchObject({ balance: 100, state: 'member' });
    await shop.give({ shopperId: 'ann', points: 20, source: 'a' });
    const given = await stream.next();
    expect(given).toMatchObject({ balance: 120 });
    expect(Number.parseInt(given.id)).toBeGreaterThan(Number.parseInt(joined.id));
    await shop.server.merchant('POST', '/shoppers/ann/block', { reason: 'Abuse' });
    expect(await stream.next()).toMatchObject({ balance: 120, state: 'blocked' });
  });

  it('goes on after the last event without repeating it, and loses nothing', async () => {
    await shop.enrol('ann');
    const first = await listen('ann');
    const { id } = await first.next();
    first.close();
    const second = await listen('ann', id);
    // Would come second if the stream repeated what was sent.
    await shop.give({ shopperId: 'ann', points: 20, source: 'a' });
    expect(await second.next()).toMatchObject({ balance: 120 });
    second.close();
    await shop.give({ shopperId: 'ann', points: 5, source: 'b' });
    const third = await listen('ann', id);
    expect(await third.next()).toMatchObject({ balance: 125 });
  });

  it('hears from the sweep what time has brought', async () => {
    await shop.give({ shopperId: 'ann', points: 20, source: 'a', availableAt: new Date('2026-11-23T00:00:00Z') });
    const stream = await listen('ann');
    expect(await stream.next()).toMatchObject({ balance: 0 });
    shop.server.setNow('2026-11-23T00:00:00Z');
    await settleDueAccounts(shop.server.runtime);
    expect(await stream.next()).toMatchObject({ balance: 20 });
  });

  it('tells nobody of another’s account', async () => {
    const stream = await listen('bob');
    expect(await stream.next()).toMatchObject({ balance: 0 });
    await shop.give({ shopperId: 'ann', points: 20, source: 'a' });
    await shop.give({ shopperId: 'bob', points: 3, source: 'b' });
    expect(await stream.next()).toMatchObject({ balance: 3 });
  });
});
