/** What an author writes who uses node:test; run by `runners.node.test.ts`. An argument names what is wrong with the adapter. */
import { describe, it } from 'node:test';
import { describeAdapter } from '../src/index.ts';
import { shopAdapter } from '../src/test/shop/adapter.ts';
import { shopSetup } from '../src/test/shop/setup.ts';

describeAdapter(
  { describe, it },
  {
    ...shopSetup((options) => {
      const adapter = shopAdapter(options);
      if (process.env['BROKEN']) adapter.points['account'] = async () => ({ state: 'member', balance: 12.5 });
      if (process.env['PARTIAL']) delete adapter.points['estimate'];
      return adapter;
    }),
    skip: { transport: 'This is about the runner.' },
  },
);
