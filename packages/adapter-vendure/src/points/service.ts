/** Points, as `@aftercart/vendure-plugin` keeps them: its shapes are the contract’s. */
import type { AdapterContext, LedgerPage, PointsAccount, PointsEstimate, PointsProgram, PointsService, Redemption } from '@aftercart/contract';
import { ask, askingOf, noSession, type Asking, type ShopApi } from '../shop-api.ts';

const ACCOUNT = 'state balance pending lifetime spent pendingBatches { points availableAt reason description } asOf';
const REDEMPTION = 'id rewardId title pointsSpent fulfilment usage code expiresAt revocable createdAt';

const QUERIES = {
  account: `query AftercartAccount { answer: aftercartPointsAccount { ${ACCOUNT} } }`,
  program: `query AftercartProgram($known: Boolean!) {
    activeCustomer @include(if: $known) { id }
    answer: aftercartPointsProgram {
      name terminology { one other } decimals earningRules { id kind title points per { amount currency } }
      rewards { id kind title description imageUrl cost { type points } eligibility { status missingPoints } terms } joinUrl signInUrl termsUrl
    }
  }`,
  history: `query AftercartHistory($cursor: String, $limit: Int) {
    answer: aftercartPointsHistory(cursor: $cursor, limit: $limit) {
      items { id delta status kind description createdAt availableAt redemption { ${REDEMPTION} } } nextCursor
    }
  }`,
  estimate: 'query AftercartEstimate($lines: [AftercartEstimateLine!]!) { answer: aftercartPointsEstimate(lines: $lines) { points } }',
  enrol: `mutation AftercartEnrol($key: String!) { answer: aftercartEnrol(idempotencyKey: $key) { ${ACCOUNT} } }`,
  redeem: `mutation AftercartRedeem($rewardId: String!, $points: Int, $key: String!) {
    answer: aftercartRedeem(rewardId: $rewardId, points: $points, idempotencyKey: $key) { ${REDEMPTION} }
  }`,
  revoke: `mutation AftercartRevoke($redemptionId: ID!, $key: String!) { answer: aftercartRevoke(redemptionId: $redemptionId, idempotencyKey: $key) { ${REDEMPTION} } }`,
};

export type VendurePoints = Required<Omit<PointsService, 'subscribe'>>;

export function pointsService(api: ShopApi): VendurePoints {
  const answer = async <T>(query: string, variables: object, asking: Asking): Promise<T> => (await ask<{ answer: T }>(api, query, variables, asking)).answer;
  const write = async <T>(query: string, variables: object, context: AdapterContext): Promise<T> =>
    answer<T>(query, { ...variables, key: context.idempotencyKey ?? '' }, await askingOf(context));
  /** No batch expires. */
  const account = (given: Omit<PointsAccount, 'expiringBatches'>): PointsAccount => ({ ...given, expiringBatches: [] });
  return {
    async account(_, context) {
      const asking = await askingOf(context);
      const given = await answer<PointsAccount>(QUERIES.account, {}, asking);
      if (asking.token && given.state === 'guest') throw noSession();
      return account(given);
    },
    async program(_, context) {
      const asking = await askingOf(context);
      const known = asking.token !== null;
      const { activeCustomer, answer: program } = await ask<{ activeCustomer?: object | null; answer: Omit<PointsProgram, 'tiers'> | null }>(api, QUERIES.program, { known }, asking);
      if (known && !activeCustomer) throw noSession();
      return program && { ...program, tiers: [] };
    },
    history: async ({ cursor, limit }, context) => answer<LedgerPage>(QUERIES.history, { cursor, limit }, await askingOf(context)),
    estimate: async ({ lines }, context) => answer<PointsEstimate | null>(QUERIES.estimate, { lines }, await askingOf(context)),
    enrol: async (_, context) => account(await write<PointsAccount>(QUERIES.enrol, {}, context)),
    redeem: ({ rewardId, points }, context) => write<Redemption>(QUERIES.redeem, { rewardId, points }, context),
    revoke: ({ redemptionId }, context) => write<Redemption>(QUERIES.revoke, { redemptionId }, context),
  };
}
