/** How often a proof of an order may be wrong: postcodes are few, and order codes may follow each other. */
import { Refusal } from './refusal.ts';

/** Wrong tries for one code, in this process. */
const MOST = 10;
const HOUR = 3_600_000;
/** Codes that are remembered; an attacker who fills this up forgets nothing of the newest. */
const MOST_CODES = 10_000;

export class Guesses {
  readonly #tried = new Map<string, { count: number; until: number }>();

  /**
   * Counts a try before it is looked at, so that many at once are no way around.
   *
   * @returns To be called when the try was right.
   * @throws Refusal RATE_LIMITED, for codes that there are and for those that there are not.
   */
  count(code: string, now: Date): () => void {
    const known = this.#tried.get(code);
    const tries = known && known.until > now.getTime() ? known : { count: 0, until: now.getTime() + HOUR };
    if (tries.count >= MOST) throw new Refusal('RATE_LIMITED', 'Too many wrong proofs for this order. Try again later.');
    tries.count += 1;
    // The newest comes last.
    this.#tried.delete(code);
    this.#tried.set(code, tries);
    if (this.#tried.size > MOST_CODES) this.#tried.delete(this.#tried.keys().next().value!);
    return () => void (tries.count -= 1);
  }
}
