/** A whole shop in a real Vendure, and what happens in it, through Vendure’s own APIs. */
import { ADMIN, clientOf, PASSWORD, signIn, type Client } from './client.ts';
import { startVendure, type Vendure, type VendureOptions } from './vendure.ts';

const REFUSED = '... on ErrorResult { errorCode message }';

export interface Item {
  name: string;
  quantity: number;
  /** In cents. */
  price: number;
}

interface Purchase {
  /** Whose session; a guest’s when left out. */
  token?: string;
  email: string;
  postcode?: string;
  items: readonly Item[];
  coupon?: string;
}

export interface Placed {
  id: string;
  code: string;
  lines: { id: string; quantity: number }[];
  total: number;
  paymentId: string;
}

export interface Shop {
  vendure: Vendure;
  admin: Client;
  /** A client with a session of its own. */
  visitor(token?: string): Client;
  /** Registers and signs in; answers the token of the session. */
  signUp(email: string): Promise<string>;
  signIn(email: string): Promise<string>;
  customerId(email: string): Promise<string>;
  buy(purchase: Purchase): Promise<Placed>;
  /** Sends lines on their way; all when left out. Answers the fulfilment’s id. */
  ship(order: Placed, parcel: { method: string; code: string; lines?: Placed['lines'] }): Promise<string>;
  /** Brings a fulfilment to a state, such as `Delivered`. */
  move(fulfilmentId: string, state: string): Promise<void>;
  /** Pays so much back, in cents. */
  refund(order: Placed, amount: number): Promise<void>;
  cancel(order: Placed): Promise<void>;
  stop(): Promise<void>;
}

const ADDRESS = { fullName: 'Ann Papadaki', streetLine1: '14 Adrianou Street', city: 'Athens', countryCode: 'GR' };

export async function openShop(options: VendureOptions): Promise<Shop> {
  const vendure = await startVendure(options);
  const admin = clientOf(`${vendure.url}/admin-api`);
  const visitor = (token?: string) => clientOf(`${vendure.url}/shop-api`, token);
  await admin(`mutation { login(username: "${ADMIN.identifier}", password: "${ADMIN.password}") { __typename } }`);
  const taxCategory = await furnish(admin);
  const variants = new Map<string, string>();

  /** Each product once. */
  async function variantOf({ name, price }: Item): Promise<string> {
    const key = `${price} ${name}`;
    const known = variants.get(key);
    if (known) return known;
    const slug = `product-${variants.size + 1}`;
    const { createProduct } = await admin(`mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }`, {
      input: { translations: [{ languageCode: 'en', name, slug, description: '' }] },
    });
    const { createProductVariants } = await admin(`mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }`, {
      input: [{ productId: createProduct.id, sku: slug, price, taxCategoryId: taxCategory, stockOnHand: 1000, trackInventory: 'FALSE', translations: [{ languageCode: 'en', name }] }],
    });
    variants.set(key, createProductVariants[0].id);
    return createProductVariants[0].id;
  }

  async function move(id: string, state: string): Promise<void> {
    await admin(`mutation ($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) { __typename ${REFUSED} } }`, { id, state });
  }

  return {
    vendure,
    admin,
    move,
    visitor,
    signIn: (email) => signIn(vendure.url, email),
    async signUp(email) {
      await visitor()(`mutation ($input: RegisterCustomerInput!) { registerCustomerAccount(input: $input) { __typename ${REFUSED} } }`, {
        input: { emailAddress: email, firstName: 'Ann', lastName: 'Papadaki', password: PASSWORD },
      });
      return signIn(vendure.url, email);
    },
    async customerId(email) {
      const { customers } = await admin(`query ($email: String!) { customers(options: { filter: { emailAddress: { eq: $email } } }) { items { id } } }`, { email });
      return customers.items[0].id;
    },
    async buy({ token, email, postcode = '10558', items, coupon }) {
      const client = visitor(token);
      for (const item of items) {
        await client(`mutation ($id: ID!, $quantity: Int!) { addItemToOrder(productVariantId: $id, quantity: $quantity) { __typename ${REFUSED} } }`, { id: await variantOf(item), quantity: item.quantity });
      }
      if (!token) {
        await client(`mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { __typename ${REFUSED} } }`, { input: { emailAddress: email, firstName: 'A', lastName: 'Guest' } });
      }
      if (coupon) await client(`mutation ($code: String!) { applyCouponCode(couponCode: $code) { __typename ${REFUSED} } }`, { code: coupon });
      await client(`mutation ($input: CreateAddressInput!) { setOrderShippingAddress(input: $input) { __typename ${REFUSED} } }`, { input: { ...ADDRESS, postalCode: postcode } });
      const { eligibleShippingMethods: [method] } = await client(`{ eligibleShippingMethods { id } }`);
      await client(`mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { __typename ${REFUSED} } }`, { ids: [method.id] });
      await client(`mutation { transitionOrderToState(state: "ArrangingPayment") { __typename ${REFUSED} } }`);
      const { addPaymentToOrder: order } = await client(`mutation { addPaymentToOrder(input: { method: "dummy", metadata: {} }) { ... on Order { id code totalWithTax lines { id quantity } payments { id } } ${REFUSED} } }`);
      return { id: order.id, code: order.code, lines: order.lines, total: order.totalWithTax, paymentId: order.payments[0].id };
    },
    async ship(order, { method, code, lines = order.lines }) {
      const { addFulfillmentToOrder } = await admin(`mutation ($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) { ... on Fulfillment { id } ${REFUSED} } }`, {
        input: {
          lines: lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
          handler: { code: 'manual-fulfillment', arguments: [{ name: 'method', value: method }, { name: 'trackingCode', value: code }] },
        },
      });
      await move(addFulfillmentToOrder.id, 'Shipped');
      return addFulfillmentToOrder.id;
    },
    async refund({ paymentId }, amount) {
      const { refundOrder } = await admin(`mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { id } ${REFUSED} } }`, {
        input: { paymentId, amount, reason: 'return', lines: [], shipping: 0, adjustment: 0 },
      });
      await admin(`mutation ($id: ID!) { settleRefund(input: { id: $id, transactionId: "paid-back" }) { __typename ${REFUSED} } }`, { id: refundOrder.id });
    },
    async cancel({ id }) {
      await admin(`mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename ${REFUSED} } }`, { input: { orderId: id, reason: 'changed mind' } });
    },
    stop: () => vendure.stop(),
  };
}

