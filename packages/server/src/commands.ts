import type { CommandLine } from './config/config.ts';
import { importCommand } from './imports/command.ts';
import { checkLedgerCommand } from './points/check-command.ts';
import { eraseCommand, exportCommand } from './privacy/commands.ts';
import { startServer } from './serve.ts';

/** What the command line can do, by name; each answers the exit code. */
export const commands: Readonly<Record<string, (line: CommandLine) => Promise<number>>> = {
  async serve({ config }) {
    const { url, close } = await startServer(config);
    if (config.demo) console.error('This is a demo: /demo/token signs anybody in. It must not face the internet.');
    console.log(`listening on ${url}`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
    });
    await close();
    return 0;
  },
  'check-ledger': checkLedgerCommand,
  import: importCommand,
  export: exportCommand,
  erase: eraseCommand,
};
