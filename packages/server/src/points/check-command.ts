/** `aftercart-server check-ledger`. */
import type { Config } from '../config/config.ts';
import { openStore } from '../database/database.ts';
import { checkLedger } from './check.ts';

/** Prints what is wrong, line by line, or that nothing is. Answers the exit code. */
export async function checkLedgerCommand({ config }: { config: Config }): Promise<number> {
  const store = await openStore(config);
  try {
    const { accounts, entries, faults } = await checkLedger(store, (fault) => console.log(fault));
    if (faults > 0) return 1;
    console.log(`${accounts} accounts, ${entries} entries: the ledger is right.`);
    return 0;
  } finally {
    await store.close();
  }
}
