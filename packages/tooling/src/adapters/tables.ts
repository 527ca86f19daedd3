/**
 * Prints the tables of docs/adapters/conformance.md as JSON. A process of its own, since it imports every adapter from source, which needs Node’s condition
 * for that.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { capabilities, METHODS, type ServiceName } from '../../../contract/src/index.ts';
import { packages } from '../repo.ts';
import type { AdapterProof } from './proof.ts';

const SERVICES = Object.keys(METHODS) as ServiceName[];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [row(...head), `|${head.map(() => '---|').join('')}`, ...rows.map((cells) => row(...cells))].join('\n');

async function proofs(): Promise<{ id: string; proof: AdapterProof }[]> {
  const adapters = packages().filter(({ id }) => id.startsWith('adapter-') && id !== 'adapter-kit');
  return Promise.all(
    adapters.map(async ({ id, dir }) => {
      const file = join(dir, 'src/test/proof.ts');
      if (!existsSync(file)) throw new Error(`packages/${id} has no src/test/proof.ts.`);
      const { proof } = (await import(pathToFileURL(file).href)) as { proof: AdapterProof };
      return { id: id.replace('adapter-', ''), proof };
    }),
  );
}

const found = await proofs();
const methodsOf = ({ adapter }: AdapterProof, service: ServiceName): string =>
  capabilities(adapter()).filter((capability) => capability.startsWith(`${service}.`)).map((capability) => `\`${capability.split('.')[1]}\``).join(' ') || '–';

console.log(
  JSON.stringify({
    adapters: table(
      ['Adapter', ...SERVICES, 'Access', 'The kit was run against'],
      found.map(({ id, proof }) => [`[${id}](../../packages/adapter-${id})`, ...SERVICES.map((service) => methodsOf(proof, service)), proof.access, proof.proven]),
    ),
    skipped: table(
      ['Adapter', 'Check', 'Why it can’t hold'],
      found.flatMap(({ id, proof }) => Object.entries(proof.skip).map(([name, reason]) => [id, name, reason])),
    ),
  }),
);
