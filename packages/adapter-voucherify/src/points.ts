/** A loyalty card as an account. */
import { AdapterError, type AdapterContext, type PointsAccount, type PointsProgram, type PointsService } from '@aftercart/contract';
import { ask, inLanguage, sourceId, type Api, type Localised } from './api.ts';
import { publish } from './publish.ts';

export interface LoyaltyOptions {
  /** Name of the loyalty campaign. */
  campaign: string;
  /** What the program offers: the client-side API does not tell. */
  program: Localised<PointsProgram>;
}

/** What a customer has; as far as it is read. https://docs.voucherify.io/api-reference/client-side/check-eligibility-client-side */
export interface Wallet {
  redeemables: {
    data: {
      object: string;
      campaign_name?: string;
      result: { loyalty_card?: { points?: number; balance?: number } };
    }[];
    has_more: boolean;
    more_starting_after?: string;
  };
}

export function points(api: Api, { campaign, program }: LoyaltyOptions): PointsService {
  async function accountOf(source_id: string, context: AdapterContext): Promise<PointsAccount> {
    for (let starting_after: string | undefined; ; ) {
      const { redeemables } = await ask<Wallet>(api, 'qualifications', {
        customer: { source_id },
        scenario: 'CUSTOMER_WALLET',
        options: { limit: 50, filters: { voucher_type: { conditions: { $is: ['LOYALTY_CARD'] } } }, expand: ['redeemable'], ...(starting_after && { starting_after }) },
      }, context);
      if (!Array.isArray(redeemables?.data)) throw new AdapterError('INVALID_RESPONSE', 'Voucherify answered no list of redeemables.');
      const card = redeemables.data.find((each) => each.campaign_name === campaign && each.result?.loyalty_card)?.result.loyalty_card;
      if (card) return account('member', card.balance ?? 0, card.points ?? 0);
      if (!redeemables.has_more || !redeemables.more_starting_after || redeemables.more_starting_after === starting_after) return account('candidate', 0, 0);
      starting_after = redeemables.more_starting_after;
    }
  }

  return {
    async account(_, context) {
      const id = await context.token();
      if (context.signal.aborted) throw new AdapterError('ABORTED');
      return id ? accountOf(id, context) : account('guest', 0, 0);
    },

    program: async (_, context) => inLanguage(program, context),

    async enrol(_, context) {
      const id = await sourceId(context);
      await publish(api, campaign, id, context);
      return accountOf(id, context);
    },
  };
}

/** @param lifetime Of the card, `points` are all that ever came in, `balance` those that are left. */
const account = (state: PointsAccount['state'], balance: number, lifetime: number): PointsAccount => ({
  state, balance, pending: 0, lifetime: Math.max(0, lifetime), spent: Math.max(0, lifetime - balance), pendingBatches: [], expiringBatches: [], asOf: new Date().toISOString(),
});
