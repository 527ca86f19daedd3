/** Customer Account API: what became of an order, and what of it Shopify takes back. */
export const RETURN_INFORMATION = `query ReturnInformation($query: String, $language: LanguageCode) @inContext(language: $language) {
  customer {
    orders(first: 2, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        name confirmationNumber processedAt fulfillmentStatus
        shippingAddress { territoryCode }
        fulfillments(first: 20) {
          nodes {
            status createdAt requiresShipping
            events(first: 5, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt } }
          }
        }
        returnInformation {
          returnableLineItems(first: 1) { nodes { quantity } }
          nonReturnableLineItems(first: 75) {
            nodes { lineItem { name } quantityDetails { reasonCode } }
          }
        }
      }
    }
  }
}`;

/** Storefront API: the page with the shop’s own words. */
export const REFUND_POLICY = `query RefundPolicy($language: LanguageCode) @inContext(language: $language) {
  shop { refundPolicy { url } }
}`;
