/** A Vendure of its own process: fills it, and tells the parent where it is. */
import { setDates } from '../../../../vendure-plugin/src/test/dates.ts';
import { openShop } from '../../../../vendure-plugin/src/test/shop.ts';
import { PROGRAM } from './program.ts';

/** As the pages of the storefront name them; the others follow. */
const MOVING = 'NP-10241';
const ARRIVED = 'NP-10218';
const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const emailOf = (shopper: string): string => `${shopper}@shop.example`;

const numbers = [ARRIVED, MOVING];
let next = 10_242;
const shop = await openShop({ options: PROGRAM, port: Number(process.argv[2] ?? 0), orderCodes: () => numbers.shift() ?? `NP-${next++}` });

const ann = await shop.signUp(emailOf('ann'));
await shop.signUp(emailOf('bob'));
await shop.visitor(ann)(`mutation { aftercartEnrol(idempotencyKey: "demo") { state } }`);
await shop.admin(`mutation ($id: ID!) { adjustAftercartPoints(customerId: $id, points: 1200, source: "demo", description: "Welcome back") { balance } }`, { id: await shop.customerId(emailOf('ann')) });

const backpack = { name: 'Halden 28 Backpack', quantity: 1, price: 12_900 };
const arrived = await shop.buy({ token: ann, email: emailOf('ann'), items: [backpack, { name: 'Enamel Mug', quantity: 2, price: 1_450 }] });
await shop.move(await shop.ship(arrived, { method: 'ELTA Courier', code: 'SE482915211GR' }), 'Delivered');
await setDates(shop.vendure.runtime, arrived, { placedAt: daysAgo(9), deliveredAt: daysAgo(6) });
const moving = await shop.buy({ token: ann, email: emailOf('ann'), items: [{ name: 'Lyng 2 Tent', quantity: 1, price: 32_900 }] });
await shop.ship(moving, { method: 'ELTA Courier', code: 'SE482915637GR' });
await setDates(shop.vendure.runtime, moving, { placedAt: daysAgo(1) });

const { products } = await shop.admin('{ products { items { id name } } }');
const found = products.items.find(({ name }: { name: string }) => name === backpack.name);
process.send!({ url: shop.vendure.url, names: { moving: moving.code, arrived: arrived.code, backpack: found.id } });

process.once('SIGTERM', () => void shop.stop().then(() => process.exit(0)));
// It must not outlive whoever started it.
process.once('disconnect', () => process.exit(0));
