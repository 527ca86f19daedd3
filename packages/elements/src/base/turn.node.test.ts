import { expect, it } from 'vitest';
import { turn } from './turn.ts';

const task = () => new Promise((resolve) => void setTimeout(resolve));

it('lets one draw at once and each of the others in a task of its own, in their order', async () => {
  const drawn: string[] = [];
  for (const name of ['a', 'b', 'c']) void turn().then(() => drawn.push(name));
  await Promise.resolve();
  expect(drawn).toEqual(['a']);
  // As many tasks pass as there are names; a fourth one would find nothing to do.
  const seen: number[] = [];
  while (drawn.length < 3) {
    await task();
    seen.push(drawn.length);
  }
  expect(drawn).toEqual(['a', 'b', 'c']);
  expect(seen.length).toBeGreaterThan(1);
});

it('lets who comes later draw at once', async () => {
  await turn();
  await task();
  await task();
  let drawn = false;
  void turn().then(() => (drawn = true));
  await Promise.resolve();
  expect(drawn).toBe(true);
});
