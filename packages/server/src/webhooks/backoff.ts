/** When an event is tried again. */
const SECOND = 1_000;
const FIRST = 5 * SECOND;
const FACTOR = 4;
const LONGEST = 12 * 3_600 * SECOND;
/** Each wait is up to this much shorter or longer, so that many events that failed together don’t come back together. */
const JITTER = 0.2;
/** The first attempt, seven that follow within eight hours, then every twelve hours: about three days in all. */
export const MOST_ATTEMPTS = 13;

/** Milliseconds to wait after so many attempts; nothing when it is time to give up. */
export function waitAfter(attempts: number, random: () => number = Math.random): number | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  const wait = Math.min(FIRST * FACTOR ** (attempts - 1), LONGEST);
  return Math.round(wait * (1 + JITTER * (2 * random() - 1)));
}
