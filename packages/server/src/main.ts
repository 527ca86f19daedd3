/** The command line. */
import { ConfigError } from './config/config-error.ts';
import { readCommandLine, USAGE } from './config/config.ts';
import { commands } from './commands.ts';

try {
  const line = readCommandLine(process.argv.slice(2), process.env);
  if (line.help) console.log(USAGE);
  else {
    const run = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined;
    if (!run) throw new ConfigError(`There is no command ${line.command}. See --help.`);
    process.exitCode = await run(line);
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
