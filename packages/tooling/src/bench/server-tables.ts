/** Everything that is measured of the server. */
import { AT_ONCE } from './server/requests.ts';
import { measure, ROUNDS, type ServerOptions } from './server/measure.ts';

export async function benchServer({ engines, shoppers }: ServerOptions): Promise<void> {
  for (const engine of engines) await measure(engine, shoppers);
  console.log(`
Over HTTP to a process of its own, ${AT_ONCE} requests at once, both sizes in turns, medians of ${ROUNDS} rounds. A commit waits for the disk. What
sends the requests runs on the same machine. Ratio: how much more the large shop costs; of reads and redeems it should stay within 1.5×.`);
}
