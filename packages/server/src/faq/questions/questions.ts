/**
 * What is asked, counted in memory so that no search waits for it. A query counts once its client stops: when it goes on to something that is
 * no continuation of it, or types nothing for a few seconds. A vote that something did not help counts against the last query of the same
 * client. With several processes that takes a vote that reaches the one that answered the search; another leaves it out. A process that is
 * killed loses the last few seconds.
 */
import type { Runtime } from '../../context.ts';
import { normaliseQuery } from './normalise.ts';

interface Question {
  locale: string;
  query: string;
  /** Whether anything was found. */
  found: boolean;
}

interface Tally {
  locale: string;
  query: string;
  asked: number;
  nothing: number;
  unhelpful: number;
}

interface Asked extends Question {
  at: number;
  isCounted: boolean;
  isUnhelpful: boolean;
}

/** Milliseconds without typing after which a query is finished. */
const PAUSE = 5_000;
/** Milliseconds in which a vote belongs to a query. */
const REMEMBERED = 10 * 60_000;
/** Of each at a time; beyond that the oldest client is finished, and no new query is counted until the next writing. */
const MOST_CLIENTS = 5_000;
const MOST_TALLIES = 5_000;

export interface Questions {
  ask(client: string, question: Question, now: Date): void;
  unhelpful(client: string, now: Date): void;
  /** Finishes what is finished, and hands over what was counted. */
  take(now: Date): Tally[];
  /** What could not be written counts next time. */
  giveBack(tallies: readonly Tally[]): void;
}

export function createQuestions(): Questions {
  const clients = new Map<string, Asked>();
  let tallies = new Map<string, Tally>();

  const add = ({ locale, query, asked, nothing, unhelpful }: Tally): void => {
    const key = `${locale}\n${query}`;
    const known = tallies.get(key);
    if (known) {
      known.asked += asked;
      known.nothing += nothing;
      known.unhelpful += unhelpful;
    } else if (tallies.size < MOST_TALLIES) tallies.set(key, { locale, query, asked, nothing, unhelpful });
  };
  const count = (asked: Asked): void => {
    if (asked.isCounted) return;
    asked.isCounted = true;
    const query = normaliseQuery(asked.query);
    if (query !== null) add({ locale: asked.locale, query, asked: 1, nothing: asked.found ? 0 : 1, unhelpful: 0 });
  };

  return {
    ask(client, question, now) {
      const before = clients.get(client);
      if (before && !(now.getTime() - before.at < PAUSE && isContinued(before, question))) count(before);
      // The map keeps its order: whoever asked last is last.
      clients.delete(client);
      clients.set(client, { ...question, at: now.getTime(), isCounted: false, isUnhelpful: false });
      if (clients.size > MOST_CLIENTS) {
        const [oldest, asked] = clients.entries().next().value!;
        count(asked);
        clients.delete(oldest);
      }
    },
    unhelpful(client, now) {
      const asked = clients.get(client);
      if (!asked || asked.isUnhelpful || now.getTime() - asked.at > REMEMBERED) return;
      count(asked);
      asked.isUnhelpful = true;
      const query = normaliseQuery(asked.query);
      if (query !== null) add({ locale: asked.locale, query, asked: 0, nothing: 0, unhelpful: 1 });
    },
    take(now) {
      for (const [client, asked] of clients) {
        const age = now.getTime() - asked.at;
        if (age >= PAUSE) count(asked);
        if (age > REMEMBERED) clients.delete(client);
      }
      const taken = [...tallies.values()];
      tallies = new Map();
      return taken;
    },
    giveBack: (given) => given.forEach(add),
  };
}

/** Typing on, or taking letters back. */
function isContinued(before: Question, after: Question): boolean {
  const [a, b] = [before.query.trimStart().toLowerCase(), after.query.trim().toLowerCase()];
  return before.locale === after.locale && (b.startsWith(a.trimEnd()) || a.startsWith(b));
}

const kept = new WeakMap<Runtime, Questions>();

/** Those of a process. */
export function questionsOf(runtime: Runtime): Questions {
  let questions = kept.get(runtime);
  if (!questions) kept.set(runtime, (questions = createQuestions()));
  return questions;
}
