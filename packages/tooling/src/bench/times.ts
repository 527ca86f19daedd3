import type { Browser } from 'puppeteer-core';
import { cannedPage, type Answers } from './canned.ts';
import { all, one, seeded, type Pages } from './pages.ts';
import { sample, type Sample } from './stats.ts';
import { fixed, percent, ratio, type Line } from './table.ts';
import { firstClick, visit, type Visit } from './visit.ts';

interface Limit {
  at: number;
  /** Counts from what an empty page takes. */
  overEmpty?: boolean;
}

const EMPTY = 'empty page';
const LIT = 'Lit alone';

/** Pages that are measured beside each other. */
function plans(pages: Pages, answers: Answers): [name: string, path: string][] {
  return [
    [EMPTY, pages.add('empty', { body: '<button>1240 points</button>' })],
    [LIT, pages.add('lit', { script: '/bench/lit-alone.js', body: '<lit-alone data-bench></lit-alone>' })],
    ['one, single file', pages.add('one-single', { script: '/aftercart/points-badge.js', body: one() })],
    ['one, loader', pages.add('one-loader', { script: '/aftercart/aftercart.js', body: one() })],
    ['all, loader', pages.add('all-loader', { script: '/aftercart/aftercart.js', body: all() })],
    ['all, one file', pages.add('all-single', { script: '/aftercart/aftercart.all.js', body: all() })],
    ['all, one file, answers without a backend', cannedPage(answers, pages)],
  ];
}

/** Script, longest task and first paint on a slow processor, over a network that costs nothing. */
export async function processorTimes(browser: Browser, url: string, pages: Pages, runs: number, answers: Answers): Promise<Line[][]> {
  const visits = new Map<string, Visit[]>();
  // Once around before the next: what disturbs the machine for a while disturbs all of them.
  const planned = plans(pages, answers);
  for (let run = 0; run < runs; run++) {
    for (const [name, path] of planned) {
      visits.set(name, [...(visits.get(name) ?? []), await visit(browser, url + path, { trace: true })]);
    }
  }
  const section = (title: string, value: (visit: Visit) => number, limitOfAll?: Limit): Line[] => {
    const samples = new Map([...visits].map(([name, each]) => [name, sample(each.map(value))]));
    const limit = (name: string): Limit | undefined => (name.startsWith('all') ? limitOfAll : undefined);
    return [head(title), ...[...samples].map(([name, each]) => line(name, each, limit(name), samples))];
  };
  return [
    section('Script at 4×, ms', ({ script }) => script, { at: 60, overEmpty: true }),
    section('Longest task at 4×, ms', ({ longestTask }) => longestTask, { at: 50 }),
    section('Evaluation → first painted at 4×, ms', ({ first }) => first, { at: 140 }),
    section('Evaluation → data painted at 4×, ms', ({ painted }) => painted),
  ];
}

/** The browser's own count of what moved, with answers at once and with late ones. */
export async function layoutShift(browser: Browser, url: string, pages: Pages): Promise<Line[]> {
  const lines: Line[] = [];
  for (const latency of [0, 1500]) {
    for (const [name, script] of [['one file', 'aftercart.all.js'], ['loader', 'aftercart.js']] as const) {
      const { shift } = await visit(browser, url + pages.add(`shift-${latency}`, { script: `/aftercart/${script}`, body: all(latency) }));
      lines.push([`all, ${name}, answers after ${latency} ms`, fixed(shift, 4), '', '0']);
    }
  }
  return [['Layout shift', 'sum', '', 'budget'], ...lines];
}

export async function clickTimes(browser: Browser, url: string, pages: Pages, runs: number): Promise<Line[]> {
  const path = pages.add('click', { script: '/aftercart/points-badge.js', body: one() });
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await firstClick(browser, url + path));
  return [head('First click → panel open at 4×, ms'), line('points panel', sample(values), { at: 100 })];
}

/**
 * From the script tag to the frame with the data, over slow 4G. A shop can put the first answers into its page (`seed`); else the demo
 * adapter's files, which are larger, stand for the backend's first answer.
 */
export async function networkTimes(browser: Browser, url: string, pages: Pages, runs: number, answers: Answers): Promise<Line[]> {
  const single = '/aftercart/points-badge.js';
  const { files } = await visit(browser, url + pages.add('one-files', { script: single, body: one() }));
  const data = files.filter((file) => file.includes('/chunks/'));
  const body = seeded({ 'points.account': answers['points.account'], 'points.program': answers['points.program'] });
  const pagesToVisit: [string, string, Limit?][] = [
    ['single file preloaded, its data in the page', pages.add('4g-single-seed', { script: single, body, preload: [single] }), { at: 800 }],
    ['loader, its data in the page', pages.add('4g-loader-seed', { script: '/aftercart/aftercart.js', body }), { at: 1450 }],
    ['single file, it and its data preloaded', pages.add('4g-single', { script: single, body: one(), preload: [single, ...data] }), { at: 800 }],
    ['loader, its data preloaded', pages.add('4g-loader', { script: '/aftercart/aftercart.js', body: one(), preload: data }), { at: 1450 }],
    ['loader, nothing preloaded', pages.add('4g-bare', { script: '/aftercart/aftercart.js', body: one() })],
  ];
  const values = new Map<string, number[]>();
  // Waiting for a network varies little, and takes long.
  for (let run = 0; run < Math.min(runs, 5); run++) {
    for (const [name, path] of pagesToVisit) {
      const { sinceTag } = await visit(browser, url + path, { network: true });
      values.set(name, [...(values.get(name) ?? []), sinceTag]);
    }
  }
  return [
    head('Script tag → painted, slow 4G at 4×, ms'),
    ...pagesToVisit.map(([name, , limit]) => line(name, sample(values.get(name) ?? []), limit)),
  ];
}

const head = (title: string): Line => [title, 'median', '±', 'budget', 'of budget', '× empty', '× Lit'];

function line(name: string, { median, spread }: Sample, limit?: Limit, beside?: ReadonlyMap<string, Sample>): Line {
  const empty = beside?.get(EMPTY)?.median;
  const lit = beside?.get(LIT)?.median;
  const counted = limit?.overEmpty ? median - (empty ?? 0) : median;
  return [
    name,
    fixed(median, 0),
    fixed(spread, 0),
    limit ? `${limit.overEmpty ? 'empty + ' : ''}${limit.at}` : '',
    percent(counted, limit?.at),
    ratio(median, empty),
    ratio(median, lit),
  ];
}
