/** What open event streams cost the server. */
import { Agent, request, type IncomingMessage } from 'node:http';
import { shopperName } from './load.ts';
import { asShopper } from './process.ts';

const STREAMS = 2_000;
/** Opened at once. */
const PORTION = 100;

export interface StreamMemory {
  streams: number;
  /** Megabytes of the process before, and with all streams open. */
  before: number;
  during: number;
}

/** Opens many streams of shoppers’ accounts, waits for the first event of each, and reads the memory of the process. */
export async function memoryOfStreams(url: string, shoppers: number): Promise<StreamMemory> {
  const before = await residentMegabytes(url);
  const agent = new Agent();
  const open: IncomingMessage[] = [];
  for (let from = 0; from < STREAMS; from += PORTION) {
    open.push(...(await Promise.all(Array.from({ length: PORTION }, (_, i) => openStream(agent, url, shopperName((from + i) % shoppers))))));
  }
  const during = await residentMegabytes(url);
  for (const stream of open) stream.destroy();
  agent.destroy();
  return { streams: STREAMS, before, during };
}

/** Resolves with the first event. */
function openStream(agent: Agent, url: string, shopper: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${url}/v1/points/subscribe`, { agent, headers: asShopper(shopper) }, (response) => {
      let text = '';
      response.on('error', () => {});
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('data:')) resolve(response);
      });
      response.once('end', () => reject(new Error(`The stream ended with ${response.statusCode}: ${text}`)));
    }).on('error', reject).end();
  });
}

async function residentMegabytes(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)![1]) / 1e6;
}
