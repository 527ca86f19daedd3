/** Adapters that lose sight of who asks. */
import { built, everyMethod, method, type BrokenAdapter } from './breaking.ts';
import { tokenOf } from '../shop/state.ts';

const GUEST_ACCOUNT = { state: 'member', balance: 100, pending: 0, lifetime: 0, spent: 0, pendingBatches: [], expiringBatches: [], asOf: '2026-11-22T09:00:00Z' };

export const identity: readonly BrokenAdapter[] = [
  built('keeps the first token', 'each token sees its own shopper, in any order', (adapter) => keepsToken(adapter)),
  built('keeps the first token', 'the token is asked for in every call', (adapter) => keepsToken(adapter)),
  built('keeps the token of the latest call', 'calls at the same time don’t mix their shoppers', ({ points }) => {
    const good = points['account']!;
    let token: string | null = null;
    points['account'] = async (input, context) => {
      token = await context.token();
      await Promise.resolve();
      return good(input, { ...context, token: async () => token });
    };
  }),
  everyMethod('believes who the input says it is', 'a shopper named in the input changes nothing', (good) => (input, context) =>
    good(input, input.customerId ? { ...context, token: async () => tokenOf(input.customerId) } : context)),
  method('finds orders by their number alone', 'tracking.shipments', 'nobody sees an order of somebody else', (good) => async (input, context) =>
    (await good(input, context)) ?? good(input, { ...context, token: async () => tokenOf('ben') })),
  method('gives back as the shop', 'points.revoke', 'nobody gives back what somebody else redeemed', (good) => (input, context) => good(input, { ...context, token: async () => tokenOf('ann') })),
  method('edits as the shop', 'reviews.edit', 'nobody changes what somebody else wrote', (good) => (input, context) => good(input, { ...context, token: async () => tokenOf('ann') })),
  method('lends guests an account', 'points.account', 'a guest has no account and sees nothing personal', (good) => async (input, context) => ((await context.token()) === null ? GUEST_ACCOUNT : good(input, context))),
  method('redeems for guests as somebody', 'points.redeem', 'a guest changes nothing that is a shopper’s', (good) => (input, context) => good(input, { ...context, token: async () => (await context.token()) ?? tokenOf('ann') })),
  everyMethod('takes who has no token just now for a guest', 'a token that can’t be had is a failure, not a guest', (good) => (input, context) => good(input, { ...context, token: () => context.token().catch(() => null) })),
];

function keepsToken({ points }: Parameters<Parameters<typeof built>[2]>[0]): void {
  const good = points['account']!;
  let kept: Promise<string | null> | undefined;
  points['account'] = (input, context) => good(input, { ...context, token: () => (kept ??= context.token()) });
}
