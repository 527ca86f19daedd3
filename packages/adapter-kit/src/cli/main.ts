import { command } from './command.ts';

const code = await command(process.argv.slice(2), console);
// All of it must be out before the end, and what a set-up has left open must not put the end off.
await new Promise((resolve) => process.stdout.write('', resolve));
process.exit(code);
