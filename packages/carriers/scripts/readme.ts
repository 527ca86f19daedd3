/** The tables of the README, from the published code lists and what the code makes of them. `node scripts/readme.ts` writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aftershipStatus } from '../src/aftership/vocabulary.ts';
import { easypostStatus } from '../src/easypost/vocabulary.ts';
import { seventeentrackStatus } from '../src/seventeentrack/vocabulary.ts';
import { shippoStatus } from '../src/shippo/vocabulary.ts';
import { shopifyStatus } from '../src/shopify/vocabulary.ts';
import { AFTERSHIP } from '../src/test/codes/aftership.ts';
import type { CodeRow, Codes } from '../src/test/codes/codes.ts';
import { EASYPOST } from '../src/test/codes/easypost.ts';
import { SEVENTEENTRACK } from '../src/test/codes/seventeentrack.ts';
import { SHIPPO } from '../src/test/codes/shippo.ts';
import { SHOPIFY } from '../src/test/codes/shopify.ts';
import { STAGE_ORDER, type CarrierMeaning } from '../src/timeline/meaning.ts';

type Read = (status: unknown, detail?: unknown) => CarrierMeaning;

/** Every service with its published codes and what reads them. */
export const SERVICES: readonly (readonly [name: string, codes: Codes, read: Read])[] = [
  ['AfterShip', AFTERSHIP, aftershipStatus],
  ['EasyPost', EASYPOST, easypostStatus],
  ['Shippo', SHIPPO, shippoStatus],
  ['17TRACK', SEVENTEENTRACK, seventeentrackStatus],
  ['Shopify', SHOPIFY, shopifyStatus],
];

const README = join(import.meta.dirname, '../README.md');
const REGION = /(<!-- tables -->\n)[^]*(\n<!-- \/tables -->)/;

/** A meaning in the words of the code lists: the stage, then `late` or what the shopper has to do. */
export const inWords = ({ status, delayed, action }: CarrierMeaning): string => [status, delayed && 'late', action].filter(Boolean).join(' ');

function grouped(rows: readonly CodeRow[], keyOf: (row: CodeRow) => string): Map<string, CodeRow[]> {
  const groups = new Map<string, CodeRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** `InTransit_001` says its tag itself; a detail of EasyPost and Shippo does not, so they stand behind it. */
function labels(codes: readonly CodeRow[]): string {
  const groups = grouped(codes, ([status, detail]) => (detail && detail.split('_', 1)[0] !== status && detail !== status ? status : ''));
  return [...groups]
    .map(([status, rows]) => (status ? `\`${status}\` + ` : '') + [...new Set(rows.map(([own, detail]) => `\`${detail ?? own}\``))].join(', '))
    .join('; ');
}

function table(name: string, { sources, rows }: Codes, read: Read): string {
  const meanings = grouped(rows, ([status, detail]) => inWords(read(status, detail ?? undefined)));
  const stage = (meaning: string): number => STAGE_ORDER.findIndex((status) => status === meaning.split(' ')[0]);
  const lines = [...meanings].sort(([a], [b]) => stage(a) - stage(b)).map(([meaning, codes]) => {
    const [status, extra = ''] = meaning.split(' ');
    return `| \`${status}\` | ${extra === 'late' ? 'late' : extra && `\`${extra}\``} | ${labels(codes)} |`;
  });
  return [`### ${name}`, '', '| Stage | Besides | Codes |', '|---|---|---|', ...lines, '', `From: ${sources.join('; ')}.`].join('\n');
}

/**
 * The README as it is, and as it should be.
 *
 * @throws Error when it has no place for the tables.
 */
export function readme(): { is: string; shouldBe: string } {
  const is = readFileSync(README, 'utf8');
  if (!REGION.test(is)) throw new Error(`${README} has no <!-- tables --> … <!-- /tables -->.`);
  const tables = SERVICES.map((service) => table(...service)).join('\n\n');
  return { is, shouldBe: is.replace(REGION, (_, begin: string, end: string) => `${begin}\n${tables}\n${end}`) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(README, readme().shouldBe);
