/** What Northpine sells, and who ordered what. Prices are in euro cents, times in days or hours before the demo’s start. */

export const CURRENCY = 'EUR';
export const HOME = 'GR';

export const PRODUCTS = {
  backpack: { name: 'Halden 28 Backpack', variant: '28 L', price: 12_900 },
  'merino-shirt': { name: 'Merino Crew 150', variant: 'M', price: 6_900 },
  'enamel-mug': { name: 'Enamel Mug', variant: '350 ml', price: 1_450 },
  headlamp: { name: 'Lumen 400 Headlamp', variant: null, price: 4_900 },
  'rain-jacket': { name: 'Fjell Rain Shell', variant: 'M', price: 17_900 },
  socks: { name: 'Trail Socks, 3 pairs', variant: '39–42', price: 2_400 },
  stove: { name: 'Piko Camp Stove', variant: null, price: 5_900 },
  tent: { name: 'Lyng 2 Tent', variant: null, price: 32_900 },
  'gift-card': { name: 'Northpine Gift Card', variant: null, price: 5_000 },
} as const;

export type ProductId = keyof typeof PRODUCTS;

export const productOf = (id: string | null | undefined) => (id && Object.hasOwn(PRODUCTS, id) ? PRODUCTS[id as ProductId] : undefined);

/** The shopper whom the scenarios `member`, `negative` and `blocked` are about. */
export const MARIA = { email: 'maria@example.com', postcode: '10558', code: 'MARIA7K2' };

export interface Order {
  number: string;
  /** Days ago. */
  placed: number;
  /** Days ago; absent while it is on its way. */
  delivered?: number;
  items: readonly ProductId[];
}

export const ORDERS: readonly Order[] = [
  { number: 'NP-10241', placed: 3, items: ['tent', 'stove', 'headlamp'] },
  { number: 'NP-10236', placed: 8, items: ['rain-jacket'] },
  { number: 'NP-10229', placed: 6, items: ['socks', 'enamel-mug'] },
  { number: 'NP-10218', placed: 8, delivered: 5, items: ['backpack', 'merino-shirt', 'socks', 'enamel-mug'] },
  { number: 'NP-10197', placed: 27, delivered: 24, items: ['headlamp', 'stove'] },
  { number: 'NP-10142', placed: 83, delivered: 80, items: ['socks'] },
];

export const normalOrder = (number: string) => number.trim().toUpperCase();

export const orderOf = (number: string): Order | undefined => ORDERS.find((order) => order.number === normalOrder(number));
