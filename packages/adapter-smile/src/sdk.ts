/**
 * Smile.js, as far as it is used, after its documentation: https://dev.smile.io/js/introduction. Its HTTP API for pages is documented nowhere else, and Smile wants the
 * SDK to be loaded from its own address.
 */
export interface Smile {
  initialize(options: { publishableKey: string; customerToken?: string }): Promise<void>;
  customer: {
    /** Who the token was for, as it was when the SDK was initialised. */
    current(): SmileCustomer | null;
    logout(): void;
  };
  customerPointsWallet: { get(): Promise<{ balance: number }> };
  customerVipStatus: { get(): Promise<SmileVipStatus | null> };
  pointsProducts: {
    get(): Promise<SmilePointsProduct[]>;
    purchase(id: number, options?: { pointsToSpend: number }): Promise<SmilePointsPurchase>;
  };
  pointsSettings: { get(): Promise<SmilePointsSettings | null> };
  referralSettings: { get(): Promise<SmileReferralSettings | null> };
  rewardFulfillments: { get(): Promise<SmileRewardFulfillment[]> };
  vipTiers: { get(): Promise<SmileVipTier[]> };
}

export interface SmileCustomer {
  id: number;
  /** `candidate`, `member` or `disabled`. */
  state: string;
  referralUrl: string | null;
}

export interface SmileVipStatus {
  progressValue: number;
  vipTier: { id: number; name: string } | null;
  nextVipTier: { id: number; name: string } | null;
  vipTierExpiresAt: string | null;
  deltaToNextVipTier: number | null;
  /** Null when the tier is kept already. */
  deltaToRetainVipTier: number | null;
}

export interface SmilePointsProduct {
  id: number;
  exchangeType: string;
  pointsPrice: number | null;
  variablePointsStep: number | null;
  variablePointsStepRewardValue: number | null;
  variablePointsMin: number | null;
  variablePointsMax: number | null;
  reward: SmileReward;
}

export interface SmileReward {
  name: string;
  description: string | null;
  imageUrl: string | null;
}

export interface SmilePointsPurchase {
  pointsProductId: number;
  pointsSpent: number;
  rewardFulfillment: SmileRewardFulfillment;
}

export interface SmileRewardFulfillment {
  id: number;
  name: string;
  code: string | null;
  /** `pending`, `issued`, `cancelled` or `failed`. */
  fulfillmentStatus: string;
  usedAt: string | null;
  expiresAt: string | null;
  createdAt: string;
}

export interface SmilePointsSettings {
  pointsLabel: { one: string; other: string };
}

export interface SmileReferralSettings {
  senderReward: SmileReward | null;
  receiverReward: SmileReward | null;
}

export interface SmileVipTier {
  id: number;
  name: string;
  milestone: number;
}
