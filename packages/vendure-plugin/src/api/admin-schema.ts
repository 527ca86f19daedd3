import { parse } from 'graphql';

/** What the Admin API has besides, for administrators with the permission `ManageAftercart`. */
export const ADMIN_SCHEMA = parse(/* GraphQL */ `
  type AftercartAdminReview {
    id: ID!
    customerId: ID!
    orderLineId: ID!
    productId: ID!
    rating: Int!
    title: String
    body: String
    displayName: String
    "pending, published, rejected or withdrawn."
    status: String!
    reason: String
    incentivised: Boolean!
    submittedAt: DateTime!
  }
  type AftercartAdminReviewList { items: [AftercartAdminReview!]!, totalItems: Int! }
  type AftercartAdminMember { customerId: ID!, balance: Int!, pending: Int!, lifetime: Int!, spent: Int! }

  extend type Query {
    "The oldest first; at most 100."
    aftercartReviews(status: String, skip: Int, take: Int): AftercartAdminReviewList!
    "Null for who is no member."
    aftercartMember(customerId: ID!): AftercartAdminMember
    "How many codes of a pool are left."
    aftercartFreeCodes(pool: String!): Int!
  }
  extend type Mutation {
    publishAftercartReview(id: ID!): AftercartAdminReview!
    "The customer reads the reason."
    rejectAftercartReview(id: ID!, reason: String): AftercartAdminReview!
    "Gives or takes points. The same source again does nothing."
    adjustAftercartPoints(customerId: ID!, points: Int!, source: String!, description: String): AftercartAdminMember!
    "Answers how many of them are new."
    addAftercartCodes(pool: String!, codes: [String!]!): Int!
  }
`);
