/** Methods that somebody still has to write, so that the kit can tell of them in words and check the rest. */
import { capabilities, METHODS, type Adapter, type Capability, type ServiceName } from '@aftercart/contract';

export interface Unfinished {
  /** The adapter without what is unfinished. */
  adapter: Adapter;
  /** What is still to do, by method. */
  todos: Partial<Record<Capability, string>>;
  /** For the set-up: checks of these methods are skipped with this as the reason. */
  skip: Record<string, string>;
}

type Service = Readonly<Record<string, { todo?: unknown } | undefined>>;

/**
 * Takes apart what works and what is to do. A method is to do when it has a property `todo` that says what; a service whose necessary methods are not all written is left out
 * with all that it has.
 */
export function unfinished(adapter: Adapter): Unfinished {
  const todos: Unfinished['todos'] = {};
  const finished: Adapter & Record<string, unknown> = { ...adapter };
  for (const service of Object.keys(METHODS) as ServiceName[]) {
    const methods = adapter[service] as unknown as Service | undefined;
    if (!methods) continue;
    const own = capabilities({ id: adapter.id, [service]: methods });
    const open = new Map<string, string>();
    for (const capability of own) {
      const name = capability.split('.')[1]!;
      const what = methods[name]?.todo;
      if (typeof what !== 'string') continue;
      open.set(name, what);
      todos[capability] = what;
    }
    if (!open.size) continue;
    const rest = Object.fromEntries(Object.entries(methods).filter(([name]) => !open.has(name)));
    const missing = Object.entries(METHODS[service]).find(([name, isNeeded]) => isNeeded && open.has(name))?.[0]
      ?? (service === 'faq' && !rest['entries'] && !rest['search'] ? 'entries' : undefined);
    if (missing === undefined) finished[service] = rest as never;
    else {
      delete finished[service];
      for (const capability of own) todos[capability] ??= `Written; it is checked when ${service}.${missing} is.`;
    }
  }
  return { adapter: finished, todos, skip: Object.fromEntries(Object.keys(todos).map((capability) => [capability, `${capability} is still to do.`])) };
}
