/** Many requests at once over real sockets, and how long each took. */
import { Agent, request } from 'node:http';

export interface Ask {
  verb: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Requests that are under way at once. */
export const AT_ONCE = 16;

export interface Round {
  /** Requests in a second. */
  rate: number;
  /** Milliseconds of each. */
  times: number[];
}

/** Sends them all, as fast as they are answered. @throws when one is not answered with 200. */
export async function sendAll(url: string, asks: readonly Ask[]): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    for (let ask = asks[next++]; ask; ask = asks[next++]) {
      const started = performance.now();
      await send(agent, url, ask);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { rate: asks.length / seconds, times };
}

function send(agent: Agent, url: string, { verb, path, headers, body }: Ask): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method: verb, agent, headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${verb} ${path} answered ${response.statusCode}: ${text}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
