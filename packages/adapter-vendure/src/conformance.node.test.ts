import { describeAdapter } from '@aftercart/adapter-kit';
import { afterAll, describe, it } from 'vitest';
import { vendureAdapter } from './index.ts';
import { openKitShop } from './test/kit.ts';
import { proof } from './test/proof.ts';

const shop = await openKitShop();
afterAll(() => shop.stop());

describeAdapter({ describe, it }, {
  create: ({ fetch }) => vendureAdapter({ endpoint: shop.endpoint, plugin: true, returns: { policies: shop.policies, timeZone: 'UTC' }, fetch }),
  seed: shop.seed,
  inspect: shop.inspect,
  skip: proof.skip,
});
