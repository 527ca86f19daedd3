/** The account, whenever it changed. */
import type { PointsAccount } from '@aftercart/contract';
import type { ShopperContext } from '../context.ts';
import type { LiveEvent } from '../http/event-stream.ts';
import { eventIdsOf } from '../live/event-id.ts';
import { follow } from '../live/follow.ts';
import { pointsTopic } from '../live/topics.ts';
import { readCurrent, viewAccount } from './account-view.ts';

interface AccountEvent extends LiveEvent {
  data: PointsAccount;
}

/**
 * The account as it is, then after each change. An event’s id is the number of the change and whose account it is, so a stream that goes
 * on after the event `last` repeats nothing: it is silent until the account differs from what was sent.
 */
export async function* subscribe(context: ShopperContext, { last, signal }: { last: string | undefined; signal: AbortSignal }): AsyncGenerator<AccountEvent> {
  const { runtime, shopper } = context;
  const topic = pointsTopic(shopper.id);
  const idOf = eventIdsOf(context, topic);
  let sent = last;
  for await (const _ of follow(runtime.hub, topic, signal)) {
    const current = { ...context, now: runtime.clock() };
    const row = await readCurrent(current, shopper.id);
    const id = idOf(row.change);
    if (id === sent) continue;
    sent = id;
    yield { id, data: await viewAccount(current, row) };
  }
}
