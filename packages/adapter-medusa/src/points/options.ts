/** The shop’s store credit (`@medusajs/loyalty-plugin`), shown as points: one point is the smallest unit of the currency. */
export interface MedusaStoreCredit {
  /** Currency of the account (ISO 4217): Medusa keeps one account for each currency of a customer. */
  currency: string;
  /** What the shop calls it, such as “Store credit”, in all languages or by BCP 47 tag: it is money that the shop owes, and is best not called points. */
  name: string | ((locale: string) => string);
  /** Where a guest signs in. */
  signInUrl?: string;
  /** Conditions of the store credit. */
  termsUrl?: string;
}
