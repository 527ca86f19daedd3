/** For adapters that are composed: one that goes by a token of its own. */
import { METHODS, type Adapter, type AdapterContext, type ServiceName } from './adapter.ts';

type AnyMethod = (input: unknown, context: AdapterContext) => unknown;

/**
 * The same adapter, which gets another token than the shop’s: where the shopper signs in to two backends, each has its own.
 *
 * @param getToken Asked in every call of somebody who is signed in, so it keeps a token for as long as that is good. It gets the shop’s token, by which it
 *   knows when that has been renewed or is somebody else’s. Where the shop has no token, nobody is signed in, and it is not asked.
 */
export function withToken<A extends Adapter>(adapter: A, getToken: (shopToken: string) => Promise<string | null>): A {
  const changed: Adapter = { ...adapter };
  for (const service of Object.keys(METHODS) as ServiceName[]) {
    const given = adapter[service] as unknown as Record<string, AnyMethod> | undefined;
    if (!given) continue;
    const methods: Record<string, AnyMethod> = {};
    for (const name of Object.keys(METHODS[service])) {
      if (!given[name]) continue;
      methods[name] = (input, context) => {
        const token = async () => {
          const shopToken = await context.token();
          return shopToken === null ? null : getToken(shopToken);
        };
        return given[name]!(input, { ...context, token });
      };
    }
    Object.assign(changed, { [service]: methods });
  }
  return changed as A;
}
