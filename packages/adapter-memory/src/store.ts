/** Where the state lives. */
import { freshState, type State } from './state.ts';

export interface Store {
  /** A copy of the state. */
  read(): Promise<State>;
  /**
   * Changes the state in one go: `change` runs while nobody else can, and what it throws leaves everything as it was. The
   * answer comes when the change is safe.
   */
  update<T>(change: (state: State) => T): Promise<T>;
}

/** A store that ends with the page. */
export function memoryStore(state = freshState()): Store {
  return {
    read: async () => structuredClone(state),
    update: async (change) => {
      const draft = structuredClone(state);
      const answer = change(draft);
      state = draft;
      return structuredClone(answer);
    },
  };
}
