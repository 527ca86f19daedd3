/** What is asked of an order, and what comes back. https://docs.vendure.io/reference/graphql-api/shop/object-types#order */

export interface OrderView {
  code: string;
  state: string;
  orderPlacedAt: string | null;
  shippingAddress: { city: string | null; countryCode: string | null; postalCode: string | null } | null;
  lines: { id: string; quantity: number; productVariant: { name: string }; featuredAsset: { preview: string } | null }[];
  fulfillments: Fulfillment[] | null;
  history: { items: { type: string; createdAt: string; data: unknown }[] };
}

export interface Fulfillment {
  id: string;
  state: string;
  method: string;
  trackingCode: string | null;
  createdAt: string;
  updatedAt: string;
  lines: { orderLineId: string; quantity: number }[];
}

export const ORDER = /* GraphQL */ `
  fragment Tracked on Order {
    code state orderPlacedAt
    shippingAddress { city countryCode postalCode }
    lines { id quantity productVariant { name } featuredAsset { preview } }
    fulfillments { id state method trackingCode createdAt updatedAt lines { orderLineId quantity } }
    history(options: { sort: { createdAt: DESC, id: DESC }, take: 100 }) { items { type createdAt data } }
  }
`;
