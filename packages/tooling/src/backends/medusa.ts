/** The demo’s shop in a real Medusa, on a real PostgreSQL. Both begin afresh each time. */
import { join } from 'node:path';
import type { World } from '../../../adapter-kit/src/index.ts';
import { ADMIN, startMedusa, type RunningMedusa } from '../../../adapter-medusa/src/test/fixture/start.ts';
import { openStage, PASSWORD, type Stage } from '../../../adapter-medusa/src/test/seed/world.ts';
import type { StartDemoBackend } from './backend.ts';
import { ORDERS, PICTURES, world } from './medusa/world.ts';

/** What `medusa/page.ts` sends: Medusa makes keys of its own, and this one has to be known beforehand. */
const PUBLISHABLE_KEY = 'pk_of_the_demo';

export const start: StartDemoBackend = async ({ port }) => {
  const medusa = await startMedusa({ port });
  const { stage, backpack, asked } = await fill(medusa).catch(async (error: unknown) => {
    await medusa.stop();
    throw error;
  });
  const emails = new Map(asked.shoppers.map(({ name, email }) => [name, email]));
  return {
    title: `Medusa ${medusa.version}`,
    url: medusa.url,
    passOn: { store: medusa.url },
    adapterModule: join(import.meta.dirname, 'medusa/page.ts'),
    shoppers: [...emails.keys()],
    async token(shopper) {
      const { token } = await stage.shop.api.auth('/customer/emailpass', { email: emails.get(shopper), password: PASSWORD });
      return token as string;
    },
    names: { moving: ORDERS.moving, arrived: ORDERS.arrived, backpack },
    notes: [`Its merchant            ${ADMIN.email}, password “${ADMIN.password}”: POST ${medusa.url}/auth/user/emailpass, then ${medusa.url}/admin/…`],
    ended: medusa.ended,
    stop: () => medusa.stop(),
  };
};

async function fill(medusa: RunningMedusa): Promise<{ stage: Stage; backpack: string; asked: World }> {
  const stage = await openStage(medusa, ADMIN);
  const asked = world(new Date());
  const { orders } = await stage.seed(asked);
  await dress(stage, orders);
  const [backpack] = await stage.database.run<{ id: string }>('SELECT id FROM product WHERE title = $1', ['Halden 28 Backpack']);
  await stage.close();
  return { stage, backpack: backpack!.id, asked };
}

/** What Medusa’s APIs do not let a merchant choose: the key, the numbers of orders, pictures of what was bought before. */
async function dress({ shop, database }: Stage, orders: Readonly<Record<string, string>>): Promise<void> {
  await database.run('UPDATE api_key SET token = $2 WHERE token = $1', [shop.publishableKey, PUBLISHABLE_KEY]);
  for (const [name, number] of Object.entries(ORDERS)) {
    await database.run('UPDATE "order" SET custom_display_id = $2 WHERE display_id = $1', [Number(orders[name]), number]);
  }
  for (const [title, picture] of Object.entries(PICTURES)) {
    await database.run('UPDATE order_line_item SET thumbnail = $2 WHERE title = $1', [title, picture]);
  }
}
