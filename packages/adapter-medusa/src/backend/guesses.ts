/** Limits on trying out order numbers and proofs. A proof that is right counts for nothing. */

interface Limit {
  tries: number;
  /** Milliseconds. */
  within: number;
}

/** Wrong tries of one address: a household that mistypes, not a list of orders. */
const BY_CLIENT: Limit = { tries: 20, within: 600_000 };
/** Wrong tries for one order, from wherever: a country has some ten thousand postcodes, so 240 a day get nowhere. */
const BY_ORDER: Limit = { tries: 10, within: 3_600_000 };
/** More than this are forgotten, the oldest first: a flood must not fill the memory. */
const MOST = 50_000;

interface Count {
  wrong: number;
  until: number;
}

// Each process counts for itself.
const counts = new Map<string, Count>();

function countOf(name: string, { within }: Limit, now: number): Count {
  const known = counts.get(name);
  if (known && known.until > now) return known;
  counts.delete(name);
  if (counts.size >= MOST) counts.delete(counts.keys().next().value!);
  const fresh = { wrong: 0, until: now + within };
  counts.set(name, fresh);
  return fresh;
}

export interface Guess {
  /** Seconds to wait, when there were too many. */
  wait: number;
  /** To be called when the guess was right. */
  right(): void;
}

/** Counts a try before it is looked at, whether or not there is such an order, so that many at once tell nothing. */
export function countGuess(client: string, order: string, now = Date.now()): Guess {
  const counted = [countOf(`client ${client}`, BY_CLIENT, now), countOf(`order ${order}`, BY_ORDER, now)] as const;
  const [byClient, byOrder] = counted;
  const over = [...(byClient.wrong >= BY_CLIENT.tries ? [byClient] : []), ...(byOrder.wrong >= BY_ORDER.tries ? [byOrder] : [])];
  if (over.length) return { wait: Math.ceil((Math.max(...over.map(({ until }) => until)) - now) / 1_000), right: () => {} };
  for (const count of counted) count.wrong += 1;
  return {
    wait: 0,
    right() {
      for (const count of counted) count.wrong -= 1;
    },
  };
}
