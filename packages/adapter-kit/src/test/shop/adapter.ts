/** A good adapter for the test shop: every method, and nothing but translation. Broken ones are made of it. */
import { AdapterError, defineAdapter, ERROR_CODES, METHODS, type Adapter, type AdapterContext, type ErrorCode, type FaqEntry } from '@aftercart/contract';
import { fetchJson } from '@aftercart/contract/fetch';

const ADDRESS = 'http://shop.test';

type AnyService = Record<string, (input: any, context: AdapterContext) => any>;
/** The adapter with its services open to be changed. */
export type OpenAdapter = { id: string; contract?: number } & Record<'points' | 'referrals' | 'reviews' | 'returns' | 'faq' | 'tracking', AnyService>;

const refusal = (_: Response, body: unknown): AdapterError | undefined => {
  const { code } = (body ?? {}) as { code?: ErrorCode };
  return code && ERROR_CODES.includes(code) ? new AdapterError(code) : undefined;
};

export function shopAdapter({ fetch }: { fetch: typeof globalThis.fetch }): OpenAdapter {
  const ask = async (path: string, input: object, context: AdapterContext): Promise<any> => {
    const token = await context.token();
    return fetchJson(`${ADDRESS}/${path}`, {
      body: input, fetch, refusal,
      headers: {
        'accept-language': context.locale,
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(context.idempotencyKey !== undefined && { 'idempotency-key': context.idempotencyKey }),
      },
    }, context);
  };

  /** Looks again whenever something has changed. */
  const follow = (path: string, parts: (answer: any) => unknown[]) =>
    async function* (input: object, context: AdapterContext) {
      try {
        for (let seen = 0; ; ) {
          seen = (await ask('wait', { after: seen }, context)) as number;
          yield* parts(await ask(path, input, context));
        }
      } catch (error) {
        if (!context.signal.aborted) throw error;
      }
    };

  const services = Object.fromEntries(
    Object.entries(METHODS).map(([service, methods]) => [
      service,
      Object.fromEntries(Object.keys(methods).map((method) => [method, (input: object, context: AdapterContext) => ask(`${service}/${method}`, input, context)])),
    ]),
  ) as unknown as OpenAdapter;

  services.points['subscribe'] = follow('points/account', (account) => [account]);
  services.tracking['subscribe'] = follow('tracking/shipments', (answer) => answer?.items ?? []);
  services.faq['entries'] = async (input: object, context) => {
    const items: FaqEntry[] = [];
    for (let page = 0; ; page++) {
      const answer = await ask('faq/entries', { ...input, page }, context);
      if (!answer?.items) return answer;
      items.push(...answer.items);
      if (!answer.more) return { items };
    }
  };
  return defineAdapter({ ...services, id: 'test-shop' } as unknown as Adapter) as unknown as OpenAdapter;
}
