/** Finding an order by the number that the shopper knows. */

export interface Numbered {
  /** Such as `#1001`; the shop chooses what stands around the number. */
  name: string;
  /** What a confirmation may show in place of it, such as `XPAV284CT`. */
  confirmationNumber: string | null;
}

const plain = (number: string | null): string => (number ?? '').trim().replace(/^#/, '').toUpperCase();

/** A search for it: https://shopify.dev/docs/api/usage/search-syntax. It may find more, never the orders of somebody else. */
export function searchFor(orderNumber: string): string {
  const quoted = `"${plain(orderNumber).replace(/[\\"]/g, '\\$&')}"`;
  return `name:${quoted} OR confirmation_number:${quoted}`;
}

/** Whether it is this order, and not only one that resembles it. */
export const isOrder =
  (orderNumber: string) =>
  ({ name, confirmationNumber }: Numbered): boolean =>
    [name, confirmationNumber].map(plain).includes(plain(orderNumber));