/** What a shop needs before anybody can buy: a country, prices in euro that include the tax, a way to ship for 5 euro and a way to pay. Answers the tax category. */
async function furnish(admin: Client): Promise<string> {
  const translations = (name: string) => [{ languageCode: 'en', name, description: '' }];
  const { createZone: zone } = await admin(`mutation { createZone(input: { name: "EU" }) { id } }`);
  const { createCountry: country } = await admin(`mutation { createCountry(input: { code: "GR", enabled: true, translations: [{ languageCode: en, name: "Greece" }] }) { id } }`);
  await admin(`mutation ($zone: ID!, $country: ID!) { addMembersToZone(zoneId: $zone, memberIds: [$country]) { id } }`, { zone: zone.id, country: country.id });
  const { createTaxCategory: tax } = await admin(`mutation { createTaxCategory(input: { name: "standard", isDefault: true }) { id } }`);
  await admin(`mutation ($zone: ID!, $tax: ID!) { createTaxRate(input: { name: "VAT", enabled: true, value: 24, categoryId: $tax, zoneId: $zone }) { id } }`, { zone: zone.id, tax: tax.id });
  const { channels } = await admin(`{ channels { items { id } } }`);
  await admin(
    `mutation ($input: UpdateChannelInput!) { updateChannel(input: $input) { __typename ${REFUSED} } }`,
    { input: { id: channels.items[0].id, defaultTaxZoneId: zone.id, defaultShippingZoneId: zone.id, pricesIncludeTax: true, defaultCurrencyCode: 'EUR', availableCurrencyCodes: ['EUR'] } },
  );
  await admin(`mutation ($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { id } }`, {
    input: {
      code: 'standard', fulfillmentHandler: 'manual-fulfillment', translations: translations('Standard'),
      checker: { code: 'default-shipping-eligibility-checker', arguments: [{ name: 'orderMinimum', value: '0' }] },
      calculator: { code: 'default-shipping-calculator', arguments: [{ name: 'rate', value: '500' }, { name: 'includesTax', value: 'include' }, { name: 'taxRate', value: '24' }] },
    },
  });
  await admin(`mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }`, {
    input: { code: 'dummy', enabled: true, translations: translations('Dummy'), handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] } },
  });
  return tax.id;
}
