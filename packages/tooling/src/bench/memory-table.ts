import type { Browser } from 'puppeteer-core';
import { elementNames } from '../repo.ts';
import { memoryOf, type Memory } from './memory.ts';
import { tag, type Pages } from './pages.ts';
import { fixed, percent, ratio, type Line } from './table.ts';

const limits: Memory = { instance: 40, retained: 0.3 };

/** Kilobytes of each of 1,000 instances, and what each leaves behind. */
export async function memoryTable(browser: Browser, url: string, pages: Pages): Promise<Line[]> {
  const litPage = pages.add('memory-lit', { script: '/bench/lit-alone.js', body: '' });
  const page = pages.add('memory', { script: '/aftercart/aftercart.all.js', body: '<aftercart-shop adapter="memory" latency="0"></aftercart-shop>' });
  const lit = await memoryOf(browser, url + litPage, '<lit-alone></lit-alone>');
  // Each page has a heap of its own, so that they may run at once.
  const measured = await Promise.all(elementNames().map(async (name) => line(name, await memoryOf(browser, url + page, tag(name)), lit, limits)));
  return [['Memory of an instance, kB', 'in use', 'retained', 'budget', 'of budget', '', '× Lit'], line('Lit alone', lit, lit), ...measured];
}

function line(name: string, { instance, retained }: Memory, lit: Memory, limit?: Memory): Line {
  return [
    name,
    fixed(instance, 1),
    fixed(retained, 2),
    limit ? `${limit.instance}, ${limit.retained}` : '',
    limit ? `${percent(instance, limit.instance)}, ${percent(retained, limit.retained)}` : '',
    '',
    ratio(instance, lit.instance),
  ];
}
