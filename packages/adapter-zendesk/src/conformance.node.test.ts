import { describeAdapter, type AdapterSetup } from '@aftercart/adapter-kit';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { zendeskAdapter } from './index.ts';
import { openMock, type Mock } from './test/mock.ts';
import { proof } from './test/proof.ts';
import { seed } from './test/seed.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await openMock();
});
afterAll(() => mock.close());

const setup: AdapterSetup = {
  create: ({ fetch }) => zendeskAdapter({ endpoint: mock.url, locales: ['en-us', 'de', 'el'], fetch }),
  seed: async (world) => seed(mock, world),
  inspect: {},
  skip: proof.skip,
};

describeAdapter({ describe, it }, setup);
