/** `export <shopper>` and `erase <shopper>`. */
import { ConfigError } from '../config/config-error.ts';
import type { CommandLine } from '../config/config.ts';
import type { Context } from '../context.ts';
import { openRuntime } from '../runtime.ts';
import { transactAsSystem } from '../transact.ts';
import { eraseShopper, exportShopper } from './privacy.ts';

/** Prints all that is known of a shopper, as JSON. */
export const exportCommand = (line: CommandLine): Promise<number> =>
  withShopper(line, async (context, shopper) => console.log(JSON.stringify(await exportShopper(context, shopper), null, 2)));

/** Erases all that is known of a shopper. */
export const eraseCommand = (line: CommandLine): Promise<number> =>
  withShopper(line, async (context, shopper) => {
    await eraseShopper(context, shopper);
    console.log('Erased.');
  });

async function withShopper({ command, config, operands }: CommandLine, run: (context: Context, shopper: string) => Promise<void>): Promise<number> {
  const [shopper, ...more] = operands;
  if (!shopper || more.length > 0) throw new ConfigError(`${command} needs one shopper: the \`sub\` of the shopper’s tokens.`);
  const runtime = await openRuntime(config);
  try {
    await transactAsSystem(runtime, (context) => run(context, shopper));
    return 0;
  } finally {
    await runtime.close();
  }
}
