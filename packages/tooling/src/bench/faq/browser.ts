import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { openBrowser } from '../../browsers/open.ts';
import { sourceCondition } from '../../repo.ts';
import type { Blocking } from './blocking.ts';
import type { Bench } from './page.ts';
import type { Speed } from './speed.ts';
import type { SpeedPlan } from './timing.ts';

/** Times in Chromium, on a processor that is so many times slower than this machine’s. Each engine gets a page of its own. */
export async function timeInChromium(plan: SpeedPlan, throttle: number): Promise<{ speeds: Speed[]; blocked: Blocking[]; version: string }> {
  const script = await bundle();
  const browser = await openBrowser('chromium');
  try {
    const inPage = async <T, A>(work: (argument: A) => Promise<T>, argument: A): Promise<T> => {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.addScriptTag({ content: script });
      await page.emulateCPUThrottling(throttle);
      const result = await page.evaluate(work as (argument: unknown) => Promise<T>, argument);
      await page.close();
      return result;
    };
    const { texts, locale, queries } = plan;
    const speeds: Speed[] = [];
    for (const size of plan.sizes) {
      for (const name of plan.engines) {
        const input = { texts, locale, queries, size, name, spaced: plan.spaced };
        speeds.push(
          await inPage(async (given: typeof input) => {
            const { bench } = globalThis as unknown as { bench: Bench };
            const entries = bench.corpus(given.texts, given.size, given.spaced);
            return bench.speed(given.name, entries, bench.keystrokes(entries, given.queries), given.locale);
          }, input),
        );
      }
    }
    const blocked = await inPage(
      async (given: { texts: readonly string[]; locale: string; spaced: boolean; size: number }) => {
        const { bench } = globalThis as unknown as { bench: Bench };
        return bench.blocking(bench.corpus(given.texts, given.size, given.spaced), given.locale);
      },
      { texts, locale, spaced: plan.spaced, size: Math.max(...plan.sizes) },
    );
    return { speeds, blocked, version: await browser.version() };
  } finally {
    await browser.close();
  }
}

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    // FlexSearch looks for its own address, which it only needs for workers.
    logLevel: 'error',
    resolve: { conditions: [sourceCondition, 'module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'page' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
