/** The mock without its sockets: a shop, its clock, the faults that wait, and who asked for what. */
import type { Seeded, World } from '../world.ts';
import { fieldsOf, Refusal } from './exchange.ts';
import { Faults } from './faults.ts';
import { openShop, type Shop } from './shop/shop.ts';

/** A request that the shop has seen, the control requests left out. */
export interface SeenRequest {
  method: string;
  path: string;
  /** With its `?`; empty without one. */
  query: string;
  headers: Record<string, string | string[] | undefined>;
  /** As it came. */
  body: string;
  /** What was answered; null when the connection broke first. */
  status: number | null;
  /** Mode of the fault that it met. */
  fault?: string;
}

const MOST_SEEN = 1_000;
const NOTHING: World = { now: '1970-01-01T00:00:00Z', shoppers: [], orders: [] };

export class Backend {
  readonly faults = new Faults();
  seen: SeenRequest[] = [];
  #ahead = 0;
  #shop: Shop;

  constructor() {
    this.#shop = openShop({ ...NOTHING, now: new Date().toISOString() }, this.now).shop;
  }

  get shop(): Shop {
    return this.#shop;
  }

  /** The shop’s time, which runs. RFC 3339. */
  now = (): string => new Date(Date.now() + this.#ahead).toISOString();

  /** Sets the clock, or moves it. */
  setClock(input: unknown): void {
    const { now, advance } = fieldsOf(input);
    if (typeof advance === 'number' && Number.isFinite(advance)) this.#ahead += advance;
    else if (typeof now === 'string' && !Number.isNaN(Date.parse(now))) this.#ahead = Date.parse(now) - Date.now();
    else throw new Refusal(400, 'bad_clock', 'The clock needs “now” (RFC 3339) or “advance” (milliseconds).');
  }

  /** Forgets everything but the faults, and holds this world. */
  seed(input: unknown): Seeded {
    const world = readWorld(input);
    this.setClock({ now: world.now });
    const { shop, seeded } = openShop(world, this.now);
    this.#shop = shop;
    this.seen = [];
    return seeded;
  }

  see(request: SeenRequest): void {
    this.seen.push(request);
    if (this.seen.length > MOST_SEEN) this.seen.shift();
  }
}

/** Only what the mock would stumble over: the kit’s own worlds are right, and somebody who writes one by hand wants to know. */
function readWorld(input: unknown): World {
  const world = fieldsOf(input);
  const wrong = (what: string): never => {
    throw new Refusal(400, 'bad_world', what);
  };
  if (typeof world['now'] !== 'string' || Number.isNaN(Date.parse(world['now']))) wrong('“now” has to be a time, such as "2026-11-22T09:30:00Z".');
  for (const name of ['shoppers', 'orders']) {
    const list = world[name];
    const isList = Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null);
    if (!isList) wrong(`“${name}” has to be a list of objects; it may be empty.`);
  }
  for (const [index, shopper] of (world['shoppers'] as unknown[]).entries()) {
    const { name, email, balance } = fieldsOf(shopper);
    const isShopper = typeof name === 'string' && typeof email === 'string' && Number.isInteger(balance);
    if (!isShopper) wrong(`“shoppers[${index}]” needs “name”, “email” and “balance”.`);
  }
  for (const [index, order] of (world['orders'] as unknown[]).entries()) {
    const { name, items, parcels } = fieldsOf(order);
    const isOrder = typeof name === 'string' && Array.isArray(items) && Array.isArray(parcels);
    if (!isOrder) wrong(`“orders[${index}]” needs “name”, “items” and “parcels”.`);
  }
  return input as World;
}
