/** The curl examples of docs/adapters/mock-backend.md, run as they stand there. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODES } from '../src/mock/faults.ts';
import { startMockBackend, type StartedMock } from '../src/mock/index.ts';
import { blocksIn, rowsIn, runnableIn } from './documented.ts';

const page = 'adapters/mock-backend.md';
const examples = runnableIn(page);
let mock: StartedMock;
const variables: Record<string, string> = {};
beforeAll(async () => {
  mock = await startMockBackend();
  variables['MOCK'] = mock.url;
});
afterAll(() => mock.close());

/** Runs the next example; gives what each of its commands printed. */
const run = async (): Promise<string> => {
  const command = examples.shift()!.replace(/^curl -s/gm, 'echo; curl -sS');
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command], { env: { ...process.env, ...variables } });
  return stdout.trim();
};
const answers = (printed: string) => printed.split('\n\n').flatMap((part) => part.split('\n')).filter((line) => /^[[{]/.test(line)).map((line) => JSON.parse(line) as any);

describe('the page of the mock backend', () => {
  it('fills it', async () => {
    const [seeded] = answers(await run());
    expect(seeded).toMatchObject({ tokens: { ann: expect.stringMatching(/^mock-/) }, orders: { boots: expect.any(String) }, rewards: { five: expect.any(String) } });
    const [shown] = blocksIn(page, 'json').map((block) => JSON.parse(block) as typeof seeded);
    expect([seeded.orders, seeded.rewards]).toEqual([shown.orders, shown.rewards]);
    variables['ANN'] = seeded.tokens.ann;
    variables['FIVE'] = seeded.rewards.five;
  });

  it('asks it', async () => {
    const [list, redemption] = answers(await run());
    expect(list.orders).toMatchObject([{ items: [{ price: { value: '129.00', currency: 'EUR' } }], parcels: [{ state: 'MOVING', stops: [{ time: '14:30', zone: null }] }] }]);
    expect(redemption).toMatchObject({ reward: variables['FIVE'], coupon: 'FIVE-1' });
  });

  it('looks into it', async () => {
    expect(answers(await run())).toEqual([JSON.parse(blocksIn(page, 'json')[1]!)]);
  });

  it('breaks it, and mends it', async () => {
    const printed = await run();
    expect(printed).toContain('HTTP/1.1 429');
    expect(printed).toContain('retry-after: 3');
    expect(printed).toContain('<h1>One moment, please</h1>');
    expect(answers(printed).at(-1)).toEqual({ faults: [] });
  });

  it('tells who asked', async () => {
    const [{ requests }, forgotten] = answers(await run());
    expect(requests.map(({ method, path, status, fault }: any) => [method, path, status, fault])).toEqual([
      ['GET', '/orders', 200, undefined], ['POST', '/points/redemptions', 201, undefined], ['GET', '/orders', 429, 'answer'], ['GET', '/points', 200, 'html'],
    ]);
    expect(forgotten).toEqual({ requests: [] });
  });

  it('moves its clock', async () => {
    const [later, christmas] = answers(await run());
    expect([later.now, christmas.now].map((now: string) => now.slice(0, 10))).toEqual(['2026-11-23', '2026-12-24']);
    expect(examples).toEqual([]);
  });

  it('has every mode in its table', () => {
    expect(rowsIn(page).filter((name) => (MODES as readonly string[]).includes(name))).toEqual(MODES);
  });
});
