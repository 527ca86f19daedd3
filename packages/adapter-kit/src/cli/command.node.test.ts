import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { command } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftercart-command-'));
writeFileSync(join(folder, 'file'), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said: string[] = [];
  const errors: string[] = [];
  const code = await command(args, { log: (line) => void said.push(line), error: (line) => void errors.push(line) });
  return { code, said: said.join('\n'), errors };
}

describe('the command', () => {
  it.each<[string[], RegExp]>([
    [[], /^Say what to do: check, new or mock\./],
    [['chek'], /^There is no command “chek”: check, new or mock\./],
    [['check'], /^Say which adapter to check: aftercart-adapter check \.\/my-adapter\.js\.$/],
    [['check', 'a.js', 'b.js'], /^“b\.js” is one word too many/],
    [['check', 'a.js', '--fast'], /^Unknown option '--fast'\. See aftercart-adapter --help\.$/],
    [['check', 'a.js', '--config'], /^Option '--config <value>' argument missing\. See/],
    [['mock', '--port', '70000'], /^--port 70000 is no port/],
    [['mock', '--port', 'any'], /^--port any is no port/],
    [['mock', 'now'], /^“now” is one word too many/],
    // An address for documentation (RFC 5737), which no machine has.
    [['mock', '--host', '203.0.113.1'], /^The mock can’t listen: Error: .*EADDRNOTAVAIL/],
    [['new'], /^Say what the adapter is called/],
    [['new', 'My Platform'], /^“My Platform” is no name: lower-case words/],
    [['new', '../x'], /^“\.\.\/x” is no name/],
    [['new', 'a', 'b'], /^“b” is one word too many/],
    [['new', 'x', '--dir', folder], /is there already and is not empty\. Give another with --dir\.$/],
    [['new', 'x', '--dir', join(folder, 'file')], /is there already/],
    [['new', 'x', '--dir', '/dev/null/x'], /can’t be written: /],
  ])('refuses %j', async (args, message) => {
    const { code, said, errors } = await run(...args);
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(errors[0]).not.toContain('\n');
    expect({ code, said }).toEqual({ code: 2, said: '' });
  });

  it.each([[['--help']], [['check', '-h']], [['new', '--help']]])('explains itself: %j', async (args) => {
    const { code, said } = await run(...args);
    expect(code).toBe(0);
    for (const part of ['check <adapter.js>', 'new <name>', 'mock [--port', 'Exit codes']) expect(said).toContain(part);
  });
});
