/** Defines a shop with the demo's adapter and keeps what it answers, so that another page can answer it at no cost. */
type Method = (...args: unknown[]) => unknown;

export function recording(adapter: Record<string, unknown>): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  Object.assign(globalThis, { answers });
  const service = (name: string, methods: object): object =>
    Object.fromEntries(
      Object.entries(methods as Record<string, Method>).map(([method, call]) => [
        method,
        async (...args: unknown[]) => (answers[`${name}.${method}`] = await call(...args)),
      ]),
    );
  return Object.fromEntries(Object.entries(adapter).map(([name, value]) => [name, value instanceof Object ? service(name, value) : value]));
}
