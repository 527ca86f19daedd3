/** Customer Account API: the account in one currency, and a page of its transactions, newest first. */
export const STORE_CREDIT = `query StoreCredit($query: String!, $first: Int!, $after: String) {
  customer {
    storeCreditAccounts(first: 1, query: $query) {
      nodes {
        balance { amount currencyCode }
        transactions(first: $first, after: $after, sortKey: CREATED_AT, reverse: true) {
          pageInfo { hasNextPage endCursor }
          nodes {
            __typename createdAt event
            amount { amount }
            origin { ... on OrderTransaction { order { name } } }
            ... on StoreCreditAccountCreditTransaction { id expiresAt remainingAmount { amount } }
            ... on StoreCreditAccountDebitTransaction { id }
            ... on StoreCreditAccountDebitRevertTransaction { id }
            ... on StoreCreditAccountExpirationTransaction { creditTransaction { id } }
          }
        }
      }
    }
  }
}`;
