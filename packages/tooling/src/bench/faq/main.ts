import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { printSections } from '../table.ts';
import { timeInChromium } from './browser.ts';
import { engines } from './engines/all.ts';
import { shops, xquad } from './labelled.ts';
import { relevance } from './relevance.ts';
import { blockingTable, kindTable, qualityTables, sizeTable, speedTable } from './tables.ts';
import { indexSizes, timeInNode, type SpeedPlan } from './timing.ts';

const names = engines.map(({ name }) => name);
const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    xquad: { type: 'string' },
    browser: { type: 'boolean' },
    'no-times': { type: 'boolean' },
    engines: { type: 'string' },
    sizes: { type: 'string', default: '100,1000,10000' },
    queries: { type: 'string', default: '60' },
    locale: { type: 'string', default: 'en' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(`pnpm bench:faq [options]

How well and how fast questions are found, beside ${names.slice(1).join(', ')}.

  --xquad <folder>    also XQuAD: docs-<language>.json and queries-<language>.json (CC BY-SA 4.0, so not in this repository)
  --browser           times in Chromium, too, at its full speed and at a quarter of it
  --no-times          only how well
  --engines <names>   some of them, parted by commas
  --sizes <numbers>   entries of the collections that are timed; ${values.sizes} unless told
  --queries <number>  queries that are typed letter by letter; ${values.queries} unless told
  --locale <tag>      language of the timed collections: en, el, ru, zh …; ${values.locale} unless told
  --json <file>       writes all figures
`);
  process.exit(0);
}
const chosen = values.engines?.split(',') ?? names;
const unknown = chosen.find((name) => !names.includes(name));
if (unknown) throw new Error(`--engines: ${unknown} is none of ${names.join(', ')}.`);
const number = (option: 'sizes' | 'queries', text: string): number => {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--${option}: ${text} is not a number.`);
};

const collections = shops();
const texts = collections.filter(({ locale }) => locale === values.locale).flatMap(({ entries }) => entries.flatMap(({ question, answer }) => [question, answer]));
if (!texts.length) throw new Error(`--locale: there are no questions in ${values.locale}.`);
const plan: SpeedPlan = {
  texts,
  locale: values.locale,
  spaced: values.locale !== 'zh',
  sizes: values.sizes.split(',').map((text) => number('sizes', text)),
  engines: chosen,
  queries: number('queries', values.queries),
};

console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
const figures: Record<string, unknown> = {};
const quality = await relevance(collections, chosen);
figures['shops'] = quality;
printSections(qualityTables(quality));
printSections([kindTable(quality, chosen[0]!)]);
if (values.xquad) {
  const long = await relevance(xquad(values.xquad), chosen);
  figures['xquad'] = long;
  console.log('\nXQuAD');
  printSections(qualityTables(long));
}
if (!values['no-times']) {
  figures['sizes'] = await indexSizes(plan);
  printSections([sizeTable(figures['sizes'] as Awaited<ReturnType<typeof indexSizes>>)]);
  const node = await timeInNode(plan);
  figures['node'] = node;
  printSections([speedTable(`${plan.locale} in Node, ms`, node.speeds)]);
  printSections([blockingTable('ours in Node, largest, ms', node.blocked)]);
  for (const throttle of values.browser ? [1, 4] : []) {
    const { speeds, blocked, version } = await timeInChromium(plan, throttle);
    figures[`chromium at ${throttle}×`] = { speeds, blocked, version };
    printSections([speedTable(`${plan.locale} in ${version} at ${throttle}×, ms`, speeds)]);
    printSections([blockingTable(`ours at ${throttle}×, largest, ms`, blocked)]);
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
