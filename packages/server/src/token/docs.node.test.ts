/** The signers in docs/shopper-tokens.md are run as they stand there, where their language is on this machine. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../config/config.ts';
import { createVerifier } from '../identity/shopper.ts';

const docs = readFileSync(new URL('../../../../docs/shopper-tokens.md', import.meta.url), 'utf8');
const exampleOf = (name: string) => new RegExp(`<!-- example:token-${name} -->\\s*\`\`\`\\w+\\n(.*?)\`\`\``, 's').exec(docs)![1]!;

const secret = 'a secret of the shop that is long enough';
// Every letter that base64url, JSON or a shell might stumble over.
const shopper = `Zoë "42"/+\\ 🎁 ???>>>`;

/** How to run some code with a call at its end; the shopper is the last argument. */
const languages: readonly [name: string, program: string, args: (code: string) => string[]][] = [
  ['node', process.execPath, (code) => ['--input-type=module', '-e', `${code}\nprocess.stdout.write(shopperToken(process.argv.at(-1)));`]],
  ['php', 'php', (code) => ['-r', `${code.replace('<?php', '')}\necho shopper_token($argv[$argc - 1]);`, '--']],
  ['python', 'python3', (code) => ['-c', `${code}\nimport sys\nsys.stdout.write(shopper_token(sys.argv[-1]))`]],
  ['ruby', 'ruby', (code) => ['-e', `${code}\nprint shopper_token(ARGV.last.dup.force_encoding("UTF-8"))`]],
];
const isHere = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

describe('a token', () => {
  it.for(languages)('that %s signs is believed', { timeout: 20_000 }, async ([name, program, args], { skip }) => {
    const example = exampleOf(name);
    // `import` lines aside, they promise to be ten lines.
    expect(example.split('\n').filter((line) => line.trim() && !/^(import|require|<\?php)/.test(line)).length).toBeLessThanOrEqual(10);
    skip(!isHere(program), `There is no ${program} here.`);
    const token = execFileSync(program, [...args(example), shopper], { encoding: 'utf8', env: { ...process.env, AFTERCART_TOKEN_SECRET: secret } });
    const { id, claims } = await createVerifier(readCommandLine([], {}).config, secret)(token);
    expect(id).toBe(shopper);
    expect(claims.exp! - claims.iat!).toBe(300);
    await expect(createVerifier(readCommandLine([], {}).config, `${secret}!`)(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
