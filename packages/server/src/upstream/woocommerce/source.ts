/** WooCommerce: https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders. Orders that were modified since the last turn. */
import { z } from 'zod';
import { unreadable, type Answer, type Errand, type UpstreamSource } from '../errand.ts';
import { importedOrder, isOrder, WooOrder, WooRefund } from './order.ts';
import { take, type Taken } from './take.ts';
import { beginWalk, endWalk, firstState, followsOn, State, stepBack, stepOn } from './walk.ts';

const PER_PAGE = 50;

export interface WoocommerceAccess {
  /** Of the shop, without a slash at its end. */
  url: string;
  key: string;
  secret: string;
  /** Orders placed before it are history; the first turn when left out. */
  since?: string | undefined;
}

export const woocommerceSource = ({ url: shop, key, secret, since }: WoocommerceAccess): UpstreamSource => {
  const headers = { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` };

  const askList = async (errand: Errand, path: string, query: Readonly<Record<string, string>>): Promise<{ items: unknown[]; answer: Answer }> => {
    const url = new URL(`${shop}/wp-json/wc/v3/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await errand.ask(url, headers);
    if (!Array.isArray(answer.body)) throw unreadable('WooCommerce answered no list.');
    return { items: answer.body as unknown[], answer };
  };

  /** Undefined when the budget ends before its refunds are known. */
  async function takeOne(errand: Errand, found: unknown, sinceThen: string): Promise<Taken | undefined> {
    const read = WooOrder.safeParse(found);
    if (!read.success) return { leftOut: read.error.issues[0]!.path.join('.') };
    const order = read.data;
    if (!isOrder(order)) return 'skipped';
    if (order.refunds.length > 0 && errand.left() === 0) return undefined;
    const refunds = order.refunds.length > 0 ? (await askList(errand, `orders/${order.id}/refunds`, { per_page: '100' })).items : [];
    const readRefunds = z.array(WooRefund).safeParse(refunds);
    if (!readRefunds.success) return { leftOut: `refunds.${readRefunds.error.issues[0]!.path.join('.')}` };
    return take(errand.runtime, importedOrder(order, readRefunds.data), order.date_created_gmt < sinceThen);
  }

  return {
    name: 'woocommerce',
    async pull(errand) {
      const { runtime } = errand;
      const counts = { imported: 0, leftOut: 0, field: undefined as string | undefined };
      let state = stateOf(errand.state, since, runtime.clock());
      // The beginning counts also when this turn fails.
      await errand.keep(state);
      try {
        while (errand.left() > 0) {
          const query = {
            modified_after: state.after.slice(0, 19), dates_are_gmt: 'true', orderby: 'id', order: 'asc', per_page: String(PER_PAGE), offset: String(state.walk?.offset ?? 0),
          };
          const { items, answer } = await askList(errand, 'orders', query);
          const walk = state.walk ?? beginWalk(dateOf(answer) ?? runtime.clock());
          const ids = items.map((item) => (item as { id?: unknown } | null)?.id);
          if (!ids.every((id) => typeof id === 'number')) throw unreadable('WooCommerce answered an order without an id.');
          if (!followsOn(walk, ids)) {
            await errand.keep((state = { ...state, walk: stepBack(walk, PER_PAGE) }));
            continue;
          }
          for (const [index, item] of items.entries()) {
            const id = ids[index]!;
            if (id <= walk.last) continue;
            const taken = await takeOne(errand, item, state.since);
            if (taken === undefined) return await errand.keep({ ...state, walk });
            if (taken === 'imported') counts.imported += 1;
            if (typeof taken === 'object') {
              counts.leftOut += 1;
              counts.field ??= taken.leftOut;
            }
            walk.last = id;
          }
          if (items.length < PER_PAGE) return await errand.keep(endWalk(state, walk));
          await errand.keep((state = { ...state, walk: stepOn(walk, PER_PAGE) }));
        }
      } finally {
        tell(errand, counts);
      }
    },
  };
};

/** How far the source has come; from the beginning when the merchant has set another one. */
function stateOf(kept: unknown, since: string | undefined, now: Date): State {
  const fresh = firstState(since === undefined ? now : new Date(since));
  const known = State.safeParse(kept).data;
  return known && (since === undefined || known.since === fresh.since) ? known : fresh;
}

/** The time by the shop’s own clock, which its orders have. */
function dateOf({ headers }: Answer): Date | undefined {
  const date = new Date(headers.get('date') ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Counts and names of fields: no order, no shopper. */
function tell({ runtime: { log } }: Errand, { imported, leftOut, field }: { imported: number; leftOut: number; field: string | undefined }): void {
  if (imported > 0) log.info({ source: 'woocommerce', imported }, 'orders were taken in');
  if (leftOut > 0) log.warn({ source: 'woocommerce', leftOut, field }, 'orders could not be taken in and were left out; the first failed at this field');
}
