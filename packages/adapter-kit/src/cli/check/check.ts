/** `aftercart-adapter check` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Report } from '../../report.ts';
import type { AdapterSetup } from '../../setup.ts';
import { unfinished } from '../../todo/unfinished.ts';
import type { Output } from '../command.ts';
import { Problem, said } from '../problem.ts';
import { junitOf } from './junit.ts';
import { load, made } from './load.ts';
import { textOf } from './text.ts';
import { verdictOf, type Verdict } from './verdict.ts';

interface CheckOptions {
  config?: string | undefined;
  only?: string[] | undefined;
  json?: string | undefined;
  junit?: string | undefined;
}

/** Answers 1 when a check failed. */
export async function check(adapterFile: string, { config = 'conformance.config.js', only, json, junit }: CheckOptions, output: Output): Promise<number> {
  const { setup, close } = await load(adapterFile, config);
  let verdict: Verdict;
  try {
    const { todos, skip } = unfinished(await made(setup, config));
    verdict = verdictOf(await run({ ...setup, skip: { ...skip, ...setup.skip } }, only), todos);
  } finally {
    await close();
  }
  output.log(textOf(verdict));
  if (json !== undefined) write(json, `${JSON.stringify(verdict, null, 2)}\n`);
  if (junit !== undefined) write(junit, junitOf(verdict));
  return verdict.failed ? 1 : 0;
}

async function run(setup: AdapterSetup, only: string[] | undefined): Promise<Report> {
  // Only now: the kit with its schemas takes a while to load, and what is wrong with the input is told before.
  const { runChecks } = await import('../../run.ts');
  // What is unfinished is no capability yet.
  const create: AdapterSetup['create'] = async (options) => unfinished(await setup.create(options)).adapter;
  return runChecks({ ...setup, create }, only ? { only } : {}).catch((error: unknown) => {
    if (error instanceof TypeError && error.message.startsWith('only: ')) throw new Problem(`--${error.message.replace(': ', ' ')}`);
    throw error;
  });
}

function write(file: string, content: string): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new Problem(`${file} can’t be written: ${said(error)}.`);
  }
}
