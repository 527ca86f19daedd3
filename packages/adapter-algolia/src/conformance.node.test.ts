import { describeAdapter, type AdapterSetup } from '@aftercart/adapter-kit';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { algoliaAdapter } from './index.ts';
import { APP, KEY, openMock, type Mock } from './test/mock.ts';
import { proof } from './test/proof.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await openMock();
});
afterAll(() => mock.close());

const setup: AdapterSetup = {
  create: ({ fetch }) => algoliaAdapter({ appId: APP, apiKey: KEY, index: 'faq_{locale}', locales: ['en', 'de', 'el'], attributes: { category: 'category.name', categoryId: 'category.id' }, endpoint: mock.url, fetch }),
  async seed({ faq = {}, shoppers }) {
    mock.indexes = Object.fromEntries(['en', 'de', 'el'].map((locale) => [`faq_${locale}`, (faq[locale] ?? []).map(({ id, ...entry }) => ({ objectID: id, ...entry }))]));
    return { tokens: Object.fromEntries(shoppers.map(({ name }) => [name, `token-of-${name}`])), orders: {} };
  },
  inspect: {},
  skip: proof.skip,
};

describeAdapter({ describe, it }, setup);
