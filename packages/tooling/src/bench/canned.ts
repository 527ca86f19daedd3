import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { Bundle } from '../check/bundle.ts';
import { packageById } from '../repo.ts';
import { elementTags, type Pages } from './pages.ts';
import { visit } from './visit.ts';

/** What the demo’s adapter answered to a page with all elements, by `service.method`. */
export type Answers = Readonly<Record<string, unknown>>;

export async function recordAnswers(browser: Browser, url: string, pages: Pages): Promise<Answers> {
  const bundle = await Bundle.read(join(packageById('elements').dir, 'dist/cdn'));
  pages.write(
    'record-all.js',
    `import { recording } from './record.js'; import { memoryAdapter } from '/aftercart/${bundle.chunk('adapter-memory')}';
    ${define('recording(memoryAdapter({ latency: 0 }))')}`,
  );
  const { asked } = await visit(browser, url + pages.add('record', { script: '/bench/record-all.js', body: elementTags() }), {
    ask: () => JSON.stringify((globalThis as never as { answers: unknown }).answers),
  });
  return JSON.parse(asked ?? '{}') as Answers;
}

const define = (adapter: string): string => `import { defineShop } from '/aftercart/aftercart.all.js'; defineShop({ adapter: ${adapter} });`;

/**
 * A page with all elements whose adapter answers at once with what the demo's adapter answered before. The demo's adapter
 * is a whole backend in the page; what the elements cost without one is seen here.
 */
export function cannedPage(answers: Answers, pages: Pages): string {
  const services = new Map<string, string[]>();
  for (const [name, answer] of Object.entries(answers)) {
    const [service = '', method = ''] = name.split('.');
    services.set(service, [...(services.get(service) ?? []), `${method}: async () => (${JSON.stringify(answer)})`]);
  }
  const canned = [...services].map(([service, methods]) => `${service}: { ${methods.join(', ')} }`);
  pages.write('canned-all.js', define(`{ id: 'canned', ${canned.join(', ')} }`));
  return pages.add('canned', { script: '/bench/canned-all.js', body: elementTags() });
}
