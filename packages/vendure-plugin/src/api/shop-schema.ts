import { parse } from 'graphql';

/**
 * What the Shop API has besides: the shapes of `@aftercart/contract`, for the customer who asks. Refusals are GraphQL errors whose `extensions.code` is
 * a code of the contract.
 */
export const SHOP_SCHEMA = parse(/* GraphQL */ `
  type AftercartMoney { amount: Int!, currency: String! }
  type AftercartPluralForms { one: String, other: String! }
  type AftercartPendingBatch { points: Int!, availableAt: String, reason: String!, description: String }
  type AftercartPointsAccount {
    "guest, candidate or member."
    state: String!
    balance: Int!
    pending: Int!
    lifetime: Int!
    spent: Int!
    pendingBatches: [AftercartPendingBatch!]!
    asOf: String!
  }
  type AftercartEarningRule { id: String!, kind: String!, title: String!, points: Int, per: AftercartMoney }
  type AftercartRewardCost { type: String!, points: Int! }
  type AftercartRewardEligibility { status: String!, missingPoints: Int }
  type AftercartReward {
    id: String!
    kind: String!
    title: String!
    description: String
    imageUrl: String
    cost: AftercartRewardCost!
    eligibility: AftercartRewardEligibility!
    terms: String
  }
  type AftercartPointsProgram {
    name: String
    terminology: AftercartPluralForms
    decimals: Int!
    earningRules: [AftercartEarningRule!]!
    rewards: [AftercartReward!]!
    joinUrl: String
    signInUrl: String
    termsUrl: String
  }
  type AftercartRedemption {
    id: ID!
    rewardId: String!
    title: String
    pointsSpent: Int!
    fulfilment: String!
    usage: String!
    code: String
    expiresAt: String
    revocable: Boolean!
    createdAt: String!
  }
  type AftercartLedgerEntry {
    id: String!
    delta: Int!
    status: String!
    kind: String!
    description: String
    createdAt: String!
    availableAt: String
    redemption: AftercartRedemption
  }
  type AftercartLedgerPage { items: [AftercartLedgerEntry!]!, nextCursor: String }
  type AftercartPointsEstimate { points: Int! }
  input AftercartMoneyInput { amount: Int!, currency: String! }
  input AftercartEstimateLine { productId: String, variantId: String, quantity: Int!, price: AftercartMoneyInput }

  type AftercartIncentive { kind: String!, title: String!, points: Int, disclosure: String! }
  type AftercartAspectRating { id: String!, rating: Int! }
  type AftercartReview {
    id: ID!
    requestId: ID!
    rating: Int!
    title: String
    body: String
    displayName: String
    aspects: [AftercartAspectRating!]!
    "pending, published, rejected or withdrawn."
    status: String!
    reason: String
    verified: Boolean!
    incentivised: Boolean!
    createdAt: String!
  }
  type AftercartReviewedProduct { id: ID!, name: String!, variant: String, image: Asset }
  type AftercartReviewRequest {
    id: ID!
    orderNumber: String!
    orderLineId: ID!
    deliveredAt: String!
    product: AftercartReviewedProduct!
    incentive: AftercartIncentive
    review: AftercartReview
  }
  input AftercartAspectRatingInput { id: String!, rating: Int! }
  input AftercartReviewInput {
    rating: Int!
    title: String
    body: String
    displayName: String
    aspects: [AftercartAspectRatingInput!]
  }
  "A review as everybody may read it."
  type AftercartPublishedReview {
    id: ID!
    rating: Int!
    title: String
    body: String
    displayName: String
    aspects: [AftercartAspectRating!]!
    "What was given for it; to be shown with it."
    disclosure: String
    incentivised: Boolean!
    createdAt: String!
  }

  extend type Query {
    aftercartPointsAccount: AftercartPointsAccount!
    aftercartPointsProgram: AftercartPointsProgram
    aftercartPointsHistory(cursor: String, limit: Int): AftercartLedgerPage!
    aftercartPointsEstimate(lines: [AftercartEstimateLine!]!): AftercartPointsEstimate
    aftercartReviewRequests: [AftercartReviewRequest!]!
    "Published reviews of a product, the newest first; at most 100."
    aftercartProductReviews(productId: ID!, skip: Int, take: Int): [AftercartPublishedReview!]!
    "An order for who knows its e-mail or its postcode; null when something of it is wrong."
    aftercartOrder(code: String!, email: String, postcode: String): Order
  }
  extend type Mutation {
    aftercartEnrol(idempotencyKey: String!): AftercartPointsAccount!
    aftercartRedeem(rewardId: String!, points: Int, idempotencyKey: String!): AftercartRedemption!
    aftercartRevoke(redemptionId: ID!, idempotencyKey: String!): AftercartRedemption!
    aftercartSubmitReview(requestId: ID!, review: AftercartReviewInput!, incentivised: Boolean!, idempotencyKey: String!): AftercartReview!
    aftercartEditReview(reviewId: ID!, review: AftercartReviewInput!, idempotencyKey: String!): AftercartReview!
    aftercartWithdrawReview(reviewId: ID!, idempotencyKey: String!): AftercartReview!
  }
`);
