/** What every method of the demo shares: the clock, the store, the words, and the way that a call begins. */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { aborted, wait } from './fail.ts';
import { hash } from './hash.ts';
import { DEFAULT_LINKS, SCENARIOS, type Links, type MemoryOptions, type Scenario } from './options.ts';
import type { State } from './state.ts';
import { memoryStore, type Store } from './store.ts';
import { MINUTE } from './time.ts';
import { loadWords, type Words } from './words.ts';

/** Who may call: anyone, someone who is signed in, a member. */
type Access = 'anyone' | 'shopper' | 'member';

export interface Environment {
  scenario: Scenario;
  links: Links;
  liveInterval: number;
  now(): number;
  /** When the demo began; what it tells of is counted from here. */
  base: number;
  /** Whether the shopper is Maria, who has orders and friends. */
  isMaria: boolean;
  /** Whether the shop has anything at all. */
  isEmpty: boolean;
  /** The way into every call: latency, scenario, access. Gives the words of the shopper’s language. */
  enter(context: AdapterContext, access?: Access): Promise<Words>;
  read<T>(context: AdapterContext, access: Access, answer: (state: State, words: Words) => T): Promise<T>;
  /** A write: durable before it answers, and once for each idempotency key. */
  write<T>(context: AdapterContext, access: Access, method: string, input: unknown, change: (state: State, words: Words) => T): Promise<T>;
}

const ANSWERS_KEPT = 200;

/** @param kept Where the state lives, when somebody else looks at it too. */
export function createEnvironment(options: MemoryOptions, kept?: Store): Environment {
  const { scenario = 'member', now = Date.now, persist } = options;
  if (!SCENARIOS.includes(scenario)) throw new TypeError(`The memory adapter has no scenario “${scenario}”. It has ${SCENARIOS.join(', ')}.`);
  const latency = Number(options.latency ?? (scenario === 'slow' ? 3_000 : 60));
  const base = Math.floor(now() / MINUTE) * MINUTE;

  let store: Promise<Store> | undefined = kept && Promise.resolve(kept);
  const getStore = () =>
    (store ??= persist
      ? import('./store-indexeddb.ts').then(({ indexedDbStore }) => indexedDbStore(persist, scenario)).catch(() => memoryStore())
      : Promise.resolve(memoryStore()));

  const admit = (access: Access, enrolled: boolean) => {
    if (access === 'anyone') return;
    if (scenario === 'guest') throw new AdapterError('UNAUTHENTICATED', 'Nobody is signed in.');
    if (access !== 'member') return;
    if (scenario === 'blocked') throw new AdapterError('CUSTOMER_BLOCKED', 'This shopper is blocked.');
    if (scenario === 'empty' || (scenario === 'candidate' && !enrolled)) throw new AdapterError('CUSTOMER_NOT_ENROLLED', 'This shopper is no member.');
  };

  const enter: Environment['enter'] = async ({ signal, locale }, access = 'anyone') => {
    const words = loadWords(locale);
    // They are asked for early, and may not be wanted in the end.
    words.catch(() => {});
    await wait(latency, signal);
    if (scenario === 'failing') throw new AdapterError('UNAVAILABLE', 'The demo backend answers 503: its scenario is “failing”.');
    if (scenario === 'offline') throw new AdapterError('OFFLINE', 'The demo acts as if the device were offline.');
    // Whether a candidate has joined is known with the state only; the rest is refused before anything is loaded.
    admit(access, true);
    return words;
  };

  return {
    scenario,
    liveInterval: Number(options.liveInterval ?? 8_000),
    now,
    base,
    links: { ...DEFAULT_LINKS, ...options.links },
    isMaria: !/^(guest|candidate|new-member|empty)$/.test(scenario),
    isEmpty: scenario === 'empty',
    enter,

    async read(context, access, answer) {
      const words = await enter(context, access);
      const state = await (await getStore()).read();
      if (context.signal.aborted) throw aborted();
      admit(access, state.enrolled);
      return answer(state, words);
    },

    async write<T>(context: AdapterContext, access: Access, method: string, input: unknown, change: (state: State, words: Words) => T) {
      const words = await enter(context, access);
      const intent = hash(`${method} ${JSON.stringify(input)}`);
      const { idempotencyKey: key, signal } = context;
      return (await getStore()).update((state) => {
        if (signal.aborted) throw aborted();
        admit(access, state.enrolled);
        const known = key && state.answers.find((answer) => answer.key === key);
        if (known) {
          if (known.intent !== intent) throw new AdapterError('CONFLICT', 'This idempotency key was used for another act.');
          return known.answer as T;
        }
        const answer = change(state, words);
        if (key) state.answers = [...state.answers.slice(1 - ANSWERS_KEPT), { key, intent, answer }];
        return answer;
      });
    },
  };
}
