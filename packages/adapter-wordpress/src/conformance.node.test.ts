import { describeAdapter } from '@aftercart/adapter-kit';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openMock, type Mock } from './test/mock.ts';
import { setupOf } from './test/setup.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await openMock();
});
afterAll(() => mock.close());

describeAdapter({ describe, it }, setupOf(() => mock.url, (questions) => mock.fill(questions)));
