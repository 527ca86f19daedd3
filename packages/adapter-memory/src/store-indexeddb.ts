/// <reference lib="dom" />
/** A store that outlives the page and is shared by its tabs. Where IndexedDB does not work, it ends with the page instead. */
import { freshState, type State } from './state.ts';
import { memoryStore, type Store } from './store.ts';

const STORE = 'states';
/** Some browsers never answer `open`; a demo does not wait for them. */
const OPEN_TIMEOUT = 2_000;

const open = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer.')), OPEN_TIMEOUT);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onblocked = () => reject(new Error('IndexedDB is blocked.'));
    request.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(request.error!);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // A page that deletes the database must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });

/** What came back, if it is a state of this version. */
const known = (value: unknown): State | undefined =>
  (value as State | undefined)?.version === 1 ? { ...freshState(), ...(value as State) } : undefined;

/** What went wrong with the database, as opposed to what `change` threw. */
class Broken extends Error {}

export function indexedDbStore(name: string, key: string): Store {
  let last = freshState();
  let fallback: Store | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  const run = async <T>(mode: IDBTransactionMode, change: (state: State) => T): Promise<T> => {
    let db: IDBDatabase;
    try {
      db = await (opening ??= open(name));
    } catch (cause) {
      throw new Broken('No database.', { cause });
    }
    return new Promise<T>((resolve, reject) => {
      try {
        // Strict: the answer to a write means that it is on the disk.
        const transaction = db.transaction(STORE, mode, { durability: 'strict' });
        const states = transaction.objectStore(STORE);
        const request = states.get(key);
        let answer: T;
        let state: State;
        let refusal: { reason: unknown } | undefined;
        request.onsuccess = () => {
          try {
            state = known(request.result) ?? freshState();
            answer = change(state);
          } catch (reason) {
            refusal = { reason };
            return transaction.abort();
          }
          if (mode === 'readwrite') {
            try {
              states.put(state, key);
            } catch {
              transaction.abort();
            }
          }
        };
        transaction.onerror = (event) => {
          // Firefox reports what is not prevented as an uncaught error of the page; prevented, it has to be ended by hand.
          event.preventDefault();
          try {
            transaction.abort();
          } catch {
            // It is ending already.
          }
        };
        transaction.onabort = () => reject(refusal ? refusal.reason : new Broken('The transaction failed.', { cause: transaction.error }));
        transaction.oncomplete = () => {
          last = state;
          resolve(answer);
        };
      } catch (cause) {
        reject(new Broken('No transaction.', { cause }));
      }
    });
  };

  const either = async <T>(database: () => Promise<T>, memory: (store: Store) => Promise<T>): Promise<T> => {
    if (!fallback) {
      try {
        return await database();
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        fallback ??= memoryStore(structuredClone(last));
      }
    }
    return memory(fallback);
  };

  return {
    read: () => either(() => run('readonly', (state) => state), (store) => store.read()),
    update: <T>(change: (state: State) => T) => either(() => run('readwrite', change), (store) => store.update(change)),
  };
}
