/** Customer Account API. The numbers keep each query below the 1,000 points that one may cost (https://shopify.dev/docs/api/usage/limits). */
const PARCELS = `fragment Parcels on FulfillmentConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    id status latestShipmentStatus updatedAt estimatedDeliveryAt requiresShipping
    trackingInformation { company number url }
    events(first: 20, sortKey: HAPPENED_AT, reverse: true) {
      pageInfo { hasNextPage endCursor }
      nodes { id status happenedAt }
    }
    fulfillmentLineItems(first: 10) {
      pageInfo { hasNextPage endCursor }
      nodes { quantity lineItem { name image { url } } }
    }
  }
}`;

/** The shopper’s orders, newest first, each with its first parcels. */
export const ORDERS_WITH_PARCELS = `query Orders($query: String, $language: LanguageCode) @inContext(language: $language) {
  customer {
    orders(first: 5, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        id name confirmationNumber
        shippingAddress { city territoryCode }
        fulfillments(first: 3, sortKey: CREATED_AT) { ...Parcels }
      }
    }
  }
}
${PARCELS}`;

/** Further parcels of an order. */
export const FURTHER_PARCELS = `query FurtherParcels($id: ID!, $after: String, $language: LanguageCode) @inContext(language: $language) {
  order(id: $id) {
    fulfillments(first: 15, after: $after, sortKey: CREATED_AT) { ...Parcels }
  }
}
${PARCELS}`;

/** Further checkpoints of a parcel, which is found by a search in its order. */
export const FURTHER_EVENTS = `query FurtherEvents($id: ID!, $query: String!, $after: String) {
  order(id: $id) {
    fulfillments(first: 1, query: $query) {
      nodes {
        events(first: 250, after: $after, sortKey: HAPPENED_AT, reverse: true) {
          pageInfo { hasNextPage endCursor }
          nodes { id status happenedAt }
        }
      }
    }
  }
}`;

/** Further things in a parcel. */
export const FURTHER_ITEMS = `query FurtherItems($id: ID!, $query: String!, $after: String, $language: LanguageCode) @inContext(language: $language) {
  order(id: $id) {
    fulfillments(first: 1, query: $query) {
      nodes {
        fulfillmentLineItems(first: 200, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { quantity lineItem { name image { url } } }
        }
      }
    }
  }
}`;
